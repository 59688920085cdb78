"""``vm rename`` and what else happens in the life of a VM after it was installed."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import moment
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.vm import find
from xenadmin_gui.cli.vmlines import deleted_record, is_present, version_record
from xenadmin_gui.domain.errors import ExitCode, PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.vmedit.difference import difference
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.operations.vmlife.protect import VmProtect, VmUnprotect
from xenadmin_gui.operations.vmlife.rename import VmRename
from xenadmin_gui.operations.vmlife.restore import VmRestore
from xenadmin_gui.session.history import Version


def vm_rename(call: Call) -> int:
    """Give a VM another name."""
    (vm,) = find(call.fresh(), [call.arguments.name])
    return carry_out(call, VmRename(vm.uuid, call.arguments.new_name))


def vm_history(call: Call) -> int:
    """List the definitions that a VM had, show a difference, or go back to one."""
    given, snapshot = call.arguments, call.fresh()
    history = call.session.definitions
    vm, uuid = _present_or_past(call, snapshot, given.name)
    if given.roll_back is not None:
        if vm is None:
            raise PreconditionError(
                f"{given.name} is no VM any more.",
                next_step="See 'xenadmin vm list --deleted'; 'vm restore' brings it back.",
                code="no-such-vm",
            )
        return carry_out(call, VmEdit(vm.uuid, xml=history.version(uuid, given.roll_back).text))
    versions = history.versions(uuid)
    if given.diff is not None:
        return _show_difference(call, vm, history.version(uuid, given.diff), versions)
    _show_versions(call, vm, versions)
    return ExitCode.DONE


def _show_versions(call: Call, vm: Vm | None, versions: tuple[Version, ...]) -> None:
    out = call.output
    if out.as_json:
        out.json([version_record(version, vm) for version in versions])
        return
    older: tuple[str | None, ...] = (*(version.text for version in versions[1:]), None)
    rows = []
    for version, before in zip(versions, older, strict=True):
        now = "now" if is_present(version, vm) else ""
        where = f"{version.origin} on {version.host}"
        changes = "" if before is None else _counted(before, version.text)
        row = (str(version.number), moment(version.at), version.name, where, now, changes)
        rows.append(row)
    out.table((">N", "SEEN", "NAME", "WHERE", "", "CHANGED"), rows)


def _show_difference(
    call: Call, vm: Vm | None, version: Version, versions: tuple[Version, ...]
) -> int:
    out = call.output
    present = [copy for copy in (vm.definitions if vm else ()) if copy.xml]
    alike = [copy for copy in present if copy.origin == version.origin] or present
    now = alike[0].xml if alike else versions[0].text
    lines = difference(version.text, now)
    if out.as_json:
        out.json({"from": version.number, "to": "now", "diff": lines})
    elif not lines:
        out.line(f"Definition {version.number} is what it is now.")
    for line in () if out.as_json else lines:
        out.line(line)
    return ExitCode.DONE


def _counted(before: str, after: str) -> str:
    lines = difference(before, after)
    added = sum(line.startswith("+") for line in lines)
    return f"+{added} -{sum(line.startswith('-') for line in lines)} lines"


def _present_or_past(call: Call, snapshot: Snapshot, name: str) -> tuple[Vm | None, str]:
    """Return the VM that is called so, or the UUID of one that was."""
    if snapshot.vms_named(name):
        (vm,) = find(snapshot, [name])
        return vm, vm.uuid
    uuids = call.session.definitions.uuids_of(name)
    if len(uuids) > 1:
        raise PreconditionError(
            f"{len(uuids)} VMs were called {name!r}.",
            next_step=f"Give the UUID: {', '.join(uuids)}.",
            code="ambiguous-vm",
        )
    if not uuids:
        (vm,) = find(snapshot, [name])
        return vm, vm.uuid
    return snapshot.vms.get(uuids[0]), uuids[0]


def vm_delete(call: Call) -> int:
    """Put a VM into the recycle bin, or remove it for good."""
    given, snapshot = call.arguments, call.fresh()
    is_resting = given.purge and not snapshot.vms_named(given.name)
    uuid = _deleted(snapshot, given.name) if is_resting else find(snapshot, [given.name])[0].uuid
    draft = VmDelete(uuid, purge=given.purge, keep_disks=given.keep_disks)
    return carry_out(call, draft, asks_always=True)


def vm_restore(call: Call) -> int:
    """Bring a deleted VM back."""
    return carry_out(call, VmRestore(_deleted(call.fresh(), call.arguments.name)))


def vm_list_deleted(call: Call, snapshot: Snapshot) -> int:
    """List the VMs in the recycle bin, those deleted last first."""
    out = call.output
    if out.as_json:
        out.json([deleted_record(vm) for vm in snapshot.deleted])
        return ExitCode.DONE
    rows = [
        (
            vm.name,
            vm.uuid,
            moment(vm.at) if vm.at else "-",
            "yes" if vm.resource else "no",
            ", ".join(f"{disk.group}/{disk.volume}" for disk in vm.disks) or "-",
            vm.reason,
        )
        for vm in snapshot.deleted
    ]
    out.table(("VM", "UUID", "DELETED", "PROTECTED", "VOLUMES", "NOTE"), rows)
    return ExitCode.DONE


def vm_protect(call: Call) -> int:
    """Have Pacemaker run a VM from now on."""
    (vm,) = find(call.fresh(), [call.arguments.name])
    return carry_out(call, VmProtect(vm.uuid, call.arguments.priority))


def vm_unprotect(call: Call) -> int:
    """Have Pacemaker leave a VM for good."""
    (vm,) = find(call.fresh(), [call.arguments.name])
    return carry_out(call, VmUnprotect(vm.uuid, call.arguments.host))


def _deleted(snapshot: Snapshot, name: str) -> str:
    """Return the UUID of the VM in the recycle bin that ``name`` means.

    Raises:
        PreconditionError: It means none, or several.
    """
    found = [vm for vm in snapshot.deleted if name in (vm.name, vm.uuid)]
    if len(found) > 1:
        raise PreconditionError(
            f"{len(found)} deleted VMs are called {name!r}.",
            next_step=f"Give the UUID: {', '.join(vm.uuid for vm in found)}.",
            code="ambiguous-vm",
        )
    if not found:
        raise PreconditionError(
            f"The recycle bin has no VM {name!r}.",
            next_step="See 'xenadmin vm list --deleted'.",
            code="no-such-vm",
        )
    return found[0].uuid


VERBS = {
    "rename": vm_rename,
    "history": vm_history,
    "delete": vm_delete,
    "restore": vm_restore,
    "protect": vm_protect,
    "unprotect": vm_unprotect,
}
