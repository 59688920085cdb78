"""Where the program's log goes: the Log dock, and a file that outlives the window."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.session import paths

_MOST_BYTES = 1_000_000
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def keep_log() -> logging.Handler | None:
    """Write what the program says to ``$XDG_STATE_HOME/xenadmin/window.log``; return the writer.

    None when there is no place for it: the window works without.
    """
    logger = logging.getLogger("xenadmin_gui")
    logger.setLevel(logging.INFO)
    try:
        place = paths.make_private(paths.state_dir()) / "window.log"
        handler = RotatingFileHandler(place, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8")
    except (OSError, XenadminError) as error:
        logger.warning("no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    logger.addHandler(handler)
    return handler


def keep_last_words() -> None:
    """Have a program that the system ends write where it was to ``crash.log`` beside the log."""
    try:
        place = paths.make_private(paths.state_dir()) / "crash.log"
        faulthandler.enable(place.open("a", encoding="utf-8"))
    except (OSError, XenadminError):
        faulthandler.enable()
