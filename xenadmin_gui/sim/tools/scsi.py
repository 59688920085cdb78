"""The SCSI disks of a host, and the sizes of block devices as its kernel knows them."""

from __future__ import annotations

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import SeenLun, State
from xenadmin_gui.sim.replicas import volume_at
from xenadmin_gui.sim.targets import luns_on, target_at
from xenadmin_gui.sim.tools.call import Call


def seen(call: Call) -> dict[str, SeenLun]:
    """Return the LUNs that the machine has SCSI disks of, by WWID."""
    return call.state.seen.setdefault(call.host, {})


def sizes(call: Call, wwid: str) -> list[int]:
    """Return the size in KiB of each SCSI disk of a LUN."""
    found = seen(call).get(wwid)
    return [found.size_kib] * len(found.networks) if found is not None else []


def delete(call: Call, wwid: str) -> None:
    """Take the SCSI disks of a LUN away; a multipath map over them stays without paths."""
    found = seen(call).get(wwid)
    if found is not None:
        found.networks.clear()
        if not found.has_map:
            del seen(call)[wwid]
        call.world.touch()


def device_kib(call: Call, device: str) -> int | None:
    """Return the size in KiB of a block device of the machine; None when there is none."""
    if device.startswith("/dev/mapper/"):
        found = seen(call).get(device.rpartition("/")[2])
        return found.map_kib if found is not None and found.has_map else None
    return backing_kib(call.state, call.host, device)


def backing_kib(state: State, server: str, device: str) -> int | None:
    """Return the size in KiB of a replica's device or a volume on a SAN server."""
    for replica in state.replicas.values():
        side = replica.sides.get(server)
        if side is not None and side.is_up and device == f"/dev/drbd{replica.minor}":
            return replica.size_kib
    volume = volume_at(state, server, device)
    return volume.size_mib * 1024 if volume is not None else None


def rescan(call: Call) -> None:
    """Look over every session for LUNs that are new or have another size; gone ones stay."""
    for network, session in call.state.sessions.get(call.host, {}).items():
        server = san.exporter(call.state, network) if session.is_up else None
        if server is None:
            continue
        export = call.state.exports[server.name]
        for lun in luns_on(call.state, export, target_at(call.state, network)):
            size = backing_kib(call.state, server.name, lun.device) or 0
            one = seen(call).setdefault(lun.wwid, SeenLun(lun, size, size))
            one.size_kib = size
            if network not in one.networks:
                one.has_map = one.has_map or not one.networks
                one.networks.append(network)
    call.world.touch()
