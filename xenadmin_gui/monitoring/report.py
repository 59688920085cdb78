"""What one server said in one cycle, part by part; a part that cannot be read says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.domain.lio import UnsavedChange
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.verification import Verification
from xenadmin_gui.monitoring.parse.cib import Cib
from xenadmin_gui.monitoring.parse.crm_mon import CrmMon
from xenadmin_gui.monitoring.parse.drbd import DrbdKernel, DrbdSide
from xenadmin_gui.monitoring.parse.drbd_config import DrbdVolume
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.iscsiadm import IscsiSession
from xenadmin_gui.monitoring.parse.lio import LunLinks, TargetTree
from xenadmin_gui.monitoring.parse.lvm import Lv, Pv, Vg
from xenadmin_gui.monitoring.parse.multipath import Map
from xenadmin_gui.monitoring.parse.proc import CpuTimes, Memory
from xenadmin_gui.monitoring.parse.virsh import Capabilities, DomainStats
from xenadmin_gui.monitoring.parse.xl import DOMAIN_0, XenDomain, XenHost
from xenadmin_gui.monitoring.part import Part
from xenadmin_gui.transport.protocols import DomainRecord


@dataclass(frozen=True, slots=True)
class Running:
    """A domain that exists on a host's hypervisor now.

    Attributes:
        since: Clock seconds when it was first seen there; 0.0 when it was there at first look.
        cpu_percent: Load since the last cycle, 100 = one full processor; None at first.
    """

    uuid: str
    name: str
    domain_id: int | None
    state: VmState
    vcpus: int | None
    memory_bytes: int | None
    seconds: float | None
    is_incoming: bool = False
    since: float = 0.0
    cpu_percent: float | None = None


@dataclass(frozen=True, slots=True)
class DefinitionFile:
    """A file below /etc/xenadmin/domains; ``xml`` is empty until it was read."""

    path: str
    sha256: str
    xml: str = ""


@dataclass(frozen=True, slots=True)
class HostReport:
    """What one server said; None means that a part was not asked or could not be read.

    Attributes:
        at: Clock seconds when the answer was complete.
        missing: (tool, reason) for each part that could not be read.
        running: The domains on its hypervisor without Domain-0; None: not known.
        load_percent: Of the whole machine since the last cycle, 0 to 100.
    """

    server: str
    at: float
    round_trip_s: float = 0.0
    missing: tuple[tuple[str, str], ...] = ()
    uptime_s: float | None = None
    load: float | None = None
    cpu: CpuTimes | None = None
    memory: Memory | None = None
    os: str | None = None
    addresses: frozenset[str] | None = None
    bridges: tuple[str, ...] | None = None
    ovs_bridges: tuple[str, ...] | None = None
    xen: XenHost | None = None
    domains: tuple[XenDomain, ...] | None = None
    domstats: tuple[DomainStats, ...] | None = None
    maps: tuple[Map, ...] | None = None
    sessions: tuple[IscsiSession, ...] | None = None
    hashes: tuple[tuple[str, str], ...] | None = None
    capabilities: Capabilities | None = None
    drbd_status: tuple[DrbdSide, ...] | None = None
    drbd_events: tuple[DrbdSide, ...] | None = None
    drbd_proc: DrbdKernel | None = None
    drbd_config: tuple[DrbdVolume, ...] | None = None
    vgs: tuple[Vg, ...] | None = None
    lvs: tuple[Lv, ...] | None = None
    udev_paths: Mapping[str, str] | None = None
    serials: Mapping[str, str] | None = None
    lun_links: LunLinks | None = None
    pvs: tuple[Pv, ...] | None = None
    read_only: Mapping[str, bool] | None = None
    targets: tuple[TargetTree, ...] | None = None
    protected: Mapping[tuple[str, str, int], bool] | None = None
    initiator: str | None = None
    schedules: Mapping[str, str] | None = None
    lio_services: Mapping[str, bool] | None = None
    lio_unsaved: tuple[str, tuple[UnsavedChange, ...]] | None = None
    verified: Mapping[str, Verification] | None = None
    library_files: Mapping[str, Mapping[str, int]] | None = None
    library_texts: Mapping[str, str] | None = None
    library_room: int | None = None
    deleted: Mapping[str, str] | None = None
    crm_mon: CrmMon | None = None
    cib: Cib | None = None
    libvirt: tuple[DomainRecord, ...] | None = None
    files: tuple[DefinitionFile, ...] | None = None
    running: tuple[Running, ...] | None = None
    load_percent: float | None = None

    def missing_reason(self, *tools: str) -> str:
        """Return why one of ``tools`` could not be read, or an empty text."""
        return next((f"{tool}: {why}" for tool, why in self.missing if tool in tools), "")


@dataclass(slots=True)
class Reader:
    """Reads answers; the same text as in the last cycle gives the same object again."""

    _known: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def read(
        self, parts: Iterable[Part], results: Iterable[CommandResult]
    ) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
        """Return the values by field, and (tool, reason) for what cannot be read."""
        values: dict[str, Any] = {}
        missing: list[tuple[str, str]] = []
        for part, result in zip(parts, results, strict=False):
            try:
                values[part.field] = self._value(part, result)
            except ParseError as error:
                missing.append((part.tool, error.reason))
        return values, tuple(missing)

    def _value(self, part: Part, result: CommandResult) -> Any:
        if part.is_absent(result):
            return part.absent
        if result.exit_status is None:
            raise ParseError(part.tool, "the answer was cut off")
        if result.exit_status != 0:
            raise ParseError(part.tool, _complaint(result))
        known = self._known.get(part.field)
        if known is not None and known[0] == result.stdout:
            return known[1]
        value = part.parse(result.stdout)
        self._known[part.field] = (result.stdout, value)
        return value


def _complaint(result: CommandResult) -> str:
    """Say what a failed command said, or at least how it ended."""
    lines = (result.stderr or result.stdout).strip().splitlines()
    said = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return said[:200] or f"it ended with status {result.exit_status}"


def running_domains(report: HostReport, previous: HostReport | None) -> tuple[Running, ...] | None:
    """Return the domains on the hypervisor with their age and load, or None when unknown."""
    seen = _from_xl(report) if report.domains is not None else _from_virsh(report)
    if seen is None:
        return None
    before: dict[str, Running] = {}
    if previous is not None:
        before = {one.uuid: one for one in previous.running or ()}
    first_look = previous is None or previous.running is None
    elapsed = _elapsed(report, previous)
    return tuple(_aged(one, before.get(one.uuid), first_look, elapsed, report.at) for one in seen)


def machine_load(report: HostReport, previous: HostReport | None) -> float | None:
    """Return the load of the whole machine since ``previous`` in percent.

    On Xen it is the time of all domains: Domain-0's /proc/stat knows only its own processors.
    """
    if previous is None:
        return None
    if report.domains is not None and report.xen is not None:
        elapsed = _elapsed(report, previous)
        before = {one.domain_id: one.seconds for one in previous.domains or ()}
        used = sum(
            max(0.0, one.seconds - before[one.domain_id])
            for one in report.domains
            if one.domain_id in before
        )
        if elapsed is None or not before:
            return None
        return min(100.0, 100.0 * used / (elapsed * max(1, report.xen.cpus)))
    if report.cpu is None or previous.cpu is None or report.cpu.total <= previous.cpu.total:
        return None
    busy = report.cpu.busy - previous.cpu.busy
    return min(100.0, max(0.0, 100.0 * busy / (report.cpu.total - previous.cpu.total)))


def _elapsed(report: HostReport, previous: HostReport | None) -> float | None:
    """Seconds between two cycles by the host's own clock; None across a reboot."""
    if previous is None or report.uptime_s is None or previous.uptime_s is None:
        return None
    elapsed = report.uptime_s - previous.uptime_s
    return elapsed if elapsed > 0 else None


