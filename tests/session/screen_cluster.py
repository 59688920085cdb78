"""One host behind a real sshd with VMs whose screens are real VNC servers, and a small viewer."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.session.ssh_session import ssh_session
from tests.transport.servers import LibvirtServer, free_port, have_libvirtd, have_sshd
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.screens import OpenScreen
from xenadmin_gui.session.session import Session

PATIENCE_S = 60.0
SECRET = "geheim12"
#: Shakes hands as a viewer does (RFC 6143), says in $SEEN what it saw, and stays until the end.
VIEWER = """
import os, socket, stat, sys
path = sys.argv[-1]
line = socket.socket(socket.AF_UNIX)
line.connect(path)
def read(count):
    got = b""
    while len(got) < count:
        piece = line.recv(count - len(got))
        if not piece:
            sys.exit("hung up")
        got += piece
    return got
seen = [read(12).decode().strip(), oct(stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode))]
line.sendall(b"RFB 003.008\\n")
kinds = read(read(1)[0])
if 1 in kinds:
    line.sendall(b"\\1")
    assert read(4) == bytes(4)
    line.sendall(b"\\1")
    size = read(20)
    seen.append(read(int.from_bytes(read(4), "big")).decode())
files = [word.partition("=")[2] for word in sys.argv if word.startswith("-PasswordFile=")]
seen += [open(file, "rb").read().hex() for file in files]
with open(os.environ["SEEN"] + ".new", "w") as file:
    file.write("\\n".join(seen))
os.rename(os.environ["SEEN"] + ".new", os.environ["SEEN"])
while line.recv(65536):
    pass
"""


@dataclass
class Cluster:
    """One host with two running VMs, whose screens are two Xvnc."""

    session: Session
    uuids: dict[str, str]
    seen: Path
    libvirtd: LibvirtServer
    reasons: list[str] = field(default_factory=list)
    _ended: threading.Event = field(default_factory=threading.Event)

    def open(self, name: str) -> OpenScreen:
        self.seen.unlink(missing_ok=True)
        self.reasons.clear()
        self._ended.clear()
        return self.session.screen(self.uuids[name], self._on_closed, JobContext())

    def what_the_viewer_saw(self) -> list[str]:
        until(self.seen.exists)
        return self.seen.read_text().splitlines()

    def reason(self) -> str:
        assert self._ended.wait(PATIENCE_S)
        return self.reasons[0]

    def start_anew(self, name: str) -> None:
        """Have its guest started again: the domain gets another number."""
        domain = self.libvirtd.control.lookupByName(name)
        domain.destroy()
        domain.create()

    def _on_closed(self, reason: str) -> None:
        self.reasons.append(reason)
        self._ended.set()


def until(holds: Callable[[], bool]) -> None:
    """Ask until ``holds()``: another process has no other way to say so."""
    end, pause = time.monotonic() + PATIENCE_S, threading.Event()
    while not holds():
        assert time.monotonic() < end
        pause.wait(0.02)


def answers(family: int, where: object) -> bool:
    with socket.socket(family) as line:
        return line.connect_ex(where) == 0  # type: ignore[arg-type]


def define(libvirtd: LibvirtServer, name: str, graphics: str) -> str:
    domain = libvirtd.control.defineXML(
        f"<domain type='test'><name>{name}</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>"
        f"<os><type>hvm</type></os><devices>{graphics}</devices></domain>"
    )
    domain.create()
    return str(domain.UUIDString())


@contextmanager
def screen_cluster(place: Path) -> Iterator[Cluster]:
    """Start everything in ``place``; skips the test where something is not installed."""
    xvnc, hide = shutil.which("Xvnc"), shutil.which("vncpasswd") or shutil.which("tigervncpasswd")
    if not (have_sshd() and have_libvirtd() and xvnc and hide and shutil.which("virsh")):
        pytest.skip("openssh-server, libvirt or tigervnc is not installed")
    (place / "bin").mkdir()
    viewer = place / "bin" / "xtigervncviewer"
    viewer.write_text(f"#!{sys.executable}\n{VIEWER}")
    viewer.chmod(0o755)
    (place / "runtime").mkdir(mode=0o700)
    hidden = subprocess.run([hide, "-f"], input=SECRET.encode(), capture_output=True, check=True)
    (place / "hidden").write_bytes(hidden.stdout)
    path, port = place / "vnc", free_port()
    display = 1000 + os.getpid() % 20_000 * 2
    common = ["-geometry", "320x200", "-nolisten", "tcp"]
    by_path = [f":{display}", "-desktop", "web1", "-rfbunixpath", str(path), "-rfbport", "-1"]
    by_port = [f":{display + 1}", "-rfbport", str(port), "-localhost", "-SecurityTypes"]
    by_port += ["VncAuth", "-PasswordFile", str(place / "hidden")]
    with (
        LibvirtServer(place / "libvirt") as libvirtd,
        (place / "log").open("wb") as log,
        pytest.MonkeyPatch.context() as patch,
        subprocess.Popen([xvnc, *common, *by_path, "-SecurityTypes", "None"], stderr=log) as one,
        subprocess.Popen([xvnc, *common, *by_port], stderr=log) as two,
    ):
        patch.setenv("PATH", f"{place / 'bin'}:{os.environ['PATH']}")
        patch.setenv("SEEN", str(place / "seen"))
        patch.setenv("XDG_RUNTIME_DIR", str(place / "runtime"))
        try:
            until(lambda: answers(socket.AF_UNIX, str(path)))
            until(lambda: answers(socket.AF_INET, ("127.0.0.1", port)))
            listen = f"<graphics type='vnc'><listen type='socket' socket='{path}'/></graphics>"
            guarded = f"<graphics type='vnc' port='{port}' listen='0.0.0.0' passwd='{SECRET}'/>"
            uuids = {
                "web1": define(libvirtd, "web1", listen),
                "db1": define(libvirtd, "db1", guarded),
                "bare": define(libvirtd, "bare", ""),
                "dead": define(
                    libvirtd,
                    "dead",
                    f"<graphics type='vnc' port='{free_port()}' autoport='no' listen='127.0.0.1'/>",
                ),
            }
            with ssh_session(place, libvirtd) as session:
                session.refresh(JobContext())
                yield Cluster(session, uuids, place / "seen", libvirtd)
        finally:
            one.kill()
            two.kill()
