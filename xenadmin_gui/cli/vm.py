"""``vm``: what VMs there are, and everything that is done to them, one or several at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.grammar import UsageError
from xenadmin_gui.cli.output import number, size
from xenadmin_gui.cli.records import vm_details, vm_record
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.domain.errors import ExitCode, PreconditionError, UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.tags import as_tags
from xenadmin_gui.domain.vm import Vm

if TYPE_CHECKING:
    from xenadmin_gui.operations.vm import TargetChoice


def vm_list(call: Call) -> int:
    """List the VMs by name."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    if call.arguments.deleted:
        from xenadmin_gui.cli.vmlife import vm_list_deleted

        return vm_list_deleted(call, snapshot)
    host, out = call.arguments.host, call.output
    if host is not None and host not in {server.name for server in snapshot.hosts}:
        raise PreconditionError(f"There is no host {host}.", code="no-such-host")
    vms = sorted(snapshot.vms.values(), key=lambda vm: (vm.name, vm.uuid))
    wanted = set(as_tags(call.arguments.tag))
    vms = [vm for vm in vms if host in (None, vm.host) and wanted <= set(vm.tags)]
    if out.as_json:
        out.json([vm_record(vm) for vm in vms])
        return ExitCode.DONE
    out.table(
        ("VM", "STATE", "HOST", "PROTECTED", "KIND", ">VCPUS", ">MEMORY", "NOTE"),
        [
            (
                vm.name,
                out.state(vm.health, vm.state),
                vm.host or "-",
                "yes" if vm.is_protected else "no",
                vm.kind,
                number(vm.vcpus),
                size(vm.memory_bytes),
                vm.activity or (vm.work.words if vm.work else vm.reason),
            )
            for vm in vms
        ],
    )
    return ExitCode.DONE


def vm_show(call: Call) -> int:
    """Show one VM."""
    from xenadmin_gui.operations.vmlife.refusals import is_kept

    snapshot = call.fresh()
    (vm,) = find(snapshot, [call.arguments.name])
    out = call.output
    if call.arguments.xml:
        return _show_xml(call, vm)
    record = {**vm_details(vm, snapshot), "delete_protection": bool(is_kept(vm))}
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    protection = vm.protection
    out.fields(
        [
            ("VM", vm.name),
            ("title", vm.title),
            ("tags", ", ".join(vm.tags)),
            ("uuid", vm.uuid),
            ("state", out.state(vm.health, vm.state)),
            ("doing", vm.activity or (vm.work.words if vm.work else "")),
            ("reason", vm.reason),
            ("host", vm.host or ""),
            ("kind", vm.kind),
            ("processors", number(vm.vcpus)),
            ("memory", size(vm.memory_bytes)),
            ("next start", _at_next_start(vm)),
            ("protected", f"by the resource {protection.resource}" if protection else "no"),
            ("deletion", "refused" if record["delete_protection"] else ""),
            ("starts with", ", ".join(vm.autostart_on)),
            ("pinned to", protection.pinned_to or "" if protection else ""),
            ("defined on", ", ".join(vm.defined_on)),
        ]
    )
    for disk in vm.disks:
        word = "CD drive" if disk.device == "cdrom" else "disk"
        out.line(f"{word} {disk.target}: {disk.source or 'empty'}")
    for nic in vm.nics:
        out.line(f"network card {nic.mac}: {nic.bridge}{f', VLAN {nic.vlan}' * bool(nic.vlan)}")
    for finding in record["findings"]:
        out.line(f"! {finding['sentence']} {finding['next_step']}".rstrip())
    return ExitCode.DONE


def _at_next_start(vm: Vm) -> str:
    """What is otherwise in the definition than in the running VM."""
    words = ", ".join(vm.at_next_start)
    return f"changes {words}" if words else ""


def _show_xml(call: Call, vm: Vm) -> int:
    """Print the VM's definition alone."""
    from xenadmin_gui.operations.vmedit.definition import definition_of

    definition = definition_of(vm)
    if definition is None:
        raise PreconditionError(
            f"No definition of {vm.name} can be read.",
            next_step="See 'vm show' for where it is defined.",
            code="not-defined",
        )
    out = call.output
    if out.as_json:
        out.json({"name": vm.name, "uuid": vm.uuid, "xml": definition.text})
    else:
        out.document(definition.text.rstrip("\n"))
    return ExitCode.DONE


def vm_act(call: Call) -> int:
    """Do the verb to the VMs named, after a look at what it means."""
    from xenadmin_gui.operations.vm import VmDraft, VmVerb

    arguments = call.arguments
    snapshot = call.fresh()
    vms = find(snapshot, arguments.names)
    verb = VmVerb(arguments.verb)
    live = not getattr(arguments, "no_live", False)
    if getattr(arguments, "targets", False):
        return _show_targets(call, snapshot, vms, live=live)
    target = getattr(arguments, "to", None)
    draft = VmDraft(verb, tuple(vm.uuid for vm in vms), target, live)
    return carry_out(call, draft, asks_always=verb is VmVerb.DESTROY)


