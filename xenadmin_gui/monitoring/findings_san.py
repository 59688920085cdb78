"""What is not as it should be with the SAN: replicas, LVM, LUNs; orphans that can be mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Replica, San, Volume
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.verification import DIFFERS
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.volume import SNAPSHOT_FULL_PERCENT


def find_in_san(
    cluster: str, servers: Mapping[str, Server], vms: Mapping[str, Vm], san: San
) -> Iterator[Finding]:
    """Yield the findings of the SAN servers' side and of what nobody uses."""
    for replica in san.replicas:
        if replica.health is not Health.OK:
            yield from _of_replica(replica, servers)
        yield from _differs(replica)
    yield from _of_groups(san)
    for volume in san.volumes:
        yield from _of_volume(volume)
    is_told = any(s.is_up for s in servers.values() if Role.SAN in s.roles)
    if is_told:
        yield from _not_offered(cluster, san)
        yield from _not_exported(san)
    hosts = [server for server in servers.values() if Role.HOST in server.roles]
    if hosts and all(host.seen_at is not None for host in hosts):
        yield from _unused(san, vms)


def _differs(replica: Replica) -> Iterator[Finding]:
    """What a comparison by the schedule found, as long as DRBD still counts it."""
    found = replica.verified
    counts = [side.out_of_sync_bytes or 0 for side in replica.sides]
    if found is None or found.result != DIFFERS or not any(counts):
        return
    yield Finding(
        "replica-differs",
        Health.DEGRADED,
        replica.key,
        f"The two sides of {replica.name} differ in {max(counts) // 1024} KiB.",
        f"Disconnect and connect {replica.name}: then what differs is copied over.",
    )


def _of_replica(replica: Replica, servers: Mapping[str, Server]) -> Iterator[Finding]:
    if replica.disagreement:
        yield Finding(
            "pair-disagrees",
            Health.FAILED,
            replica.key,
            replica.disagreement,
            "Look at the replication network, and refresh; one of them may be late.",
        )
    if replica.is_split_brain:
        yield Finding(
            "split-brain",
            Health.FAILED,
            replica.key,
            f"Both servers have changed {replica.name} without each other (split brain).",
            "Decide whose data to keep, and take a snapshot of the other side first.",
        )
    elif any(side.connection == "StandAlone" for side in replica.sides):
        alone = [s.server for s in replica.sides if s.connection == "StandAlone"]
        yield Finding(
            "replica-standalone",
            Health.FAILED,
            replica.key,
            f"{' and '.join(alone)} has cut the replication of {replica.name} (StandAlone).",
            "This may be a split brain: decide whose data to keep before connecting again.",
        )
    elif any(not side.is_up for side in replica.sides):
        down = [s.server for s in replica.sides if not s.is_up]
        yield Finding(
            "replica-down",
            Health.FAILED if len(down) == len(replica.sides) else Health.DEGRADED,
            replica.key,
            f"{replica.name} is down on {' and '.join(down)}: nothing is mirrored there.",
            f"Bring it up with drbdadm up {replica.name}, unless it is meant so.",
        )
    elif not replica.disagreement:
        yield from _of_health(replica, servers)


def _of_health(replica: Replica, servers: Mapping[str, Server]) -> Iterator[Finding]:
    health = replica.health
    bad = [side for side in replica.sides if side.health is health]
    what, advice = bad[0].meaning if bad else ("", "")
    if health is Health.FAILED:
        states = ", ".join(f"{s.server} {s.disk}" for s in replica.sides)
        yield Finding(
            "replica-failed",
            Health.FAILED,
            replica.key,
            f"{replica.name}: {states}. {what}",
            advice,
        )
    elif health is not Health.DEGRADED:
        return
    elif replica.unasked:
        names = " and ".join(replica.unasked)
        code = "replica-unasked"
        if all(name in servers and servers[name].is_up for name in replica.unasked):
            code = "replica-missing"
            sentence = (
                f"{names} has no replica {replica.name}, though the other server counts on it."
            )
            advice = (
                f"Copy its configuration there, and bring it up with drbdadm up {replica.name}."
            )
        else:
            sentence = f"{names} cannot be asked about {replica.name}; its copy may be out of date."
            advice = ""
        yield Finding(code, Health.DEGRADED, replica.key, sentence, advice)
    elif any(side.role == side.peer_role == "Primary" for side in replica.sides):
        yield Finding("replica-two-primaries", Health.DEGRADED, replica.key, what, advice)
    else:
        yield Finding(
            "replica-degraded",
            Health.DEGRADED,
            replica.key,
            f"{replica.name} has one good copy only. {what}",
            advice or "A fault of the remaining SAN server would stop the VMs on it.",
        )


