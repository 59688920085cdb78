"""Which host starts an unprotected VM when it boots: one at most, or two would run it."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.libvirtsteps import as_step
from xenadmin_gui.operations.plan import Step
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps


def autostart_steps(snapshot: Snapshot, vm: Vm, number: int, *, on: bool) -> tuple[Step, ...]:
    """Return the steps that have one host start the VM, or none; first ends what is too much.

    Args:
        number: Of the first step.
    """
    known = [copy for copy in vm.definitions if copy.origin == "libvirt"]
    homes = sorted(known, key=lambda c: (c.host != vm.host, c.host not in vm.autostart_on, c.host))
    home = homes[0].host if homes and on else None
    steps: list[Step] = []
    for copy in sorted(homes, key=lambda c: c.host == home):
        wanted, is_on = copy.host == home, copy.host in vm.autostart_on
        if wanted is not is_on:
            made = DefinitionSteps(snapshot, vm, copy, 0)
            there, back = made.autostart(on=wanted), made.autostart(on=is_on)
            steps.append(as_step(there, number + len(steps), vm, (back,)))
    return tuple(steps)
