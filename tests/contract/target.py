"""The two clusters that the contract suite speaks to: the simulated one and the laboratory."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

TOP = Path(__file__).resolve().parents[2]
_BETWEEN_REPORTS_S = 5.0


@dataclass(frozen=True, slots=True)
class Written:
    """What a guest's writer, which syncs every second, counts.

    Attributes:
        longest_stall_s: The longest time that one write took.
    """

    beats: int
    errors: int
    longest_stall_s: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command line said."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


@dataclass(frozen=True, slots=True)
class NewVm:
    """What ``vm install`` is told besides the name.

    Attributes:
        words: Template, sizes, address, keys.
        address: Its address, without the prefix.
    """

    words: tuple[str, ...]
    address: str


class Target(Protocol):
    """A cluster under test.

    Attributes:
        name: ``sim`` or ``lab``.
        home: Home directory of the program under test.
        window_words: What makes xenadmin-gui open this cluster.
        patience_s: How long anything of this cluster may take, in its own time.
    """

    name: str
    home: Path
    window_words: tuple[str, ...]
    patience_s: float

    def xenadmin(self, *words: str) -> Answer:
        """Run the program's own command line on this cluster."""
        ...

    def raw(self, host: str, *argv: str) -> str:
        """Run a tool on a host without the program in between; its standard output."""
        ...

    def power(self, host: str, *, on: bool) -> None:
        """Pull or plug the power cable of a host."""
        ...

    def cut(self, network: str, host: str = "") -> None:
        """Pull every cable, or that of one host, of storage network ``A`` or ``B``, of
        ``management``; or cut the ``replication`` between the SAN servers."""
        ...

    def mend(self, network: str, host: str = "") -> None:
        """Plug them in again."""
        ...

    def split_brain(self, replica: str) -> None:
        """Have both sides of a replica write without each other, then meet again."""
        ...

    def disk_bytes(self, vm: str, host: str, disk: str, wwid: str) -> int:
        """Size of a running guest's disk as the guest sees it; ``wwid`` is its LUN."""
        ...

    def stamp(self, host: str, wwid: str, word: str) -> None:
        """Write a word to the beginning of a LUN that no VM has, past every cache."""
        ...

    def stamped(self, host: str, wwid: str) -> str | None:
        """The word that stands there; None where volumes hold nothing."""
        ...

    def begin_to_write(self, vm: str, host: str) -> None:
        """Have the guest's writer count anew."""
        ...

    def written(self, vm: str, host: str) -> Written | None:
        """What it has counted since, once it writes again; None where guests are not real."""
        ...

    def new_vm(self, number: int) -> NewVm:
        """How a VM is made here; its template is there when this returns."""
        ...

    def inside(self, address: str, command: str) -> str | None:
        """What a shell command of the new guest's own account says, by SSH with the key that the
        guest was told; None where guests are not real."""
        ...

    def let_pass(self, seconds: float) -> None:
        """Let that much time of the cluster pass."""
        ...

    def real_time(self) -> None:
        """From now on a window keeps the cluster's time."""
        ...


