"""A world that lives in a directory, shared by processes that come and go."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from pathlib import Path

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.sim.codec import from_json, to_json
from xenadmin_gui.sim.model import State

_LONGEST_WAIT_S = 30.0


class Store:
    """``world.json`` in a directory, replaced as a whole and guarded by a lock file.

    A process that is killed leaves the last whole world behind; the kernel drops its lock.
    ``cib.xml`` beside it is a copy of the Pacemaker configuration to look at.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir(parents=True, exist_ok=True)
        self._file = directory / "world.json"
        self._lock_file = directory / "lock"
        self._descriptor: int | None = None
        self._seen: tuple[int, int] | None = None
        self._configuration = ""

    @property
    def exists(self) -> bool:
        """Whether there is a world already."""
        return self._file.exists()

    def load(self) -> State:
        """Read the world.

        Raises:
            XenadminError: The file is not one.
        """
        try:
            text = self._file.read_text(encoding="utf-8")
            status = self._file.stat()
            state = from_json(State, text)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise XenadminError(
                f"The demonstration cluster in {self.directory} cannot be read: {error}.",
                next_step="Remove the directory to begin with a fresh one.",
                code="demo",
            ) from error
        self._seen = (status.st_ino, status.st_mtime_ns)
        self._configuration = state.pacemaker.configuration
        return state

    def lock(self) -> State | None:
        """Wait for our turn; return the world when another process has changed it.

        Raises:
            XenadminError: Another process does not let go.
        """
        descriptor = os.open(self._lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + _LONGEST_WAIT_S
        pause = threading.Event()
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    os.close(descriptor)
                    raise XenadminError(
                        f"Another program holds the demonstration cluster in {self.directory}.",
                        next_step="End it, then try again.",
                        code="demo",
                    ) from None
                pause.wait(0.01)
        self._descriptor = descriptor
        try:
            status = self._file.stat()
        except FileNotFoundError:
            return None
        if self._seen == (status.st_ino, status.st_mtime_ns):
            return None
        return self.load()

    def unlock(self, state: State | None) -> None:
        """Write ``state`` unless it is None, and let the others in."""
        try:
            if state is not None:
                self._write(self._file, to_json(state))
                status = self._file.stat()
                self._seen = (status.st_ino, status.st_mtime_ns)
                if state.pacemaker.configuration != self._configuration:
                    self._configuration = state.pacemaker.configuration
                    self._write(self.directory / "cib.xml", self._configuration)
        finally:
            if self._descriptor is not None:
                os.close(self._descriptor)
                self._descriptor = None

    def _write(self, path: Path, text: str) -> None:
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
