"""What is to be done with a new volume next: exported to the hosts, then given to a VM."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.serial import new_serial
from xenadmin_gui.operations.san.vmdisk import DiskAttach
from xenadmin_gui.operations.tasks import Task, TaskState

tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Next:
    """A draft whose turn it is, and what its button says."""

    draft: Draft
    button: str


Stage = Callable[[Snapshot], Next | None]


class FollowUps:
    """Remembers by volume what the administrator wanted next; each comes as a plan of its own."""

    def __init__(self) -> None:
        self._waiting: dict[Key, list[Stage]] = {}

    def expect(self, group: str, name: str, *, vm: str) -> None:
        """Have ``group/name`` exported once it is made, then attached to ``vm`` (UUID or empty)."""
        stages: list[Stage] = [lambda snapshot: _export(snapshot, group, name)]
        if vm:
            stages.append(lambda snapshot: _attach(snapshot, group, name, vm))
        self._waiting[Key(Kind.VOLUME, f"{group}/{name}")] = stages

    def after(self, task: Task, snapshot: Snapshot) -> Next | None:
        """Return what comes after ``task``; what follows a task that failed is forgotten."""
        for key in task.subjects:
            if task.state is not TaskState.DONE:
                self._waiting.pop(key, None)
            elif stages := self._waiting.get(key):
                return stages.pop(0)(snapshot)
        return None


def export_of(snapshot: Snapshot, group: str, name: str) -> LunExport:
    """Return the draft that exports a volume, the same each time it is made."""
    seed = hashlib.sha256(f"{group}/{name}".encode()).hexdigest()[:7] + "1"
    return LunExport(group, name, serial=new_serial(snapshot, san_layout(snapshot), seed))


def _export(snapshot: Snapshot, group: str, name: str) -> Next | None:
    if snapshot.san.volume(group, name) is None:
        return None
    button = tr("SanActions", "Export {0}").format(name)
    return Next(export_of(snapshot, group, name), button)


def _attach(snapshot: Snapshot, group: str, name: str, vm: str) -> Next | None:
    volume = snapshot.san.volume(group, name)
    if volume is None or not volume.lun or vm not in snapshot.vms:
        return None
    button = tr("SanActions", "Attach {0}").format(name)
    return Next(DiskAttach(vm, volume.lun), button)
