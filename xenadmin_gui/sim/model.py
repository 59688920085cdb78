"""What a simulated cluster consists of: plain records that go to JSON and back."""

from __future__ import annotations

from dataclasses import dataclass, field

from xenadmin_gui.sim.memory import PacemakerState

MANAGEMENT = "management"
STORAGE = "storage"
REPLICATION = "replication"

#: The hosts' switch on the management network.
BRIDGE = "xenbr0"

RUNNING = "running"
PAUSED = "paused"
STARTING = "starting"
CRASHED = "crashed"


@dataclass
class Network:
    """A switch with its cables; ``kind`` is management, storage or replication."""

    name: str
    kind: str
    cidr: str
    is_cut: bool = False

    @property
    def prefix(self) -> int:
        """Length of the network part of its addresses."""
        return int(self.cidr.partition("/")[2])


@dataclass
class Load:
    """Processor use over time, in processors: ``base`` plus a slow swing.

    Attributes:
        swing: At most ``base``, so that the use never falls below zero.
        period_s: Length of one swing.
        phase: 0 to 1, where in the swing it is at time 0.
    """

    base: float = 0.02
    swing: float = 0.0
    period_s: float = 3600.0
    phase: float = 0.0


@dataclass
class Machine:
    """A server.

    Attributes:
        kind: ``host`` (Xen) or ``san``.
        addresses: Its address on each network.
        cut: Networks whose cable is out of this machine.
        is_held_off: Somebody holds the power button: fencing cannot switch it on again.
        powered_at: World seconds at which power came.
        ready_at: World seconds at which sshd answers.
        boots: Counts the starts; a connection does not survive one.
        files: Contents by path, kept over a restart.
        bridges: Of a host, for its VMs' cards.
    """

    name: str
    kind: str
    addresses: dict[str, str]
    cpus: int = 8
    cpu_mhz: float = 2600.0
    memory_mib: int = 32768
    dom0_mib: int = 2048
    initiator: str = ""
    os_name: str = "Debian GNU/Linux 12 (bookworm)"
    cut: list[str] = field(default_factory=list)
    is_powered: bool = True
    is_held_off: bool = False
    powered_at: float = 0.0
    ready_at: float = 0.0
    boots: int = 1
    next_domain_id: int = 1
    load: Load = field(default_factory=Load)
    files: dict[str, str] = field(default_factory=dict)
    bridges: list[str] = field(default_factory=lambda: [BRIDGE])

    @property
    def is_host(self) -> bool:
        """Whether it runs Xen."""
        return self.kind == "host"


@dataclass
class Definition:
    """A domain that libvirt of one host knows by heart."""

    uuid: str
    name: str
    xml: str
    autostart: bool = False


@dataclass
class Run:
    """A domain that exists on a host now.

    Attributes:
        wwids: LUNs it has open.
        accrued_s: Processor seconds used before ``counting_from``.
        counting_from: World seconds since which it runs; None while it is paused.
        is_persistent: Whether a definition stays when it ends.
    """

    uuid: str
    name: str
    kind: str
    domain_id: int
    vcpus: int
    memory_mib: int
    xml: str
    state: str = RUNNING
    wwids: list[str] = field(default_factory=list)
    created_at: float = 0.0
    accrued_s: float = 0.0
    counting_from: float | None = None


@dataclass
class Side:
    """A DRBD 8.4 resource on one SAN server.

    Attributes:
        is_up: Whether the kernel knows it.
        alone_since: World seconds since which it writes without its peer; None otherwise.
        missed_kib: Writes that the peer missed up to then.
        wrote_alone: It was Primary while the peer was away; both having done so is split brain.
        is_standalone: It gave up looking for its peer.
        is_blank: It has never been in sync: a resync has to copy everything.
        discards: It connects to throw away what it wrote alone.
        volume: Name of the volume below when it is no longer the replica's.
    """

    role: str = "Secondary"
    disk: str = "UpToDate"
    is_up: bool = True
    alone_since: float | None = None
    missed_kib: float = 0.0
    wrote_alone: bool = False
    is_standalone: bool = False
    is_blank: bool = False
    discards: bool = False
    volume: str = ""


@dataclass
class Sync:
    """A resync, or an online verify, under way; ``left_kib`` counts from ``started_at``."""

    source: str
    target: str
    left_kib: float
    started_at: float
    is_paused: bool = False
    is_verify: bool = False


@dataclass
class Replica:
    """A DRBD resource with one volume.

    Attributes:
        sides: By SAN server.
        write_kib_s: What its VM writes in a second.
        differs_kib: What differs between the sides and nobody knows of.
        found_kib: What of it a comparison found, which DRBD counts from then on.
        by_timer_at: When a timer began the comparison that goes on now.
        is_cut: The administrator's drill cut its connection.
    """

    name: str
    minor: int
    port: int
    size_kib: int
    group: str
    volume: str
    sides: dict[str, Side] = field(default_factory=dict)
    sync: Sync | None = None
    is_connected: bool = True
    is_cut: bool = False
    write_kib_s: float = 40.0
    differs_kib: int = 0
    found_kib: int = 0
    by_timer_at: float | None = None


