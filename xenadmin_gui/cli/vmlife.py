"""``vm rename`` and what else happens in the life of a VM after it was installed."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.vm import find
from xenadmin_gui.operations.vmlife.rename import VmRename


def vm_rename(call: Call) -> int:
    """Give a VM another name."""
    (vm,) = find(call.fresh(), [call.arguments.name])
    return carry_out(call, VmRename(vm.uuid, call.arguments.new_name))


VERBS = {"rename": vm_rename}
