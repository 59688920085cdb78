"""A whole session on the simulated cluster, in virtual time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import PreconditionError, XenadminError
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Ending
from xenadmin_gui.operations.tasks import Task, TaskState, TaskStep
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.session.check import Verdict
from xenadmin_gui.session.discovery import Start, discover
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session
from xenadmin_gui.sim.connector import SimConnector

PATIENCE_S = 60.0


@pytest.fixture
def session() -> Iterator[Session]:
    before = set(threading.enumerate())
    made = open_demo(virtual=True)
    yield made
    made.close()
    made.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert set(threading.enumerate()) <= before


@pytest.fixture
def context(session: Session) -> JobContext:
    return JobContext(clock=session.clock)


def a_vm(snapshot: Snapshot, *, protected: bool, state: VmState = VmState.RUNNING) -> Vm:
    return next(
        vm
        for vm in snapshot.vms.values()
        if vm.is_protected is protected and vm.state is state and vm.kind == "pvh"
    )


def test_before_the_first_answer_every_server_is_connecting(session: Session) -> None:
    assert {s.state for s in session.snapshot.servers.values()} == {HostState.CONNECTING}
    assert session.is_simulated
    assert session.tasks() == session.interrupted() == ()


def test_listeners_hear_of_each_snapshot_until_they_leave(
    session: Session, context: JobContext
) -> None:
    heard: list[tuple[Snapshot, Difference]] = []
    end = session.subscribe(lambda snapshot, changed: heard.append((snapshot, changed)))
    snapshot = session.refresh(context)
    assert heard[-1][0] is snapshot
    end()
    count = len(heard)
    session.refresh(context)
    assert len(heard) == count


def test_a_watched_cluster_fills_by_itself_and_closes_quickly() -> None:
    session = open_demo()
    filled = threading.Event()

    def look(snapshot: Snapshot, changed: Difference) -> None:
        if snapshot.vms and all(s.is_up for s in snapshot.servers.values()):
            filled.set()

    session.subscribe(look)
    session.start()
    assert filled.wait(PATIENCE_S)
    began = time.monotonic()
    session.close()
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("protected", [True, False])
def test_a_plan_runs_in_the_background_and_everybody_hears_of_it(
    session: Session, context: JobContext, protected: bool
) -> None:
    vm = a_vm(session.refresh(context), protected=protected)
    steps: list[tuple[Task, TaskStep]] = []
    tasks: list[Task] = []
    session.subscribe_tasks(tasks.append)
    plan = session.plan(VmDraft(VmVerb.SHUTDOWN, (vm.uuid,)))
    shown = session.preview(plan)
    assert [s.name for s in shown.will_do] == [vm.name]

    handle = session.submit(plan, lambda task, step: steps.append((task, step)))
    outcome = handle.wait(PATIENCE_S)

    assert outcome is not None
    assert outcome.value is not None
    assert outcome.value.state is TaskState.DONE
    assert session.refresh(context).vms[vm.uuid].state is VmState.OFF
    assert steps[-1][1].state.is_good
    assert tasks[-1].state is TaskState.DONE
    assert session.task(plan.id).title == f"Shut down {vm.name}"
    (sent,) = session.commands_of(plan.id)
    recorded = [r for r in session.commands.records() if r.plan_id == plan.id]
    assert sent.argv in [r.argv for r in recorded]
    assert {r.origin for r in recorded} == {plan.title}
    assert "monitoring" in {r.origin for r in session.commands.records()}
    assert f"{vm.name} is off." in [e.sentence for e in session.events.events()]


def test_two_plans_about_one_vm_run_one_after_the_other(
    session: Session, context: JobContext
) -> None:
    vm = a_vm(session.refresh(context), protected=True)
    plans = [session.plan(VmDraft(VmVerb.SHUTDOWN, (vm.uuid,))) for _ in range(2)]
    handles = [session.submit(plan) for plan in plans]
    assert [o and o.ending for o in (h.wait(PATIENCE_S) for h in handles)] == ["succeeded"] * 2
    first, second = (session.task(plan.id) for plan in plans)
    assert first.ended is not None
    assert second.started is not None
    assert first.ended <= second.started
    assert [len(session.commands_of(plan.id)) for plan in plans] == [1, 0]


def test_closing_cancels_what_runs_and_the_journal_says_so(tmp_path: Path) -> None:
    session = open_demo(tmp_path, virtual=True)
    vm = a_vm(session.refresh(JobContext(clock=session.clock)), protected=False)
    plan = session.plan(VmDraft(VmVerb.SHUTDOWN, (vm.uuid,)))
    begun = threading.Event()
    go_on = threading.Event()

    def hold(task: Task, step: TaskStep) -> None:
        begun.set()
        go_on.wait(PATIENCE_S)

    handle = session.submit(plan, hold)
    assert begun.wait(PATIENCE_S)
    handle.cancel()
    go_on.set()
    session.close()
    assert (handle.outcome and handle.outcome.ending) is Ending.CANCELLED
    again = open_demo(tmp_path, virtual=True)
    assert again.task(plan.id).state is TaskState.CANCELLED
    again.close()


def test_a_draft_with_problems_becomes_no_plan(session: Session, context: JobContext) -> None:
    session.refresh(context)
    draft = VmDraft(VmVerb.START, ("no-such-uuid",))
    assert [p.code for p in session.problems(draft)] == ["no-such-vm"]
    with pytest.raises(PreconditionError):
        session.plan(draft)
    with pytest.raises(PreconditionError):
        session.commands_of("none")


def test_a_kept_cluster_goes_on_where_it_was(tmp_path: Path) -> None:
    first = open_demo(tmp_path, virtual=True)
    assert first.drill is not None
    first.drill.advance(500)
    at = first.clock.now()
    first.close()
    second = open_demo(tmp_path, virtual=True)
    assert at <= second.clock.now() < at + 30
    second.close()


def test_a_directory_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "world.json").write_text("no world")
    with pytest.raises(XenadminError) as caught:
        open_demo(tmp_path, virtual=True)
    assert caught.value.next_step


def test_the_check_finds_what_is_there_to_discover(session: Session, context: JobContext) -> None:
    checks = session.check(context)
    verdicts = {(c.subject, c.name): c.verdict for c in checks}
    for server in session.config.servers:
        for name in ("reachable", "host key", "log-in", "tools"):
            assert verdicts[server.name, name] is Verdict.PASSED
    assert verdicts[session.name, "quorum"] is Verdict.PASSED


def test_the_simulated_cluster_can_be_found_from_one_host(
    session: Session, context: JobContext
) -> None:
    session.refresh(context)
    connector = session._connector._connector
    assert isinstance(connector, SimConnector)
    first = session.config.servers[-1].name

    def connect(config: ClusterConfig) -> SimConnector:
        return SimConnector(connector.world, connector.clock)

    found = discover(Start("found", first), connect, context)
    assert found.config is not None
    assert {s.name: s.roles for s in found.config.servers} == {
        s.name: s.roles for s in session.config.servers
    }
