"""Real servers on loopback for tests and measurements: OpenSSH's sshd and libvirtd.

Each runs from a directory of its own, with keys and sockets of its own, and ``stop`` ends it
with all that was started through it.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig, SshConfig
from xenadmin_gui.domain.host import Role

_TOKEN = "XENADMIN_TEST_SERVER"
_START_S = 20.0
_LOOPBACK = "127.0.0.1"


def have_sshd() -> bool:
    """Say whether OpenSSH's server is installed."""
    return Path("/usr/sbin/sshd").exists() and shutil.which("ssh-keygen") is not None


def have_libvirtd() -> bool:
    """Say whether libvirt's daemon is installed."""
    return _libvirtd() is not None


def make_key(path: Path, kind: str = "ed25519", passphrase: str = "") -> Path:
    """Make a key pair with ssh-keygen; return the private half's path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", path.name, "-f", str(path)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return path


def free_port() -> int:
    """Return a TCP port on which nobody listens at the moment."""
    with socket.socket() as line:
        line.bind((_LOOPBACK, 0))
        port: int = line.getsockname()[1]
        return port


@dataclass(slots=True)
class SshServer:
    """An sshd that lets the current user in with ``client_key``.

    Attributes:
        directory: Everything of it lies here; made when missing.
        host_keys: Kinds of key that it shows.
        options: Further lines of sshd_config; they win over ours.
        programs: A directory whose programs its sessions find before the machine's own.
    """

    directory: Path
    client_key: Path
    host_keys: Sequence[str] = ("ed25519",)
    options: Mapping[str, str] = field(default_factory=dict)
    programs: Path | None = None
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None
    _token: str = field(default_factory=lambda: secrets.token_hex(8))

    def __enter__(self) -> SshServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start it, again on the same port if it ran before, and wait until it answers."""
        self.directory.mkdir(parents=True, exist_ok=True)
        self.port = self.port or free_port()
        for kind in self.host_keys:
            if not self._host_key(kind).exists():
                make_key(self._host_key(kind), kind)
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        self._write_config()
        with (self.directory / "log").open("ab") as log:
            self._process = subprocess.Popen(
                ["/usr/sbin/sshd", "-D", "-e", "-f", str(self.directory / "config")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        _until(self._answers, f"sshd does not answer; see {self.directory}/log", self._process)

    def stop(self) -> None:
        """End the listener, all sessions and all commands that were run in them."""
        if self._process is None:
            return
        doomed = descendants(self._process.pid)
        self._process.kill()
        self._process.wait()
        self._process = None
        kill_all([*doomed, *_marked(self._token)])

    def freeze(self) -> None:
        """Stop every session in its tracks: the link hangs, the line stays open."""
        self._signal_sessions(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let frozen sessions go on."""
        self._signal_sessions(signal.SIGCONT)

    def drop(self) -> None:
        """Kill every session, as when the host loses its power; the listener stays."""
        self._signal_sessions(signal.SIGKILL)

    def sessions(self) -> list[int]:
        """Return the processes of all connections and of what runs in them."""
        return descendants(self._process.pid) if self._process else []

    def known_hosts_line(self, kind: str = "ed25519", name: str = "") -> str:
        """Return the line that makes a client trust it."""
        words = self._host_key(kind).with_suffix(".pub").read_text().split()
        return f"{name or f'[{_LOOPBACK}]:{self.port}'} {words[0]} {words[1]}\n"

    def trust(self, known_hosts: Path) -> None:
        """Append its keys to a known_hosts file."""
        with known_hosts.open("a") as file:
            file.writelines(self.known_hosts_line(kind) for kind in self.host_keys)

    def server(self, name: str, **changes: Any) -> ServerConfig:
        """Return it as a server of a cluster file."""
        plain = ServerConfig(name, frozenset({Role.HOST}), _LOOPBACK, self.port)
        return replace(plain, **changes)

    def _host_key(self, kind: str) -> Path:
        return self.directory / f"host_{kind}"

    def _write_config(self) -> None:
        keys = self.directory / "authorized_keys"
        if not keys.exists():
            keys.write_text(Path(f"{self.client_key}.pub").read_text())
        lines = {
            "Port": str(self.port),
            "ListenAddress": _LOOPBACK,
            "PidFile": "none",
            "AuthorizedKeysFile": str(keys),
            "UsePAM": "no",
            "StrictModes": "no",
            "PermitRootLogin": "yes",
            "PasswordAuthentication": "no",
            "KbdInteractiveAuthentication": "no",
            "MaxStartups": "100",
            "PrintMotd": "no",
            "UseDNS": "no",
            # The level makes bash leave out ~/.bashrc: the tests are not about that.
            "SetEnv": f"SHLVL=1 {_TOKEN}={self._token}",
            **self.options,
        }
        if self.programs is not None:
            lines["SetEnv"] += f" PATH={self.programs}:/usr/sbin:/usr/bin:/sbin:/bin"
        text = [f"{name} {value}" for name, value in lines.items()]
        text += [f"HostKey {self._host_key(kind)}" for kind in self.host_keys]
        (self.directory / "config").write_text("\n".join(text) + "\n")

    def _answers(self) -> bool:
        with suppress(OSError), socket.create_connection((_LOOPBACK, self.port), 1) as line:
            return line.recv(4) == b"SSH-"
        return False

    def _signal_sessions(self, number: signal.Signals) -> None:
        for pid in self.sessions():
            with suppress(ProcessLookupError):
                os.kill(pid, number)


@dataclass(slots=True)
class LibvirtServer:
    """A libvirtd with a private socket, for the test driver.

    ``test:///default`` lives in the daemon as long as a connection is open; ``control`` is one.

    Attributes:
        control: A connection of ours to define and start domains with.
    """

    directory: Path
    control: Any = None
    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> LibvirtServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def socket(self) -> Path:
        return self.directory / "libvirt-sock"

    @property
    def uri(self) -> str:
        """What a cluster file says to reach it."""
        return f"test+unix:///default?socket={self.socket}"

    def start(self) -> None:
        """Start it and open ``control``."""
        import libvirt

        program = _libvirtd()
        assert program is not None, "libvirtd is not installed"
        self.directory.mkdir(parents=True, exist_ok=True)
        config = self.directory / "libvirtd.conf"
        config.write_text(
            f'unix_sock_dir = "{self.directory}"\n'
            'unix_sock_rw_perms = "0700"\nauth_unix_rw = "none"\nauth_unix_ro = "none"\n'
            'keepalive_interval = -1\nlog_outputs = "3:stderr"\n'
        )
        runtime = self.directory / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        with (self.directory / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*_ALONE, program, "-f", str(config), "-p", str(self.directory / "pid")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "XDG_RUNTIME_DIR": str(runtime)},
            )
        why = f"libvirtd does not answer; see {self.directory}/log"
        _until(self._answers, why, self._process)
        libvirt.registerErrorHandler(lambda *_: None, None)
        self.control = libvirt.open(self.uri)

    def stop(self) -> None:
        """Close ``control`` and end the daemon."""
        if self.control is not None:
            with suppress(Exception):
                self.control.close()
            self.control = None
        if self._process is not None:
            doomed = descendants(self._process.pid)
            self._process.kill()
            self._process.wait()
            self._process = None
            kill_all(doomed)

    def freeze(self) -> None:
        """Stop the daemon in its tracks."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let the frozen daemon go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def define(self, name: str, uuid: str) -> Any:
        """Define a small domain and return it."""
        return self.control.defineXML(
            f"<domain type='test'><name>{name}</name><uuid>{uuid}</uuid>"
            "<memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type>hvm</type></os></domain>"
        )

    def _answers(self) -> bool:
        with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.socket))
            return True
        return False


def cluster(
    client_key: Path | None, known_hosts: Path, *servers: ServerConfig, **changes: Any
) -> ClusterConfig:
    """Return a cluster file's content that ignores the user's own ssh_config."""
    ssh = SshConfig(
        identity=str(client_key) if client_key else None,
        known_hosts=str(known_hosts),
        config="/dev/null",
    )
    return replace(ClusterConfig("test", servers=servers, ssh=ssh), **changes)


def descendants(pid: int) -> list[int]:
    """Return all living children of a process, their children, and so on."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):
                after_name = (entry / "stat").read_text().rpartition(")")[2].split()
                parents.setdefault(int(after_name[1]), []).append(int(entry.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def kill_all(pids: Sequence[int]) -> None:
    """Kill processes, frozen ones too."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _marked(token: str) -> list[int]:
    """Return processes that a session of a server left behind, by their environment."""
    wanted = f"{_TOKEN}={token}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
    return found


#: As root every libvirtd locks the same files below /run/libvirt: each gets a folder of its own.
_OWN_FOLDER = 'mkdir -p /run/libvirt && mount -t tmpfs none /run/libvirt && exec "$@"'
_ALONE = ("unshare", "--mount", "sh", "-c", _OWN_FOLDER, "sh") if os.geteuid() == 0 else ()


def _libvirtd() -> str | None:
    return shutil.which("libvirtd", path="/usr/sbin:/usr/bin:/sbin")


def _until(holds: Any, complaint: str, process: subprocess.Popen[bytes]) -> None:
    """Ask until ``holds()``, for a server has no other way to say that it is ready."""
    end = time.monotonic() + _START_S
    pause = threading.Event()
    while not holds():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(complaint)
        pause.wait(0.02)
