"""Runs Pacemaker's own programs on a CIB file of ours, never on a cluster of this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.jobs.scratch import Scratch
from xenadmin_gui.sim.pacemaker.timeshift import shift

PROGRAMS = frozenset(
    {
        "cibadmin",
        "crm_attribute",
        "crm_mon",
        "crm_resource",
        "crm_simulate",
        "crm_standby",
        "crm_verify",
    }
)
_PLACES = "/usr/sbin:/usr/bin:/sbin:/bin"
_TIMEOUT_S = 60.0
_READ_OPTIONS = ("-x", "--xml-file", "-I", "--save-input", "-O", "--save-output")
#: Schemas that a CIB needs no transformation from.
_SCHEMA = re.compile(r'(<cib [^>]*validate-with=")pacemaker-3\.\d+(")')
_UNCHECKED = re.compile(r"Schema validation of configuration is disabled [^\n]*\n+")
_FILE_OPTIONS = frozenset((*_READ_OPTIONS, "-G", "--save-graph", "-D", "--save-dotfile"))


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended; ``cib`` is the CIB afterwards, ``files`` what it wrote, by path."""

    exit_status: int
    stdout: str
    stderr: str
    cib: str
    files: dict[str, str] = field(default_factory=dict)


def require() -> None:
    """Say so when Pacemaker's programs are not installed.

    Raises:
        PreconditionError: They are not.
    """
    missing = [name for name in sorted(PROGRAMS) if shutil.which(name, path=_PLACES) is None]
    if missing:
        raise PreconditionError(
            f"The simulated cluster needs Pacemaker's own programs, and {missing[0]} is missing.",
            next_step="Install the Debian package pacemaker-cli-utils.",
            code="pacemaker-missing",
        )


def run(
    argv: list[str],
    cib: str,
    *,
    now: float,
    stdin: str = "",
    files: dict[str, str] | None = None,
) -> Ran:
    """Run one of ``PROGRAMS`` on a CIB.

    Args:
        cib: The whole CIB as text.
        now: World seconds; the program takes them for this machine's time.
        files: Files of the simulated machine that options of ``argv`` may name.

    Raises:
        PreconditionError: The program is not installed, or not one of ``PROGRAMS``.
    """
    require()
    if argv[0] not in PROGRAMS:
        raise PreconditionError(f"{argv[0]} is no program of Pacemaker's that may run here.")
    with Scratch("xenadmin-cib-") as folder:
        cib_file = folder / "cib.xml"
        offset = round(time.time() - now)
        cib_file.write_text(shift(cib, offset), encoding="utf-8")
        words, mapped = _map_files(argv, folder, files or {}, offset)
        try:
            done = subprocess.run(
                [argv[0], *words],
                executable=shutil.which(argv[0], path=_PLACES),
                input=shift(stdin, offset),
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_TIMEOUT_S,
                cwd=folder,
                env=_environment(folder, cib_file),
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Ran(124, "", f"{argv[0]}: no end within {_TIMEOUT_S:.0f} s\n", cib)
        written = {
            path: shift(file.read_text(encoding="utf-8", errors="replace"), -offset)
            for path, file in mapped.items()
            if file.exists()
        }
        after = shift(cib_file.read_text(encoding="utf-8"), -offset)
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    said, complained = shift(done.stdout, -offset), shift(done.stderr, -offset)
    return Ran(status, said, complained, after, written)


def read(argv: list[str], cib: str, *, now: float, files: dict[str, str] | None = None) -> Ran:
    """Run one of ``PROGRAMS`` that only looks at a CIB.

    What changed the CIB has compared it with its schema; to do so again would be half of the work
    of such a program. One that will not do without is run on the CIB as it is.

    Raises:
        PreconditionError: As ``run``.
    """
    spared = _SCHEMA.sub(r"\1none\2", cib, count=1)
    given = {path: spared if text == cib else text for path, text in (files or {}).items()}
    ran = run(argv, spared, now=now, files=given)
    if ran.exit_status:
        return run(argv, cib, now=now, files=files)
    kept = {path: text for path, text in ran.files.items() if text != spared}
    return replace(ran, stderr=_UNCHECKED.sub("", ran.stderr), cib=cib, files=kept)


def _environment(folder: Path, cib_file: Path) -> dict[str, str]:
    return {
        "PATH": _PLACES,
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C",
        "TZ": "UTC",
        "CIB_file": str(cib_file),
        "CIB_shadow_dir": str(folder),
        "USER": os.environ.get("USER", "root"),
    }


def _map_files(
    argv: list[str], folder: Path, files: dict[str, str], offset: int
) -> tuple[list[str], dict[str, Path]]:
    """Point options that name files into ``folder``; give the files that are there along."""
    words: list[str] = []
    mapped: dict[str, Path] = {}
    expects = False
    for word in argv[1:]:
        option, equals, value = word.partition("=")
        path = word if expects else value
        expects = not expects and not equals and word in _FILE_OPTIONS
        if path and path != "-" and (path is word or option in _FILE_OPTIONS):
            target = mapped.setdefault(path, folder / f"file{len(mapped)}")
            if path in files:
                target.write_text(shift(files[path], offset), encoding="utf-8")
            words.append(f"{option}={target}" if path is value else str(target))
        else:
            words.append(word)
    return words, mapped
