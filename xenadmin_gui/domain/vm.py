"""A virtual machine as the whole cluster knows it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, VmKind, VmState
from xenadmin_gui.domain.work import Work


@dataclass(frozen=True, slots=True)
class VmDisk:
    """One disk of a VM.

    Attributes:
        target: Name inside the guest, such as ``xvda``.
        source: Device or file on the host; empty for an empty drive.
        bus: ``xen``, ``virtio`` …
        read_only: Whether the guest may not write.
        wwid: The multipath WWID that the source resolves to, or empty when it is not one.
        device: What the guest sees: ``disk``, ``cdrom``, ``floppy`` …
    """

    target: str
    source: str
    bus: str = ""
    read_only: bool = False
    wwid: str = ""
    device: str = "disk"


@dataclass(frozen=True, slots=True)
class VmNic:
    """One network card of a VM.

    Attributes:
        mac: In lower case.
        bridge: What it is plugged into.
        is_bridge: Whether that is a bridge of the hosts; else a network of libvirt's, or a device.
        vlan: VLAN of its own on that bridge; 0: none.
    """

    mac: str
    bridge: str
    model: str = ""
    is_bridge: bool = True
    vlan: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """One copy of a VM's definition.

    Attributes:
        host: On which host it lies.
        origin: ``libvirt`` (defined there) or ``file`` (/etc/xenadmin/domains/UUID.xml).
        sha256: Hash of the copy; copies of one origin should agree.
        xml: Its text; empty when not read yet.
    """

    host: str
    origin: str
    sha256: str
    xml: str = ""


@dataclass(frozen=True, slots=True)
class Protection:
    """How Pacemaker runs a VM.

    Attributes:
        resource: Id of its VirtualDomain resource.
        config: Path of the definition file that the agent uses.
        target_role: ``Started`` or ``Stopped`` as configured; Started when nothing is set.
        allow_migrate: Whether Pacemaker may live-migrate it.
        managed: False when Pacemaker leaves it alone.
        priority: As configured.
        failed: Pacemaker counts a failure against it.
        blocked: Pacemaker can do nothing more (a failed stop without fencing, say).
        pinned_to: Host that a move constraint of ours pins it to, or None.
        banned_from: Hosts that a ban constraint (``cli-ban-…``) keeps it away from.
    """

    resource: str
    config: str = ""
    target_role: str = "Started"
    allow_migrate: bool = False
    managed: bool = True
    priority: int = 0
    failed: bool = False
    blocked: bool = False
    pinned_to: str | None = None
    banned_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vm:
    """A VM, merged from every host's answer and from Pacemaker.

    Attributes:
        uuid: Lower case with dashes; the identity.
        host: Where it runs, or ran when last seen (state UNKNOWN); None when off.
        domain_id: The hypervisor's running number on that host; changes with a reboot on Xen.
        memory_bytes: Configured memory; None when not known.
        cpu_seconds: Processor time used since it was created; None when not measured.
        cpu_percent: Load since the last cycle, 100 = one full processor; None when not measured.
        graphics: Kinds of screens that its definition has, ``vnc`` or ``spice``; empty also when
            no definition was read.
        running_on: Every host that says it runs there; more than one is a double run.
        autostart_on: Hosts whose libvirt starts it when they boot.
        title: As its definition says; that of a running VM too, as of ``description`` and ``tags``.
        tags: Words that it is found by, lower case, in order.
        at_next_start: What of a running VM is otherwise in its definition and counts from its next
            start on: of ``processors``, ``memory``, ``disks``, ``network cards``. Of a VM that
            libvirt keeps itself (not protected) it is not known.
        activity: What is being done to it right now (``migrating to xen3``), or empty.
        reason: Why its state is unknown, or what is wrong with it; one sentence or empty.
        work: The task that makes or deletes it, or left that half done; None: none.
    """

    uuid: str
    name: str
    state: VmState
    host: str | None = None
    kind: VmKind = VmKind.UNKNOWN
    domain_id: int | None = None
    vcpus: int | None = None
    memory_bytes: int | None = None
    cpu_seconds: float | None = None
    cpu_percent: float | None = None
    protection: Protection | None = None
    autostart: bool | None = None
    autostart_on: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    disks: tuple[VmDisk, ...] = ()
    nics: tuple[VmNic, ...] = ()
    graphics: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()
    running_on: tuple[str, ...] = ()
    at_next_start: tuple[str, ...] = ()
    activity: str = ""
    reason: str = ""
    work: Work | None = None

    @property
    def key(self) -> Key:
        return Key(Kind.VM, self.uuid)

    @property
    def is_protected(self) -> bool:
        """Whether Pacemaker runs it."""
        return self.protection is not None

    @property
    def health(self) -> Health:
        """The sign it is shown with: a double run or a failure counts above its state."""
        if len(self.running_on) > 1:
            return Health.FAILED
        if self.work is not None:
            return self.work.health
        if self.activity:
            return Health.WORKING
        if self.protection is not None and (self.protection.failed or self.protection.blocked):
            return Health.FAILED if self.state is not VmState.RUNNING else Health.DEGRADED
        if self.reason and self.state is VmState.RUNNING:
            return Health.DEGRADED
        return self.state.health

    @property
    def defined_on(self) -> tuple[str, ...]:
        """Hosts that hold a definition of it, in order of name."""
        return tuple(sorted({definition.host for definition in self.definitions}))
