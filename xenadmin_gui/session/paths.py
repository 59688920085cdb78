"""Where files lie: the places of the XDG Base Directory Specification 0.8."""

from __future__ import annotations

import os
from pathlib import Path

from xenadmin_gui.domain.errors import PreconditionError

PROGRAM = "xenadmin"


def config_dir() -> Path:
    """Return where the cluster files and settings lie; may not exist yet."""
    return _place("XDG_CONFIG_HOME", ".config") / PROGRAM


def state_dir() -> Path:
    """Return where the journals and events lie; may not exist yet."""
    return _place("XDG_STATE_HOME", ".local/state") / PROGRAM


def cache_dir() -> Path:
    """Return where lies what can be made again; may not exist yet."""
    return _place("XDG_CACHE_HOME", ".cache") / PROGRAM


def data_dir() -> Path:
    """Return where the user's own templates and icons lie; may not exist yet."""
    return _place("XDG_DATA_HOME", ".local/share") / PROGRAM


def clusters_dir() -> Path:
    """Return where the cluster files lie; may not exist yet."""
    return config_dir() / "clusters"


def cluster_state_dir(name: str) -> Path:
    """Return where the journal and the events of the cluster called ``name`` lie."""
    return state_dir() / "clusters" / name


def make_private(directory: Path) -> Path:
    """Make ``directory`` for this user only, when it is not there yet.

    Raises:
        PreconditionError: It cannot be made.
    """
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise PreconditionError(
            f"The directory {directory} cannot be made: {error.strerror}.",
            next_step="Make it by hand, or point XDG_STATE_HOME and XDG_CONFIG_HOME elsewhere.",
            code="directory",
        ) from error
    return directory


def _place(variable: str, default: str) -> Path:
    """The specification has relative values ignored."""
    value = os.environ.get(variable, "")
    if os.path.isabs(value):
        return Path(value)
    return Path(os.path.expanduser("~")) / default
