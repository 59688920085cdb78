"""What the command tells the person who waits."""

from __future__ import annotations

import sys
import time

_STARTED = time.monotonic()


def say(text: str) -> None:
    """Print a line with the seconds since the command was started."""
    sys.stderr.write(f"{time.monotonic() - _STARTED:5.0f} s  {text}\n")
    sys.stderr.flush()


def elapsed_s() -> float:
    """Seconds since the command was started."""
    return time.monotonic() - _STARTED
