"""Keeps the lab from being taken away from under a test run."""

from __future__ import annotations

import fcntl
import os

from tests.lab.layout import Lab, LabError


def share(lab: Lab) -> None:
    """Mark the lab as used until this process, or what it becomes by exec, ends."""
    file = _open(lab)
    fcntl.flock(file, fcntl.LOCK_SH)
    os.set_inheritable(file, True)


def check_free(lab: Lab) -> None:
    """Raise while a test run uses the lab."""
    file = _open(lab)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise LabError("A test run uses the lab; try again when it has ended.") from error
    finally:
        os.close(file)


def _open(lab: Lab) -> int:
    lab.run.mkdir(parents=True, exist_ok=True)
    return os.open(lab.run / "in-use", os.O_RDWR | os.O_CREAT, 0o600)