def _of_groups(san: San) -> Iterator[Finding]:
    for group in san.groups:
        if group.missing_pvs:
            yield Finding(
                "vg-missing-pv",
                Health.FAILED,
                group.key,
                f"Volume group {group.name} on {group.server} lacks {group.missing_pvs} disk(s).",
                f"Look at the disks of {group.server}; replace nothing before the other side is"
                " known to be good.",
            )


def _of_volume(volume: Volume) -> Iterator[Finding]:
    percent = volume.snapshot_percent if volume.snapshot_percent is not None else 0.0
    if volume.snapshot_of and volume.health is Health.FAILED:
        yield Finding(
            "snapshot-full",
            Health.FAILED,
            volume.key,
            f"Snapshot {volume.name} is full and has broken; it can no longer be reverted to.",
            "Delete it.",
        )
    elif percent >= SNAPSHOT_FULL_PERCENT:
        yield Finding(
            "snapshot-full",
            Health.DEGRADED,
            volume.key,
            f"Snapshot {volume.name} is {percent:.0f} % full; it breaks at 100 %.",
            "Enlarge or remove it.",
        )
    if volume.sizes_differ:
        sizes = ", ".join(f"{c.server} {c.size_bytes // 2**20} MiB" for c in volume.copies)
        yield Finding(
            "sizes-differ",
            Health.DEGRADED,
            volume.key,
            f"{volume.name} is not equally large on both servers: {sizes}.",
            "Grow the smaller copy; until then the replica has the smaller size.",
        )


def _not_offered(cluster: str, san: San) -> Iterator[Finding]:
    """LUNs that Pacemaker is to offer and that no kernel has."""
    meant = [lun for lun in san.luns if lun.work is None]
    silent = [lun for lun in meant if lun.server is None]
    if silent and len(silent) == len(meant):
        yield Finding(
            "san-not-served",
            Health.FAILED,
            Key(Kind.CLUSTER, cluster),
            "No SAN server offers the LUNs now.",
            "Wait for the switchover to end, or look at the failed actions of the SAN's group.",
        )
        return
    for lun in silent:
        yield Finding(
            "lun-not-offered",
            Health.FAILED,
            lun.key,
            f"LUN {lun.number} is configured as {lun.resource}, and no server offers it.",
            f"Look at the failed actions of {lun.resource}.",
        )


def _not_exported(san: San) -> Iterator[Finding]:
    """Volumes that nothing leads to, in groups that serve the SAN."""
    serving = {volume.group for volume in san.volumes if volume.lun or volume.replica}
    for volume in san.volumes:
        is_end = volume.lun or volume.used_by or volume.snapshot_of
        is_pool = volume.attributes.startswith(("t", "T", "e"))
        is_put_away = volume.deleted_at is not None or is_pool
        if volume.group in serving and not is_end and not is_put_away:
            yield Finding(
                "volume-not-exported",
                Health.OK,
                volume.key,
                f"Volume {volume.name} is exported by no LUN: no VM can use it.",
                "Export it, or delete it.",
            )


def _unused(san: San, vms: Mapping[str, Vm]) -> Iterator[Finding]:
    used = {disk.wwid for vm in vms.values() for disk in vm.disks if disk.wwid}
    for lun in san.luns:
        if lun.wwid not in used:
            name = lun.resource or lun.wwid
            yield Finding(
                "lun-unused",
                Health.OK,
                lun.key,
                f"LUN {name} is used by no VM.",
                "Give it to a VM, or withdraw it.",
            )
