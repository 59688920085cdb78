"""``impact``: which VMs stop, and which lose redundancy, if an object fails."""

from __future__ import annotations

from collections.abc import Sequence

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.records import Record
from xenadmin_gui.cli.sannames import find_object
from xenadmin_gui.cli.sanrecords import vm_names
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.domain.impact import impact
from xenadmin_gui.domain.snapshot import Snapshot


def impact_show(call: Call) -> int:
    """Tell what a failure of the object would mean, as things stand now."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    key = find_object(snapshot, call.arguments.object)
    told, out = impact(snapshot, key), call.output
    if out.as_json:
        out.json(
            {
                "object": str(key),
                "stops": _vms(told.stops, snapshot),
                "loses": _vms(told.loses, snapshot),
                "sentence": told.sentence,
            }
        )
        return ExitCode.DONE
    out.line(f"{key}: {told.sentence}")
    for word, uuids in (("stops", told.stops), ("loses redundancy", told.loses)):
        for name in vm_names(uuids, snapshot.vms):
            out.line(f"  {name}  {word}")
    return ExitCode.DONE


def _vms(uuids: Sequence[str], snapshot: Snapshot) -> list[Record]:
    names = vm_names(uuids, snapshot.vms)
    return [{"name": name, "uuid": uuid} for name, uuid in zip(names, uuids, strict=True)]
