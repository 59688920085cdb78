"""Which VMs a new one does not share a host with, while there is another one."""

from __future__ import annotations

from collections.abc import Iterator

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.vminstall.newvm import NewVm


def kept_apart(snapshot: Snapshot, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the resources of the VMs that are named; those that have none are left out."""
    for name in dict.fromkeys(names):
        for vm in snapshot.vms_named(name)[:1]:
            if vm.protection is not None:
                yield vm.protection.resource


def apart_problems(snapshot: Snapshot, new: NewVm) -> Iterator[Problem]:
    """Say what is wrong with the VMs that it is to be kept apart from."""
    if new.apart and not new.protect:
        sentence = "Only Pacemaker keeps VMs apart: it has to be protected for that."
        yield Problem(sentence, "Protect it, or name no other VM.", new.key, "apart", "apart")
        return
    for name in new.apart:
        found = snapshot.vms_named(name)
        sentence = ""
        if len(found) != 1:
            sentence = f"There is no VM {name} to be kept apart from."
            if found:
                sentence = f"Several VMs are called {name}; name one by its UUID."
        elif found[0].protection is None:
            sentence = f"{name} is not protected: Pacemaker does not keep anything apart from it."
        if sentence:
            yield Problem(sentence, "Name protected VMs.", new.key, "apart", "apart")
