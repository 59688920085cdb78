"""``volume``: the volumes of the SAN, their snapshots, and the recycle bin."""

from __future__ import annotations

import time

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import moment, size
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.sannames import find_volume
from xenadmin_gui.cli.sanrecords import vm_names, volume_details, volume_record, volume_state
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.san.binpurge import DAY_S, BinPurge
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.operations.san.volumegrow import VolumeGrow
from xenadmin_gui.operations.san.volumemove import VolumeMove
from xenadmin_gui.operations.san.volumerename import VolumeRename
from xenadmin_gui.operations.san.volumesnapshot import VolumeRevert, VolumeSnapshot

_LEAST_ROOM = 64 * 1024**2
#: Part of a volume that a snapshot holds when nobody says how much.
_ROOM_PART = 5


def volume_list(call: Call) -> int:
    """List the volumes, or what is in the recycle bin."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    bin_only, out = call.arguments.deleted, call.output
    volumes = [v for v in snapshot.san.volumes if (v.deleted_at is not None) == bin_only]
    if out.as_json:
        out.json([volume_record(volume, snapshot) for volume in volumes])
    elif bin_only:
        _show_bin(call, volumes)
    else:
        show_volumes(call, snapshot, volumes)
    return ExitCode.DONE


def show_volumes(call: Call, snapshot: Snapshot, volumes: list[Volume]) -> None:
    """Print the volumes as a table."""
    out = call.output
    out.table(
        ("VOLUME", "STATE", ">SIZE", "LUN", "USED BY", "NOTE"),
        [
            (
                f"{v.group}/{v.name}",
                out.state(v.health, volume_state(v)),
                size(v.size_bytes),
                v.lun or "-",
                ", ".join(vm_names(v.used_by, snapshot.vms)),
                _note(v),
            )
            for v in volumes
        ],
    )


def _note(volume: Volume) -> str:
    if volume.work is not None:
        return volume.work.words
    if volume.snapshot_of:
        full = "" if volume.snapshot_percent is None else f", {volume.snapshot_percent:.0f} % full"
        return f"of {volume.snapshot_of}{full}"
    return "the servers' copies differ in size" if volume.sizes_differ else ""


def _show_bin(call: Call, volumes: list[Volume]) -> None:
    call.output.table(
        ("VOLUME", "WAS", ">SIZE", "DELETED"),
        [
            (f"{v.group}/{v.name}", v.former_name, size(v.size_bytes), moment(v.deleted_at))
            for v in volumes
        ],
    )


def volume_show(call: Call) -> int:
    """Show one volume."""
    snapshot = call.fresh()
    volume = find_volume(snapshot, call.arguments.volume)
    out = call.output
    record = volume_details(volume, snapshot)
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    out.fields(
        [
            ("volume", f"{volume.group}/{volume.name}"),
            ("state", out.state(volume.health, record["state"])),
            ("size", size(volume.size_bytes)),
            ("on", ", ".join(volume.servers)),
            ("replica", volume.replica),
            ("LUN", volume.lun),
            ("used by", ", ".join(record["used_by_names"])),
            ("tags", ", ".join(volume.tags)),
            ("note", _note(volume)),
            ("deleted", moment(volume.deleted_at) if volume.deleted_at is not None else ""),
        ]
    )
    for one in record["snapshots"]:
        percent = one["snapshot_percent"]
        full = "" if percent is None else f", {percent:.0f} % full"
        out.line(f"snapshot {one['name']}: {size(one['size_bytes'])}{full}")
    for finding in record["findings"]:
        out.line(f"! {finding['sentence']} {finding['next_step']}".rstrip())
    return ExitCode.DONE


def volume_create(call: Call) -> int:
    """Make a volume."""
    call.fresh()
    given = call.arguments
    draft = VolumeCreate(
        given.name,
        given.size,
        given.group,
        initial_sync=not given.no_sync,
        mirrored=given.mirrored,
        network=given.network,
        server=given.on,
    )
    return carry_out(call, draft)


def volume_purge_bin(call: Call) -> int:
    """Remove for good what lies in the recycle bin long enough."""
    call.fresh()
    given = call.arguments.older_than
    older_s = call.session.config.recycle_bin_days * DAY_S if given is None else given
    return carry_out(call, BinPurge(older_s))


def volume_act(call: Call) -> int:
    """Do the verb to the volume named."""
    volume = find_volume(call.fresh(), call.arguments.volume)
    return carry_out(call, _draft(call, volume))


def _draft(call: Call, volume: Volume) -> Draft:
    given, group, name = call.arguments, volume.group, volume.name
    match given.verb:
        case "grow":
            return VolumeGrow(group, name, given.size)
        case "snapshot":
            room = given.size or max(volume.size_bytes // _ROOM_PART, _LEAST_ROOM)
            return VolumeSnapshot(group, name, given.name or _stamped(call, name), room)
        case "revert":
            return VolumeRevert(group, name)
        case "delete":
            return VolumeDelete(group, name, purge=given.purge)
        case "move":
            return VolumeMove(group, name, given.to_group, given.name)
        case "restore":
            return VolumeRestore(group, name)
        case _:
            return VolumeRename(group, name, given.new_name)


def _stamped(call: Call, name: str) -> str:
    """A name for a snapshot, from the volume's and the time."""
    now = time.localtime(call.session.clock.now())
    return f"{name}-{time.strftime('%Y%m%d-%H%M%S', now)}"
