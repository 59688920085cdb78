"""``lun``: what the SAN offers to the hosts; and LUNs as disks of VMs."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import size
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.sannames import find_lun, find_volume
from xenadmin_gui.cli.sanrecords import lun_details, lun_record
from xenadmin_gui.cli.vm import find
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.vmdisk import DiskAttach, DiskDetach


def lun_list(call: Call) -> int:
    """List the LUNs by number."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    out = call.output
    luns = sorted(snapshot.san.luns, key=lambda lun: (lun.target, lun.number, lun.wwid))
    records = [lun_record(lun, snapshot) for lun in luns]
    if out.as_json:
        out.json(records)
        return ExitCode.DONE
    out.table(
        (">LUN", "WWID", "STATE", "VOLUME", ">SIZE", "USED BY"),
        [
            (
                str(lun.number),
                lun.wwid,
                out.state(lun.health, lun.work.words if lun.work else record["state"]),
                record["volume"] or "-",
                size(lun.size_bytes),
                ", ".join(record["used_by_names"]),
            )
            for lun, record in zip(luns, records, strict=True)
        ],
    )
    return ExitCode.DONE


def lun_show(call: Call) -> int:
    """Show one LUN with its paths."""
    snapshot = call.fresh()
    lun = find_lun(snapshot, call.arguments.lun)
    out = call.output
    record = lun_details(lun, snapshot)
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    out.fields(
        [
            ("LUN", str(lun.number)),
            ("wwid", lun.wwid),
            ("state", out.state(lun.health, record["state"])),
            ("served by", lun.server or ""),
            ("target", lun.target if lun.tag in (None, 1) else f"{lun.target}/tpg{lun.tag}"),
            ("resource", lun.resource),
            ("device", lun.device),
            ("volume", record["volume"] or ""),
            ("size", size(lun.size_bytes)),
            ("used by", ", ".join(record["used_by_names"])),
        ]
    )
    out.line()
    out.table(
        ("HOST", "NETWORK", "STATE", "DEVICE"),
        [(p["host"], p["network"], p["state"], p["device"]) for p in record["paths"]],
    )
    for finding in record["findings"]:
        out.line(f"! {finding['sentence']} {finding['next_step']}".rstrip())
    return ExitCode.DONE


def lun_export(call: Call) -> int:
    """Offer a volume as a LUN."""
    given = call.arguments
    volume = find_volume(call.fresh(), given.volume)
    draft = LunExport(
        volume.group,
        volume.name,
        given.number,
        read_only=given.read_only,
        target=given.target,
    )
    return carry_out(call, draft)


def lun_withdraw(call: Call) -> int:
    """Take a LUN back."""
    return carry_out(call, LunWithdraw(find_lun(call.fresh(), call.arguments.lun).wwid))


def disk_attach(call: Call) -> int:
    """Give a VM a LUN as a disk."""
    given, snapshot = call.arguments, call.fresh()
    (vm,) = find(snapshot, [given.vm])
    return carry_out(call, DiskAttach(vm.uuid, find_lun(snapshot, given.lun).wwid, given.target))


def disk_detach(call: Call) -> int:
    """Take a disk from a VM."""
    given, snapshot = call.arguments, call.fresh()
    (vm,) = find(snapshot, [given.vm])
    own = [disk.wwid for disk in vm.disks if given.lun == disk.target and disk.wwid]
    wwid = own[0] if own else find_lun(snapshot, given.lun).wwid
    return carry_out(call, DiskDetach(vm.uuid, wwid))
