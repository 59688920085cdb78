"""Compile ui/*.ui into xenadmin_gui/gui/forms; --check only compares."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / "xenadmin_gui" / "gui" / "forms"
_METHOD = re.compile(r"def (setupUi|retranslateUi)\(self, (\w+)\):")
_PLACE_OR_VERSION = re.compile(r"^## (Form generated|Created by).*\n", re.MULTILINE)


def compile_form(source: Path) -> str:
    """Return the Python text of one form: annotated, and without the compiler's version.

    Raises:
        subprocess.CalledProcessError: The form cannot be compiled.
    """
    uic = shutil.which("pyside6-uic", path=str(Path(sys.executable).parent)) or "pyside6-uic"
    argv = [uic, "--generator", "python", str(source)]
    made = subprocess.run(argv, check=True, capture_output=True, text=True, timeout=60)
    root = ElementTree.parse(source).find("widget")
    kind = "QWidget" if root is None else root.attrib["class"]
    return _METHOD.sub(
        rf"def \1(self, \2: {kind}) -> None:", _PLACE_OR_VERSION.sub("", made.stdout)
    )


def wanted_files() -> dict[Path, bytes]:
    """Return every file that this script owns, with what it should hold."""
    wanted: dict[Path, bytes] = {FORMS / "__init__.py": b'"""Compiled from ui/*.ui."""\n'}
    for source in sorted((ROOT / "ui").glob("*.ui")):
        wanted[FORMS / f"ui_{source.stem}.py"] = compile_form(source).encode()
    return wanted


def stale_files() -> list[Path]:
    """Return what differs from its source, is missing, or has no source any more."""
    wanted = wanted_files()
    stale = [p for p, body in wanted.items() if not p.exists() or p.read_bytes() != body]
    return stale + [path for path in FORMS.glob("*.py") if path not in wanted]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail when a file is stale")
    if parser.parse_args().check:
        for path in (stale := stale_files()):
            print(f"stale: {path.relative_to(ROOT)}; run packaging/build_forms.py")
        return 1 if stale else 0
    wanted = wanted_files()
    for path in stale_files():
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wanted[path])
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
