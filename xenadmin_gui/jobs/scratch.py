"""Directories that are thrown away, and cleared away later when their program was killed."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_LOCK = ".in-use"

_swept: set[tuple[str, str]] = set()
_sweeping = threading.Lock()


class Scratch:
    """A new directory that only this user may enter, with a lock that the kernel drops.

    The first one of a kind in a process removes those that killed programs left behind: the same
    prefix, the same user, and a lock file that nobody holds. Also a context manager.

    Attributes:
        path: The directory.
    """

    def __init__(self, prefix: str, place: Path | None = None) -> None:
        """Make it.

        Args:
            prefix: How its name begins; says whose it is, so it must be ours alone.
            place: Where; None: where temporary files go (``TMPDIR``).

        Raises:
            OSError: It cannot be made.
        """
        home = place or Path(tempfile.gettempdir())
        with _sweeping:
            if (prefix, str(home)) not in _swept:
                _swept.add((prefix, str(home)))
                remove_leftovers(prefix, home)
        while True:
            self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=home))
            lock = _locked(self.path / _LOCK, os.O_CREAT)
            if lock is not None:  # else another program took it for a leftover, just then
                self._lock: int | None = lock
                return

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.remove()

    def remove(self) -> None:
        """Remove it with all that is in it; never raises, does nothing the second time."""
        lock, self._lock = self._lock, None
        if lock is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(lock)


def runtime_place() -> Path | None:
    """Return where this user's sockets belong, ``XDG_RUNTIME_DIR``; None where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return Path(runtime) if runtime and os.access(runtime, os.W_OK) else None


def remove_leftovers(prefix: str, place: Path) -> None:
    """Remove this user's directories in ``place`` that were made with ``prefix`` and lost.

    One without a lock file is not ours, or is being made just now. Never raises.
    """
    found: list[Path] = []
    with suppress(OSError):
        found = [path for path in place.iterdir() if path.name.startswith(prefix)]
    for path in found:
        with suppress(OSError):
            if path.is_symlink() or path.stat().st_uid != os.getuid():
                continue
            lock = _locked(path / _LOCK)
            if lock is not None:
                shutil.rmtree(path, ignore_errors=True)
                os.close(lock)


def _locked(path: Path, flags: int = 0) -> int | None:
    """Return a descriptor that holds the lock; None when another has it or it went meanwhile."""
    try:
        lock = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW | flags, 0o600)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(lock).st_ino == path.stat().st_ino:
            return lock
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(lock)
    return None