def _program(words: tuple[str, ...], environment: dict[str, str], timeout_s: float) -> Answer:
    done = subprocess.run(
        [sys.executable, "-m", "xenadmin_gui.cli.main", *words],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        cwd=TOP,
        env=environment,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def clean_environment(home: Path) -> dict[str, str]:
    """The caller's environment with a home of its own and nothing of the user's settings."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment["HOME"] = str(home)
    environment["PYTHONPATH"] = str(TOP)
    return environment


class Simulated:
    """The demonstration cluster, kept in a directory, in virtual time."""

    name = "sim"
    patience_s = 400.0
    _networks = {
        "A": "storage-a",
        "B": "storage-b",
        "management": "management",
        "replication": "drbd",
    }

    def __init__(self, home: Path) -> None:
        self.home = home
        self.directory = home / "demo"
        self.window_words = (f"--demo={self.directory}",)
        self._is_real_time = False

    def xenadmin(self, *words: str) -> Answer:
        return _program(
            (f"--demo={self.directory}", *words), clean_environment(self.home), timeout_s=120
        )

    def raw(self, host: str, *argv: str) -> str:
        from tests.contract.simulated import run_raw

        return run_raw(self.directory, host, argv)

    def power(self, host: str, *, on: bool) -> None:
        self._drill("power-on" if on else "power-off", host)

    def cut(self, network: str, host: str = "") -> None:
        self._drill("cut", self._networks[network], *([host] if host else []))

    def mend(self, network: str, host: str = "") -> None:
        self._drill("mend", self._networks[network], *([host] if host else []))

    def split_brain(self, replica: str) -> None:
        self._drill("split-brain", replica)

    def disk_bytes(self, vm: str, host: str, disk: str, wwid: str) -> int:
        from tests.contract.simulated import map_bytes

        return map_bytes(self.directory, host, wwid)

    def stamp(self, host: str, wwid: str, word: str) -> None:
        """A simulated volume has no content."""

    def stamped(self, host: str, wwid: str) -> str | None:
        return None

    def begin_to_write(self, vm: str, host: str) -> None:
        """Nothing runs inside a simulated guest."""

    def written(self, vm: str, host: str) -> Written | None:
        return None

    def new_vm(self, number: int) -> NewVm:
        address = f"10.20.0.{200 + number}"
        return NewVm(("--template", "debian-12", "--address", f"{address}/24"), address)

    def inside(self, address: str, command: str) -> str | None:
        return None

    def let_pass(self, seconds: float) -> None:
        if self._is_real_time:
            threading.Event().wait(seconds)
        else:
            self._drill("advance", str(seconds))

    def real_time(self) -> None:
        self._is_real_time = True

    def _drill(self, *words: str) -> None:
        answer = self.xenadmin("drill", *words)
        assert answer.status == 0, answer.stderr


class Laboratory:
    """The real cluster of ``tests/lab``, in real time; must be up."""

    name = "lab"
    patience_s = 900.0
    _networks = {
        "A": ("net", "sana"),
        "B": ("net", "sanb"),
        "management": ("mgmt",),
        "replication": ("drbd",),
    }

    def __init__(self, home: Path) -> None:
        from tests.lab.cluster_file import as_yaml
        from tests.lab.layout import open_lab

        self.home = home
        self.window_words = ("--cluster", "lab")
        self._lab = open_lab()
        clusters = home / ".config" / "xenadmin" / "clusters"
        clusters.mkdir(parents=True, exist_ok=True)
        (clusters / "lab.yaml").write_text(as_yaml(self._lab))

    def xenadmin(self, *words: str) -> Answer:
        return _program(("--cluster", "lab", *words), clean_environment(self.home), timeout_s=1200)

    def raw(self, host: str, *argv: str) -> str:

        from tests.lab.layout import LabError
        from tests.lab.remote import run

        done = run(self._lab, self._lab.host(host), f"LC_ALL=C {shlex.join(argv)}")
        if done.returncode:
            raise LabError(f"{host}: {shlex.join(argv)}: {done.stderr}")
        return done.stdout

    def power(self, host: str, *, on: bool) -> None:
        self._lab_command("mend" if on else "fault", "power", host)

    def cut(self, network: str, host: str = "") -> None:
        self._lab_command("fault", *self._networks[network], *([host] if host else []))

    def mend(self, network: str, host: str = "") -> None:
        self._lab_command("mend", *self._networks[network], *([host] if host else []))

    def split_brain(self, replica: str) -> None:
        self._lab_command("fault", "split", replica)

    def disk_bytes(self, vm: str, host: str, disk: str, wwid: str) -> int:
        from tests.lab import guest

        size = f"cat /sys/block/{disk}/size"
        return int(guest.run_in(self._lab, guest.named(vm), self._lab.host(host), size)) * 512

    def stamp(self, host: str, wwid: str, word: str) -> None:
        device = f"/dev/disk/by-id/dm-uuid-mpath-{wwid}"
        script = 'printf %-4096s "$1" | dd of="$2" bs=4096 count=1 oflag=direct iflag=fullblock'
        self.raw(host, "sh", "-c", f"{script} 2>&1", "sh", word, device)

    def stamped(self, host: str, wwid: str) -> str | None:
        device = f"/dev/disk/by-id/dm-uuid-mpath-{wwid}"
        script = 'dd if="$1" bs=4096 count=1 iflag=direct 2>/dev/null'
        return self.raw(host, "sh", "-c", script, "sh", device).strip()

    def begin_to_write(self, vm: str, host: str) -> None:
        from tests.lab import guest

        guest.begin_to_write(self._lab, guest.named(vm), self._lab.host(host))

    def written(self, vm: str, host: str) -> Written | None:
        first: Written | None = None
        for _ in range(int(self.patience_s / _BETWEEN_REPORTS_S)):
            now = self._report(vm, host)
            if now is not None and first is not None and now.beats > first.beats:
                return now
            first = first or now
            self.let_pass(_BETWEEN_REPORTS_S)
        raise AssertionError(f"{vm} does not write: {first}")

    def _report(self, vm: str, host: str) -> Written | None:
        from tests.lab import guest
        from tests.lab.layout import LabError

        try:
            said = guest.written(self._lab, guest.named(vm), self._lab.host(host))
        except LabError:
            return None  # it waits for its disk, like everything in it
        return Written(said["beats"], said["errors"], said["longest_stall_s"])

    def new_vm(self, number: int) -> NewVm:
        known = {one["name"] for one in self.xenadmin("template", "list", "--json").json}
        if "debian" not in known:
            from tests.lab import template

            template.put(self._lab)
            words = ("template", "import", "debian", template.PLACE, *template.DESCRIBED, "--yes")
            imported = self.xenadmin(*words)
            assert imported.status == 0, imported.stderr
        address = f"10.10.0.{70 + number}"
        words = (
            "--template", "debian", "--vcpus", "1", "--memory", "256MiB", "--disk", "1GiB",
            "--bridge", "xenbr0", "--address", f"{address}/24",
            "--ssh-key", str(self._lab.ssh / "id.pub"),
        )  # fmt: skip
        return NewVm(words, address)

    def inside(self, address: str, command: str) -> str | None:
        from tests.lab import guest
        from tests.lab.layout import LabError

        via = self._lab.with_role("host")[0]
        for _ in range(int(self.patience_s / _BETWEEN_REPORTS_S)):
            try:
                return guest.run_at(self._lab, address, via, command)
            except LabError:
                self.let_pass(_BETWEEN_REPORTS_S)  # it answers ping before it lets anybody in
        return guest.run_at(self._lab, address, via, command)

    def let_pass(self, seconds: float) -> None:
        threading.Event().wait(seconds)

    def real_time(self) -> None:
        """It always does."""

    def _lab_command(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "tests.lab", *words], cwd=TOP, check=True, timeout=300
        )
