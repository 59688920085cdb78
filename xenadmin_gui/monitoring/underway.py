"""What tasks are at work on is shown as that, and is no alarm until a task ends half way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Replica, San, Volume
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import SEVERITY
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.work import Work

Works = Mapping[Key, Work]
T = TypeVar("T", Vm, Volume, Lun)


def mark_vms(vms: dict[str, Vm], works: Works) -> dict[str, Vm]:
    """Return the VMs, those that a task is at work on with that."""
    if not works:
        return vms
    return {uuid: _marked(vm, works.get(vm.key)) for uuid, vm in vms.items()}


def mark_san(san: San, works: Works) -> San:
    """Return the SAN with what tasks do to its volumes, their replicas and LUNs."""
    if not works:
        return san
    return replace(
        san,
        volumes=tuple(_marked(volume, works.get(volume.key)) for volume in san.volumes),
        luns=tuple(_marked(lun, works.get(lun.key)) for lun in san.luns),
        replicas=tuple(_marked_replica(one, _work_below(one, works)) for one in san.replicas),
    )


def told_by_tasks(
    findings: tuple[Finding, ...], vms: Mapping[str, Vm], san: San
) -> tuple[Finding, ...]:
    """Return the findings; of what a task is at work on, that and nothing else.

    What a task has left half done is a finding beside the others.
    """
    marked: tuple[Vm | Volume | Replica | Lun, ...]
    marked = (*vms.values(), *san.volumes, *san.replicas, *san.luns)
    works = [(one, one.work) for one in marked if one.work is not None]
    if not works:
        return findings
    quiet = {one.key for one, work in works if not work.is_over}
    found = [finding for finding in findings if finding.subject not in quiet]
    found += [_finding(one, work) for one, work in works]
    found.sort(key=lambda finding: SEVERITY.index(finding.health))
    return tuple(found)


def _finding(one: Vm | Volume | Replica | Lun, work: Work) -> Finding:
    code = "half-done" if work.is_over else "at-work"
    name = f"LUN {one.number}" if isinstance(one, Lun) else one.name
    return Finding(code, work.health, one.key, work.sentence(name), work.next_step)


def _work_below(replica: Replica, works: Works) -> Work | None:
    """A replica comes and goes with the volume below it; its configuration may stay longest."""
    names = (replica.volume, *(f"{group}/{replica.name}" for group in _groups(works)))
    found = (works.get(Key(Kind.VOLUME, name)) for name in names if name)
    return next((work for work in found if work is not None), None)


def _groups(works: Works) -> Iterator[str]:
    for key in works:
        if key.kind is Kind.VOLUME:
            yield key.id.partition("/")[0]


def _marked_replica(replica: Replica, work: Work | None) -> Replica:
    if work is None:
        return replica
    sides = tuple(replace(side, work=work) for side in replica.sides)
    return replace(replica, sides=sides, work=work)


def _marked(one: T, work: Work | None) -> T:
    return one if work is None else replace(one, work=work)
