"""What a task about several VMs left undone is made by another run of the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from newvms import GIB, new_vm
from simcluster import SimCluster, run

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.operations.vminstall.later import rest_of_task
from xenadmin_gui.operations.vminstall.written import from_text, to_text

KEYS = GuestSettings("new", ssh_keys=("ssh-ed25519 AAAA anna@desk",))
TWO = VmInstall(
    tuple(new_vm(name, guest=KEYS, protect=False) for name in ("new1", "new2")), "debian-12"
)


def failed(sim: SimCluster, journal: Journal, draft: VmInstall) -> Task:
    """Run the draft with a command for its second VM refused."""
    plan, real = draft.plan(sim.snapshot), sim.run
    refused = plan.steps_of(draft.vms[1].key)[3].command.argv

    def run_or_refuse(host: str, command: Command, *args: Any, **more: Any) -> CommandResult:
        if command.argv == refused:
            return CommandResult(host, command, 1, "", "refused by the test")
        return real(host, command, *args, **more)

    sim.run = run_or_refuse  # type: ignore[method-assign]
    task = Runner(sim, journal).run(plan, sim.context())
    sim.run = real  # type: ignore[method-assign]
    sim.refresh(None, sim.context())
    assert task.state is TaskState.FAILED
    return task


def test_the_vm_that_failed_is_made_after_a_restart(sim: SimCluster, tmp_path: Path) -> None:
    place = tmp_path / "kept.db"
    first = Journal(place, clock=sim.clock)
    task = failed(sim, first, TWO)
    first.close()

    second = Journal(place, clock=sim.clock)
    rest = rest_of_task(second.plan(task.id), second.task(task.id))
    assert rest == replace(TWO, vms=TWO.vms[1:])
    assert run(sim, second, rest).state is TaskState.DONE
    assert [str(sim.vm(new.name).state) for new in TWO.vms] == ["running", "running"]
    done = rest_of_task(second.plan(task.id), second.task(task.id))
    assert done is not None
    assert {problem.code for problem in done.problems(sim.snapshot)} >= {"name-taken"}
    second.close()


def test_a_secret_is_kept_nowhere_and_has_to_be_given_again(
    sim: SimCluster, journal: Journal
) -> None:
    secret = replace(KEYS, password_hash="$6$salt$hash")
    vms = tuple(replace(new, guest=secret) for new in TWO.vms)
    task = failed(sim, journal, VmInstall(vms, "debian-12"))
    plan = journal.plan(task.id)
    assert "$6$" not in plan.draft
    with pytest.raises(PreconditionError, match=r"The password .* is kept nowhere"):
        rest_of_task(plan, task)


def test_what_is_written_is_read_back_without_its_secrets() -> None:
    card = GuestNic("xenbr0", "00:16:3e:00:00:01", "10.0.0.5/24", "10.0.0.1", ("10.0.0.2",))
    more = new_vm("big", nics=(card,), more_disks=(GIB, 2 * GIB), tags=("a", "b"), priority=3)
    installer = Installer("/k", "/i", "quiet", "d-i a/b string c\n", VmKind.PV, "pygrub")
    text = to_text((more,), "", "", installer)
    assert "d-i" not in text
    written = from_text(text)
    assert (written.vms, written.installer) == ((more,), replace(installer, answers=""))
    assert written.secret == "answers"
    assert from_text(to_text(TWO.vms, "t", "/cd.iso", None)).secret == ""


@pytest.mark.parametrize(
    ("guest", "is_shut"),
    [
        (GuestSettings("a"), True),
        (KEYS, False),
        (GuestSettings("a", password_hash="$6$x$y"), False),
        (GuestSettings("a", first_boot="#!/bin/sh\n"), False),
    ],
)
def test_a_vm_that_nobody_could_log_in_to_is_told(
    snapshot: Snapshot, guest: GuestSettings, is_shut: bool
) -> None:
    draft = VmInstall((new_vm("new1", guest=guest), new_vm("new2", guest=KEYS)), "debian-12")
    cautions = draft.plan(snapshot).cautions
    assert [("log in to new1:" in caution, "new2" in caution) for caution in cautions] == (
        [(True, False)] if is_shut else []
    )