def vm_set(call: Call) -> int:
    """Change a VM's settings; one that runs keeps what it has until its next start, or --live."""
    from xenadmin_gui.operations.vmedit.definition import Nic
    from xenadmin_gui.operations.vmedit.edit import VmEdit

    arguments = call.arguments
    (vm,) = find(call.fresh(), [arguments.name])
    draft = VmEdit(
        vm.uuid,
        vcpus=arguments.vcpus,
        memory_bytes=arguments.memory,
        title=arguments.title,
        description=arguments.description,
        delete_protection=_switch(arguments.delete_protection),
        add_nics=tuple(Nic(mac, bridge, vlan=vlan) for bridge, mac, vlan in arguments.add_nic),
        remove_nics=tuple(arguments.remove_nic),
        bridges=tuple(arguments.nic),
        add_tags=tuple(arguments.tag),
        remove_tags=tuple(arguments.untag),
        buses=tuple(arguments.bus),
        vlans=tuple(arguments.vlan),
        xml=_text_of(arguments.xml) if arguments.xml else None,
        boot=arguments.boot,
        autostart=_switch(arguments.autostart),
        live=arguments.live,
    )
    return carry_out(call, draft)


def vm_cd(call: Call) -> int:
    """Put a CD into a VM's drive, or eject it: at once where that is possible."""
    from xenadmin_gui.cli.sannames import find_lun
    from xenadmin_gui.operations.vmedit.edit import VmEdit

    given, snapshot = call.arguments, call.fresh()
    (vm,) = find(snapshot, [given.name])
    path = given.insert or ""
    if not path and not given.eject:
        raise UsageError("Which CD?", next_step="Say --insert with a path or a LUN, or --eject.")
    if path and not path.startswith("/"):
        path = f"/dev/mapper/{find_lun(snapshot, path).wwid}"
    draft = VmEdit(vm.uuid, cd=path, drive=given.drive, live=not given.next_start)
    return carry_out(call, draft)


def _text_of(path: str) -> str:
    """Return what a file, or with ``-`` the standard input, says.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from None


def _switch(word: str | None) -> bool | None:
    return None if word is None else word == "on"


def find(snapshot: Snapshot, names: Sequence[str]) -> list[Vm]:
    """Return the VMs that ``names`` (or UUIDs) mean, in that order, each once.

    Raises:
        PreconditionError: A name means no VM, or several.
        UnreachableError: A name means none, and not every host could be asked.
    """
    found: dict[str, Vm] = {}
    for name in names:
        vms = snapshot.vms_named(name)
        if len(vms) > 1:
            uuids = ", ".join(vm.uuid for vm in vms)
            raise PreconditionError(
                f"{len(vms)} VMs are called {name!r}.",
                next_step=f"Give the UUID: {uuids}.",
                code="ambiguous-vm",
            )
        if not vms:
            raise _no_such_vm(snapshot, name)
        found[vms[0].uuid] = vms[0]
    return list(found.values())


def _no_such_vm(snapshot: Snapshot, name: str) -> PreconditionError | UnreachableError:
    silent = [host.name for host in snapshot.hosts if not host.is_up]
    if silent:
        return UnreachableError(
            silent[0],
            f"No VM that can be seen is called {name!r}; {', '.join(silent)} cannot be asked.",
            next_step="See 'xenadmin vm list' and 'xenadmin host list'.",
        )
    return PreconditionError(
        f"No VM is called {name!r}.", next_step="See 'xenadmin vm list'.", code="no-such-vm"
    )


def _show_targets(call: Call, snapshot: Snapshot, vms: list[Vm], *, live: bool) -> int:
    from xenadmin_gui.operations.vm import migration_targets

    choices = [(vm, choice) for vm in vms for choice in migration_targets(snapshot, vm, live=live)]
    out = call.output
    if out.as_json:
        out.json([_target_record(vm, choice) for vm, choice in choices])
        return ExitCode.DONE
    out.table(
        ("VM", "HOST", "POSSIBLE", ">FREE", ">NEEDED", "REASON"),
        [
            (
                vm.name,
                c.host,
                "yes" if c.possible else "no",
                size(c.free_bytes),
                size(c.needed_bytes),
                c.reason or c.caution,
            )
            for vm, c in choices
        ],
    )
    return ExitCode.DONE


def _target_record(vm: Vm, choice: TargetChoice) -> dict[str, object]:
    return {
        "vm": vm.name,
        "host": choice.host,
        "possible": choice.possible,
        "reason": choice.reason,
        "code": choice.code,
        "caution": choice.caution,
        "free_bytes": choice.free_bytes,
        "needed_bytes": choice.needed_bytes,
    }