@dataclass
class Volume:
    """A logical volume of a SAN server; sizes in MiB.

    Attributes:
        origin: The volume that it is a snapshot of, or empty.
        made_at: World seconds at which a snapshot was made.
        parked: DRBD's metadata on it, while no replica is configured over it.
        seed: What LVM's UUID of it is made from; empty: its name.
    """

    name: str
    group: str
    size_mib: int
    tags: str = ""
    origin: str = ""
    made_at: float = 0.0
    parked: Side | None = None
    seed: str = ""


@dataclass
class Lun:
    """A LUN: number, device below, serial, its name in LIO; ``target`` empty: the first one."""

    number: int
    name: str
    device: str
    serial: str
    wwid: str
    target: str = ""


@dataclass
class SeenLun:
    """A LUN that a host has SCSI disks of, as it was at its last scan; sizes in KiB.

    Attributes:
        networks: Those over which it has a disk.
        map_kib: Size of the multipath map.
    """

    lun: Lun
    size_kib: int
    map_kib: int
    networks: list[str] = field(default_factory=list)
    has_map: bool = True


@dataclass
class Store:
    """A backstore of LIO over a block device."""

    name: str
    device: str
    serial: str
    is_read_only: bool = False


@dataclass
class Export:
    """What LIO of one SAN server offers now, and the addresses it holds beside its own.

    Attributes:
        targets: IQNs that it has; empty: the first target alone.
        luns: Keys of the LUNs.
        initiators: Names with an access list; without any the target lets everybody in.
        stores: Backstores by name, where LIO serves without Pacemaker.
        settings: What is not as usual there, by targetcli's path of the object.
    """

    has_target: bool = False
    targets: list[str] = field(default_factory=list)
    luns: list[int] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    initiators: list[str] = field(default_factory=list)
    stores: dict[str, Store] = field(default_factory=dict)
    settings: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Session:
    """An iSCSI session of a host over one storage network.

    Attributes:
        is_up: Whether iscsid is logged in.
        changes_at: World seconds at which it notices a change; None when it has settled.
    """

    portal: str
    network: str
    number: int
    is_up: bool = True
    changes_at: float | None = None


@dataclass
class Job:
    """Something that libvirt of a host is busy with; goes on when its client dies.

    Attributes:
        kind: ``start shutdown reboot migrate``.
        reserved_mib: Memory it holds on ``target`` (else ``host``) until its end.
        due: World seconds at which it ends.
        answer: Exit status, standard output and error for the client, once ``is_done``.
    """

    id: int
    kind: str
    host: str
    uuid: str
    name: str
    started_at: float
    due: float
    target: str = ""
    reserved_mib: int = 0
    details: dict[str, str] = field(default_factory=dict)
    is_done: bool = False
    answer: tuple[int, str, str] = (0, "", "")


@dataclass
class Unit:
    """A transient systemd unit on a machine."""

    name: str
    argv: list[str]
    started_at: float
    job: int | None = None
    is_active: bool = True
    ended_at: float = 0.0
    exit_status: int = 0
    output: str = ""


@dataclass
class Logged:
    """An entry of a machine's journal; ``source`` is ``kernel`` or a program's name."""

    at: float
    boot: int
    source: str
    message: str


@dataclass
class Timer:
    """A timer of systemd that runs; ``text`` is its unit file as loaded."""

    text: str
    due: float


@dataclass(order=True)
class Event:
    """Something that will happen: handled by the world's handler for ``kind``."""

    due: float
    number: int
    kind: str = field(compare=False)
    subject: str = field(compare=False, default="")
    detail: str = field(compare=False, default="")


@dataclass
class State:
    """A whole simulated cluster at one moment; all times are world seconds since the epoch.

    Attributes:
        pool: The replica below ``group`` (volume over replica); empty: volumes lie on disks. The
            volumes of such a group stand under its name in ``volumes``.
        portals: By place, as ``sessions`` of a host: NETWORK, NETWORK@NAME of ``more_targets``.
        more_groups: Volume groups beside ``group`` on every SAN server, with their sizes in MiB.
    """

    name: str = "demo"
    time: float = 0.0
    networks: dict[str, Network] = field(default_factory=dict)
    machines: dict[str, Machine] = field(default_factory=dict)
    definitions: dict[str, dict[str, Definition]] = field(default_factory=dict)
    runs: dict[str, dict[str, Run]] = field(default_factory=dict)
    loads: dict[str, Load] = field(default_factory=dict)
    replicas: dict[str, Replica] = field(default_factory=dict)
    volumes: dict[str, list[Volume]] = field(default_factory=dict)
    group: str = ""
    group_size_mib: int = 1048576
    more_groups: dict[str, int] = field(default_factory=dict)
    pool: str = ""
    target: str = ""
    more_targets: dict[str, str] = field(default_factory=dict)
    portals: dict[str, str] = field(default_factory=dict)
    luns: dict[int, Lun] = field(default_factory=dict)
    exports: dict[str, Export] = field(default_factory=dict)
    sessions: dict[str, dict[str, Session]] = field(default_factory=dict)
    seen: dict[str, dict[str, SeenLun]] = field(default_factory=dict)
    lost_paths: list[str] = field(default_factory=list)
    jobs: dict[int, Job] = field(default_factory=dict)
    units: dict[str, dict[str, Unit]] = field(default_factory=dict)
    timers: dict[str, dict[str, Timer]] = field(default_factory=dict)
    logs: dict[str, list[Logged]] = field(default_factory=dict)
    agenda: list[Event] = field(default_factory=list)
    counter: int = 0
    pacemaker: PacemakerState = field(default_factory=PacemakerState)