def _aged(
    one: Running, before: Running | None, first_look: bool, elapsed: float | None, at: float
) -> Running:
    is_same = before is not None and before.domain_id == one.domain_id and elapsed is not None
    since = before.since if before is not None and is_same else (0.0 if first_look else at)
    percent: float | None = None
    if before is not None and is_same and elapsed is not None:
        percent = _load(one.seconds, before.seconds, elapsed)
    return Running(
        uuid=one.uuid,
        name=one.name,
        domain_id=one.domain_id,
        state=one.state,
        vcpus=one.vcpus,
        memory_bytes=one.memory_bytes,
        seconds=one.seconds,
        is_incoming=one.is_incoming,
        since=since,
        cpu_percent=percent,
    )


def _load(seconds: float | None, before: float | None, elapsed: float) -> float | None:
    if seconds is None or before is None:
        return None
    return round(max(0.0, 100.0 * (seconds - before) / elapsed), 1)


def _from_xl(report: HostReport) -> list[Running]:
    return [
        Running(
            uuid=one.uuid,
            name=one.name,
            domain_id=one.domain_id,
            state=one.state,
            vcpus=one.vcpus,
            memory_bytes=one.memory_bytes,
            seconds=one.seconds,
            is_incoming=one.is_incoming,
        )
        for one in report.domains or ()
        if one.uuid != DOMAIN_0 and not one.is_dying
    ]


def _from_virsh(report: HostReport) -> list[Running] | None:
    """virsh knows names only; libvirt's own list says which UUID a name is."""
    if report.domstats is None or report.libvirt is None:
        return None
    records = {record.name: record for record in report.libvirt}
    found: list[Running] = []
    for one in report.domstats:
        record = records.get(one.name)
        if record is None or one.state is VmState.OFF:
            continue
        found.append(
            Running(
                uuid=record.uuid,
                name=one.name,
                domain_id=record.domain_id,
                state=one.state,
                vcpus=one.vcpus,
                memory_bytes=one.memory_bytes,
                seconds=one.seconds,
            )
        )
    return found
