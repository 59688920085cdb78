"""Every step of making VMs, forward and back: each is undone to what was there before it.

One run writes down the cluster before each command of the plan; its last step fails, and all is
taken back. On the way back the cluster is before each step what it was after it on the way there:
so nothing is left, whichever step fails. Each command of the way back is refused once, too; taken
up again each time, the task comes to that end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from newvms import GIB, new_vm
from simcluster import SimCluster

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.installer import INSTALLERS, Installer
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import StepState, Task, TaskState
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import VmInstall

Sent = tuple[str, ...]
FIXED = GuestNic("xenbr0", address="10.20.0.91/24")
DEBIAN = Installer(
    kernel=f"{INSTALLERS}/debian-12/linux",
    initrd=f"{INSTALLERS}/debian-12/initrd.gz",
    answers="d-i a/b string c\n",
)
#: What lies there is gone before the plan's end, or is a word for what a volume holds.
_PASSING = ("/run/", "/dev/", INSTALLERS)


def installed(_: Snapshot) -> VmInstall:
    return VmInstall((new_vm("new1", nics=(FIXED,), apart=("web1",)),), "debian-12")


def by_installer(_: Snapshot) -> VmInstall:
    return VmInstall((new_vm("new1", protect=False),), installer=DEBIAN)


def cloned(snapshot: Snapshot) -> VmClone:
    (test3,) = snapshot.vms_named("test3")
    new = new_vm("new1", disk_bytes=20 * GIB, protect=False)
    return VmClone(test3.uuid, new, template="debian-12")


class WalkedCluster(SimCluster):
    """Refuses the last command of a plan, and each command of the way back once.

    Attributes:
        before: Number of the step and what there was, before each command of the way there.
        wrong: Steps that were taken back where the cluster was not as it was after them.
    """

    def begin(self, plan: Plan) -> None:
        self.plan = plan
        self.before: list[tuple[int, str]] = []
        self.wrong: list[str] = []
        self.refused: set[Sent] = set()
        self._left = [(s.number, (s.host, *s.command.argv)) for s in plan.steps]
        self._back = {
            (undo.host, *undo.command.argv): step for step in plan.steps for undo in step.undo[:1]
        }
        self._undos = {(u.host, *u.command.argv) for s in plan.steps for u in s.undo}
        self._is_back = False
        with self.world.transaction() as state:
            self._old_files = {path for m in state.machines.values() for path in m.files}

    def run(self, host: str, command: Command, *args: Any, **more: Any) -> CommandResult:
        key = (host, *command.argv)
        if self._is_refused(key):
            return CommandResult(host, command, 1, "", "refused by the test")
        return super().run(host, command, *args, **more)

    def _is_refused(self, key: Sent) -> bool:
        number = next((number for number, sent in self._left if sent == key), 0)
        if not self._is_back and number:
            self._left = [one for one in self._left if one[0] > number]
            self.before.append((number, self.lasting()))
            self._is_back = number == self.plan.steps[-1].number
            return self._is_back
        if not self._is_back or key not in self._undos or key in self.refused:
            return False
        self.refused.add(key)
        if key in self._back:
            step = self._back[key]
            after = next(kept for number, kept in self.before if number > step.number)
            if self.lasting() != after:
                self.wrong.append(f"{step.number}. {step.title}")
        return True

    def lasting(self) -> str:
        """All that a plan can change, without what passes by itself."""
        with self.world.transaction() as state:
            files = {
                f"{machine.name}:{path}": text if path in self._old_files else ""
                for machine in state.machines.values()
                for path, text in machine.files.items()
                if not path.startswith(_PASSING) and not path.endswith("/.")
            }
            found = {
                "volumes": {
                    s: [(v.name, v.size_mib) for v in its] for s, its in state.volumes.items()
                },
                "replicas": sorted(
                    (replica.name, server)
                    for replica in state.replicas.values()
                    for server, side in replica.sides.items()
                    if side.is_up
                ),
                "luns": {server: sorted(one.luns) for server, one in state.exports.items()},
                "seen": {host: sorted(luns) for host, luns in state.seen.items()},
                "defined": {host: sorted(its) for host, its in state.definitions.items()},
                "runs": {host: sorted(its) for host, its in state.runs.items()},
                "files": sorted(files.items()),
                "cib": sorted(re.findall(r' id="([^"]*)"', state.pacemaker.configuration)),
            }
        return "\n".join(f"{key}: {value}" for key, value in found.items())

    def everything(self) -> str:
        """The same with what passes."""
        with self.world.transaction() as state:
            units = {host: sorted(its) for host, its in state.units.items() if its}
            files = sorted(
                f"{machine.name}:{path}"
                for machine in state.machines.values()
                for path in machine.files
                if path.startswith(("/run/", INSTALLERS))
            )
        return f"{self.lasting()}\n{units}\n{files}"


@pytest.mark.parametrize("draft_of", [installed, by_installer, cloned])
def test_every_step_is_taken_back_to_what_was_before_it(
    tmp_path: Path, draft_of: Callable[[Snapshot], VmInstall | VmClone]
) -> None:
    cluster = WalkedCluster()
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    plan = draft_of(cluster.snapshot).plan(cluster.snapshot)
    cluster.begin(plan)
    untouched = cluster.everything()
    runner = Runner(cluster, journal)
    task = runner.run(plan, cluster.context())
    again = 0
    while undo_failed(task) and again < len(cluster._undos):
        task = runner.resume(task.id, Choice.ROLL_BACK, cluster.context())
        again += 1
    stuck = [(s.title, s.said) for s in task.steps if s.state is StepState.UNDO_FAILED]
    assert (task.state, stuck) == (TaskState.ROLLED_BACK, []), task.reason
    assert cluster.wrong == []
    assert cluster.everything() == untouched
    assert len(cluster.before) > len(plan.steps) * 2 // 3
    assert len(cluster.refused) > len(cluster._undos) * 2 // 3
    journal.close()
    cluster.close()


def undo_failed(task: Task) -> bool:
    return any(step.state is StepState.UNDO_FAILED for step in task.steps)
