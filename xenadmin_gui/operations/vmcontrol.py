"""The one seam that decides who drives a VM: Pacemaker a protected one, libvirt any other."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.libvirtsteps import LibvirtSteps
from xenadmin_gui.operations.pacemakersteps import PacemakerSteps
from xenadmin_gui.operations.plan import Step
from xenadmin_gui.operations.verbs import VmVerb


def steps_for(
    snapshot: Snapshot,
    vm: Vm,
    verb: VmVerb,
    *,
    target: str,
    live: bool,
    plan_id: str,
    number: int,
) -> tuple[Step, ...]:
    """Return the steps that do ``verb`` to ``vm``, numbered from ``number``.

    Args:
        target: Host for MIGRATE, and for START of an unprotected VM; ignored otherwise.
    """
    direct = LibvirtSteps(snapshot, vm, plan_id, number)
    match verb:
        case VmVerb.PAUSE:
            return direct.pause()
        case VmVerb.RESUME:
            return direct.resume()
    if vm.protection is not None:
        by_pacemaker = PacemakerSteps(snapshot, vm, vm.protection, plan_id, number)
        return _protected(by_pacemaker, verb, target, live=live)
    match verb:
        case VmVerb.START:
            return direct.start(target)
        case VmVerb.SHUTDOWN:
            return direct.shutdown()
        case VmVerb.DESTROY:
            return (direct.destroy(),)
        case VmVerb.REBOOT:
            return direct.reboot()
        case VmVerb.MIGRATE:
            return direct.migrate(snapshot.servers[target], live=live)


def _protected(steps: PacemakerSteps, verb: VmVerb, target: str, *, live: bool) -> tuple[Step, ...]:
    match verb:
        case VmVerb.START:
            return steps.start()
        case VmVerb.SHUTDOWN:
            return steps.shutdown()
        case VmVerb.DESTROY:
            return steps.destroy()
        case VmVerb.REBOOT:
            return steps.reboot()
        case _:
            return steps.migrate(steps.snapshot.servers[target], live=live)
