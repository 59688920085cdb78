"""The first words of a VNC server (RFC 6143, 7.1): whether it wants a password."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

from xenadmin_gui.jobs.context import JobContext

_PATIENCE_S = 15.0
_NONE, _PASSWORD = 1, 2


class NoVncError(Exception):
    """What answers there speaks no VNC, or sends everybody away; with what it said."""


def wants_password(path: Path, context: JobContext) -> bool:
    """Ask the server behind a socket, and hang up.

    Raises:
        NoVncError: There is none.
        OSError: It cannot be reached.
        Cancelled: The context was cancelled.
    """
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(_PATIENCE_S)

        def hang_up() -> None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

        with context.closing_on_cancel(hang_up):
            try:
                line.connect(str(path))
                kinds = _security(line)
            except OSError:
                context.checkpoint()
                raise
    return _PASSWORD in kinds and _NONE not in kinds


def _security(line: socket.socket) -> bytes:
    greeting = _read(line, 12)
    if not greeting.startswith(b"RFB "):
        raise NoVncError("something else than a VNC server answers")
    is_old = greeting < b"RFB 003.007"
    line.sendall(b"RFB 003.003\n" if is_old else b"RFB 003.008\n")
    if is_old:
        kinds = _read(line, 4)[3:]
    else:
        count = _read(line, 1)[0]
        kinds = _read(line, count) if count else b"\0"
    if kinds == b"\0":
        length = int.from_bytes(_read(line, 4), "big")
        raise NoVncError(_read(line, min(length, 1000)).decode("utf-8", "replace").rstrip("."))
    return kinds


def _read(line: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        piece = line.recv(count - len(got))
        if not piece:
            raise NoVncError("it hung up at once")
        got += piece
    return got
