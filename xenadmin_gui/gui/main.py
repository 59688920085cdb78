"""The program xenadmin-gui: arguments, the check of PySide6, the event loop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

#: PySide6 6.12 loses references to True and None on a Python without immortal objects (< 3.12):
#: the program would die in the middle of something.
_BROKEN = ("6.12", (3, 12))

#: How long a busy thread keeps the interpreter while the GUI thread waits for its turn; Python's
#: own 5 ms add up to visible stalls in a paint that asks for it many times.
_TURN_S = 0.001


def unusable_pyside(pyside: str, python: tuple[int, int]) -> str:
    """Return why this pair cannot be used; empty when it can."""
    broken, healed = _BROKEN
    if python < healed and tuple(map(int, pyside.split(".")[:2])) >= (6, 12):
        return (
            f"PySide6 {pyside} does not work with Python {python[0]}.{python[1]}: it would end "
            f"the program without warning. Install 'PySide6-Essentials<{broken}', "
            "or use Python 3.12 or newer."
        )
    return ""


def parse_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="xenadmin-gui", description="The window of a Xen and iSCSI high-availability cluster."
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--cluster", metavar="NAME", help="open this cluster")
    which.add_argument(
        "--demo",
        nargs="?",
        const="",
        metavar="DIR",
        help="open the simulated demonstration cluster; DIR keeps its state",
    )
    parser.add_argument("--lang", choices=("de", "en"), help="language of the window")
    parser.add_argument(
        "--appearance", choices=("system", "light", "dark"), help="colours of the window"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit status."""
    arguments = parse_arguments(sys.argv[1:] if argv is None else argv)
    problem = unusable_pyside(_pyside_version(), sys.version_info[:2])
    if problem:
        sys.stderr.write(problem + "\n")
        return 2
    return _run(arguments)


def _pyside_version() -> str:
    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return "6.8"


def _run(arguments: argparse.Namespace) -> int:
    from PySide6.QtWidgets import QApplication

    from xenadmin_gui.gui import i18n, logfile, sources
    from xenadmin_gui.gui.app import Application
    from xenadmin_gui.gui.style.palette import Appearance

    QApplication.setApplicationName("xenadmin")
    QApplication.setApplicationDisplayName("")
    QApplication.setDesktopFileName("xenadmin-gui")
    sys.setswitchinterval(_TURN_S)
    logfile.keep_log()
    logfile.keep_last_words()
    app = QApplication([sys.argv[0]])
    i18n.install(app, arguments.lang)
    place = Path(arguments.demo) if arguments.demo else None
    application = Application(app, sources.real_sessions(place))
    application.start(
        arguments.cluster,
        is_demo=arguments.demo is not None,
        appearance=Appearance(arguments.appearance) if arguments.appearance else None,
    )
    try:
        return app.exec()
    finally:
        application.close()
