"""Screens of VMs: a real VNC server behind a real sshd, reached through the one connection."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.session.ssh_session import ssh_session
from tests.transport.servers import LibvirtServer, free_port, have_libvirtd, have_sshd
from xenadmin_gui.domain.errors import PreconditionError, UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.screens import OpenScreen, screen_refusal
from xenadmin_gui.session.session import Session
from xenadmin_gui.session.viewers import find_viewer

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


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    xvnc, hide = shutil.which("Xvnc"), shutil.which("vncpasswd") or shutil.which("tigervncpasswd")
    if not (have_sshd() and have_libvirtd() and xvnc and hide and shutil.which("virsh")):
        pytest.skip("openssh-server, libvirt or tigervnc is not installed")
    place = tmp_path_factory.mktemp("screens")
    (place / "bin").mkdir()
    viewer = place / "bin" / "xtigervncviewer"
    viewer.write_text(f"#!{sys.executable}\n{VIEWER}")
    viewer.chmod(0o755)
    (place / "runtime").mkdir(mode=0o700)
    hidden = subprocess.run([hide, "-f"], input=SECRET.encode(), capture_output=True, check=True)
    (place / "hidden").write_bytes(hidden.stdout)
    path, port = place / "vnc", free_port()
    common = ["-geometry", "320x200", "-nolisten", "tcp"]
    by_path = [f":{os.getpid()}", "-desktop", "web1", "-rfbunixpath", str(path), "-rfbport", "-1"]
    by_port = [f":{os.getpid() + 1}", "-rfbport", str(port), "-localhost", "-SecurityTypes"]
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
                yield Cluster(session, uuids, place / "seen")
        finally:
            one.kill()
            two.kill()


def test_a_screen_is_seen_through_the_one_connection_until_its_viewer_is_closed(
    cluster: Cluster,
) -> None:
    screen = cluster.open("web1")
    assert cluster.what_the_viewer_saw() == ["RFB 003.008", "0o700", "web1"]
    assert screen.path.parent.parent == Path(os.environ["XDG_RUNTIME_DIR"])
    os.kill(screen.pid, 15)
    assert cluster.reason().startswith("The viewer ended")
    assert not screen.path.exists()
    assert screen.is_closed or screen.wait()


def test_the_viewer_ends_with_the_tunnel(cluster: Cluster) -> None:
    screen = cluster.open("web1")
    cluster.what_the_viewer_saw()
    screen._tunnel.close()
    cluster.reason()
    assert screen.wait() == "It was closed."
    with pytest.raises(ProcessLookupError):
        os.kill(screen.pid, 0)


def test_a_password_goes_through_a_file_and_stands_nowhere_else(cluster: Cluster) -> None:
    screen = cluster.open("db1")
    try:
        hidden = (cluster.seen.parent / "hidden").read_bytes()
        assert cluster.what_the_viewer_saw() == ["RFB 003.008", "0o700", hidden.hex()]
        told = [
            f"{record.argv} {record.output_tail}" for record in cluster.session.commands.records()
        ]
        assert any("--security-info" in line for line in told)
        assert not any(SECRET in line for line in [*told, " ".join(screen.argv)])
    finally:
        screen.close()


def test_what_cannot_be_shown_says_why(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = cluster.session.snapshot
    bare = screen_refusal(snapshot, snapshot.vms[cluster.uuids["bare"]])
    assert bare is not None
    assert bare.code == "no-screen"
    with pytest.raises(UnreachableError, match="opens no way to port"):
        cluster.open("dead")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PreconditionError) as told:
        cluster.open("web1")
    assert "tigervnc-viewer" in told.value.next_step


def test_only_tigervnc_is_taken_for_a_viewer(tmp_path: Path) -> None:
    other = tmp_path / "xtightvncviewer"
    other.write_text("")
    other.chmod(0o755)
    (tmp_path / "vncviewer").symlink_to(other)
    assert find_viewer("vnc", str(tmp_path)) is None
    ours = tmp_path / "xtigervncviewer"
    ours.write_text("")
    ours.chmod(0o755)
    found = find_viewer("vnc", str(tmp_path))
    assert found is not None
    assert found.program == str(ours)


def test_a_session_that_ends_takes_its_viewers_with_it(cluster: Cluster) -> None:
    """The last of these tests: the session is closed after it."""
    screen = cluster.open("web1")
    cluster.what_the_viewer_saw()
    cluster.session.close()
    cluster.reason()
    with pytest.raises(ProcessLookupError):
        os.kill(screen.pid, 0)
