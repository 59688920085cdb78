"""The lab as values: hosts, networks, volumes, guests, ports, and where each file lies."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

IQN_BASE = "iqn.2026-11.example.lab"
TARGET_IQN = f"{IQN_BASE}:san"
CLUSTER_IP_OCTET = 10
VOLUME_MIB = 96
VOLUME_GROUP = "vg_san"
DOM0_MIB = 768


class LabError(Exception):
    """Something the person at the keyboard can act on; its text is the whole message."""


@dataclass(frozen=True)
class Network:
    """One switch of the lab.

    Attributes:
        name: short name, also the switch's directory.
        label: what the application calls it.
        prefix: the first three octets.
        nic: QEMU id of the network card every host has on it.
    """

    name: str
    label: str
    kind: Literal["management", "storage"]
    prefix: str
    nic: str

    @property
    def cidr(self) -> str:
        return f"{self.prefix}.0/24"


NETWORKS = (
    Network("mgmt", "management", "management", "10.10.0", "nic1"),
    Network("sana", "A", "storage", "10.10.1", "nic2"),
    Network("sanb", "B", "storage", "10.10.2", "nic3"),
)
ADMIN_NIC = "nic0"  # QEMU's user network: the administrator's ssh and the way to the BMCs


@dataclass(frozen=True)
class Host:
    """One virtual machine of the lab that plays a physical server.

    Attributes:
        octet: last octet of its address on every network.
        node_id: its Corosync node id.
        tcg_cache_mib: size of QEMU's translation buffer when there is no KVM.
    """

    name: str
    role: Literal["san", "host"]
    octet: int
    node_id: int
    memory_mib: int
    cpus: int
    tcg_cache_mib: int

    @property
    def ssh_port(self) -> int:
        return 2200 + self.octet

    @property
    def bmc_port(self) -> int:
        """Loopback port of this host's BMC on the machine that runs the lab."""
        return 8400 + self.octet

    @property
    def bmc_address(self) -> str:
        """Address at which every host of the lab sees this host's BMC."""
        return f"10.0.2.{100 + self.octet}"

    @property
    def iqn(self) -> str:
        return f"{IQN_BASE}:{self.name}"

    def address(self, network: Network) -> str:
        return f"{network.prefix}.{self.octet}"


@dataclass(frozen=True)
class Guest:
    """A virtual machine of the cluster; its root file system is LUN number `lun`.

    Attributes:
        home: the Xen host it starts on.
        protected: whether Pacemaker runs it.
    """

    name: str
    kind: Literal["pv", "pvh"]
    lun: int
    home: str
    protected: bool
    memory_mib: int = 128

    @property
    def uuid(self) -> str:
        return f"11111111-2222-3333-4444-0000000000{self.octet:02d}"

    @property
    def octet(self) -> int:
        return 60 + self.lun

    @property
    def address(self) -> str:
        return f"{NETWORKS[0].prefix}.{self.octet}"

    @property
    def mac(self) -> str:
        return f"00:16:3e:00:00:{self.octet}"

    @property
    def serial(self) -> str:
        """SCSI serial number: hexadecimal, for LIO drops every other character from the WWID."""
        return f"ab{self.lun:06x}"

    @property
    def wwid(self) -> str:
        return f"36001405{self.serial:0<25}"

    @property
    def drbd_minor(self) -> int:
        return self.lun

    @property
    def drbd_port(self) -> int:
        return 7780 + self.lun

    @property
    def definition(self) -> str:
        """Path of its libvirt XML on every host that may run it."""
        return f"/etc/xenadmin/domains/{self.uuid}.xml"


GUESTS = (
    Guest("pvh1", "pvh", 1, "xen1", protected=True),
    Guest("pvh2", "pvh", 2, "xen1", protected=False),
    Guest("pv1", "pv", 3, "xen2", protected=False),
)


def _hosts(xen_hosts: int) -> tuple[Host, ...]:
    san = [Host(f"san{i}", "san", 10 + i, i, 640, 1, 512) for i in (1, 2)]
    xen = [Host(f"xen{i}", "host", 20 + i, 2 + i, 1536, 2, 512) for i in range(1, xen_hosts + 1)]
    return (*san, *xen)


@dataclass(frozen=True)
class Lab:
    """One lab: a directory and the number of Xen hosts in it."""

    root: Path
    xen_hosts: int = 2

    @property
    def hosts(self) -> tuple[Host, ...]:
        return _hosts(self.xen_hosts)

    def with_role(self, role: Literal["san", "host"]) -> tuple[Host, ...]:
        return tuple(h for h in self.hosts if h.role == role)

    def host(self, name: str) -> Host:
        for host in self.hosts:
            if host.name == name:
                return host
        names = ", ".join(h.name for h in self.hosts)
        raise LabError(f"The lab has no host {name!r}; it has {names}.")

    @property
    def image(self) -> Path:
        """What is built once: root tree, disk image, kernels."""
        return self.root / "image"

    @property
    def disks(self) -> Path:
        """The hosts' disks: the provisioned layer and the running one."""
        return self.root / "disks"

    @property
    def run(self) -> Path:
        """Sockets, pid files, logs, faults."""
        return self.root / "run"

    @property
    def ssh(self) -> Path:
        return self.root / "ssh"

    def save_shape(self) -> None:
        (self.root / "lab.json").write_text(json.dumps({"xen_hosts": self.xen_hosts}) + "\n")


def lab_directory() -> Path:
    """Where the lab lives: $XENADMIN_LAB, or a folder of the user's cache."""
    explicit = os.environ.get("XENADMIN_LAB")
    if explicit:
        return Path(explicit).expanduser().absolute()
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "xenadmin-lab"


def open_lab(xen_hosts: int | None = None) -> Lab:
    """The lab in its directory, with the shape it was last started with unless told otherwise."""
    root = lab_directory()
    shape = root / "lab.json"
    stored = json.loads(shape.read_text())["xen_hosts"] if shape.exists() else 2
    return Lab(root, xen_hosts or stored)
