"""The programs that show a VM's screen, and what they are told on their command line and in files.

Passwords are never on a command line: they go through files in a directory of this user alone.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from xenadmin_gui.transport.vncpassword import obscured

#: Debian's packages, by the kind of screen.
PACKAGES = {"vnc": "tigervnc-viewer", "spice": "virt-viewer"}
_PROGRAMS = {"vnc": ("xtigervncviewer", "vncviewer"), "spice": ("remote-viewer",)}


@dataclass(frozen=True, slots=True)
class Viewer:
    """An installed program.

    Attributes:
        kind: Of the screens that it shows, ``vnc`` or ``spice``.
    """

    kind: str
    program: str

    def argv(self, socket: Path, private: Path, title: str, password: str) -> tuple[str, ...]:
        """Return how it is started on ``socket``; writes what it reads into ``private``.

        Raises:
            OSError: A file cannot be written.
        """
        if self.kind == "vnc":
            # A second connection through a tunnel whose far end is gone helps nobody.
            words = [self.program, "-Shared=1", "-ReconnectOnError=0"]
            if password:
                _write(private / "password", obscured(password))
                words.append(f"-PasswordFile={private / 'password'}")
            return (*words, str(socket))
        lines = ["[virt-viewer]", "type=spice", f"unix-path={socket}", f"title={_line(title)}"]
        lines += [f"password={_line(password)}"] if password else []
        _write(private / "screen.vv", "\n".join([*lines, ""]).encode())
        return (self.program, str(private / "screen.vv"))


def find_viewer(kind: str, path: str | None = None) -> Viewer | None:
    """Return what shows screens of ``kind``; only TigerVNC takes a socket instead of a port.

    Args:
        path: Where programs are looked for, as in ``PATH``; None: there.
    """
    for name in _PROGRAMS.get(kind, ()):
        found = shutil.which(name, path=path)
        if found is not None and (kind != "vnc" or _is_tigervnc(found)):
            return Viewer(kind, found)
    return None


def _is_tigervnc(program: str) -> bool:
    """Other VNC viewers, too, are called vncviewer through Debian's alternatives."""
    name = Path(program).resolve().name
    return "tigervnc" in name or name == "vncviewer"


def _line(text: str) -> str:
    return "".join(character for character in text if character.isprintable())


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
