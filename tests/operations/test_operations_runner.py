"""Running plans on a cluster in a file: the ends that a step can come to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from filecluster import DB, HA, PV, WEB, FileCluster

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import (
    Cancelled,
    PreconditionError,
    StalePlanError,
    UnreachableError,
)
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, TaskStep
from xenadmin_gui.operations.vm import VmDraft, VmVerb


def plan(cluster: FileCluster, verb: VmVerb, *uuids: str, **more: object) -> Plan:
    return VmDraft(verb, uuids, **more).plan(cluster.snapshot)  # type: ignore[arg-type]


def states(task: Task) -> list[str]:
    return [str(step.state) for step in task.steps]


VERBS = [
    (VmVerb.START, DB, "running", "xen1"),
    (VmVerb.SHUTDOWN, WEB, "off", None),
    (VmVerb.DESTROY, WEB, "off", None),
    (VmVerb.REBOOT, WEB, "running", "xen1"),
    (VmVerb.PAUSE, WEB, "paused", "xen1"),
    (VmVerb.MIGRATE, WEB, "running", "xen2"),
    (VmVerb.SHUTDOWN, HA, "off", None),
    (VmVerb.DESTROY, HA, "off", None),
    (VmVerb.REBOOT, HA, "running", "xen2"),
    (VmVerb.PAUSE, HA, "paused", "xen1"),
    (VmVerb.MIGRATE, HA, "running", "xen2"),
]


@pytest.mark.parametrize(("verb", "uuid", "state", "host"), VERBS)
def test_each_verb_ends_where_it_should(
    cluster: FileCluster, runner: Runner, verb: VmVerb, uuid: str, state: str, host: str | None
) -> None:
    made = plan(cluster, verb, uuid)
    task = runner.run(made, cluster.context())
    assert task.state is TaskState.DONE, task
    assert {s.state for s in task.steps} <= {StepState.DONE, StepState.ALREADY}
    vm = cluster.state["vms"][uuid]
    assert (vm["state"], vm["host"], vm["pin"]) == (state, host, None)
    previewed = [(step.host, *step.command.argv) for step in made.steps]
    assert all(tuple(sent) in previewed for sent in cluster.state["sent"])


def test_a_paused_vm_goes_on(cluster: FileCluster, runner: Runner) -> None:
    runner.run(plan(cluster, VmVerb.PAUSE, WEB), cluster.context())
    task = runner.run(plan(cluster, VmVerb.RESUME, WEB), cluster.context())
    assert (task.state, cluster.state["vms"][WEB]["state"]) == (TaskState.DONE, "running")


def test_what_is_so_already_sends_nothing(cluster: FileCluster, runner: Runner) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB)
    cluster.state["vms"][WEB].update(state="off", host=None)
    task = runner.run(made, cluster.context())
    assert (task.state, states(task), cluster.state["sent"]) == (TaskState.DONE, ["already"], [])


def test_a_vm_that_moved_meanwhile_makes_the_plan_stale(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB)
    cluster.state["vms"][WEB]["host"] = "xen2"
    with pytest.raises(StalePlanError, match="web1 is running on xen2"):
        runner.run(made, cluster.context())
    assert (cluster.state["sent"], journal.tasks()) == ([], ())


def test_a_vm_that_became_protected_meanwhile_makes_the_plan_stale(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB)
    cluster.state["vms"][WEB].update(role="Started", migrate=True)
    with pytest.raises(StalePlanError, match="protected by Pacemaker now"):
        runner.run(made, cluster.context())


def test_a_reboot_of_what_somebody_shut_down_meanwhile_does_not_start_it(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.REBOOT, HA)
    cluster.state["vms"][HA].update(state="off", host=None, role="Stopped")
    with pytest.raises(StalePlanError):
        runner.run(made, cluster.context())
    assert cluster.state["sent"] == []


def test_one_stale_vm_does_not_stop_the_other(cluster: FileCluster, runner: Runner) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB, PV)
    cluster.state["vms"][WEB]["host"] = "xen2"
    task = runner.run(made, cluster.context())
    assert (task.state, states(task)) == (TaskState.FAILED, ["failed", "done"])
    assert "web1 is running on xen2" in task.steps[0].said
    assert task.steps[0].means.endswith("nothing was sent.")


def test_a_mixed_selection_is_told_apart(cluster: FileCluster, runner: Runner) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB, DB)
    assert [str(s.verdict) for s in made.subjects] == ["will-do", "already"]
    assert runner.run(made, cluster.context()).state is TaskState.DONE


def test_several_vms_are_worked_on_at_once(cluster: FileCluster, runner: Runner) -> None:
    began = cluster.clock.now()
    runner.run(plan(cluster, VmVerb.SHUTDOWN, WEB, PV, HA), cluster.context())
    assert cluster.clock.now() - began < 2 * 8.0


def test_a_failing_command_says_what_it_means(cluster: FileCluster, runner: Runner) -> None:
    cluster.state["vms"][PV]["kind"] = "hvm"
    made = plan(cluster, VmVerb.MIGRATE, PV)
    cluster.state["vms"][PV]["kind"] = "pv"
    task = runner.run(made, cluster.context())
    step = task.steps[0]
    assert (task.state, step.state) == (TaskState.FAILED, StepState.FAILED)
    assert "Failed to send migration data" in step.said
    assert "stays where it was" in step.means
    assert "PV guest" in step.next_step


def test_a_guest_that_ignores_the_request_fails_after_its_time(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB)
    cluster.after_run = lambda host, command: cluster.state["pending"].clear()
    task = runner.run(made, cluster.context())
    assert task.steps[0].said == "web1 is running on xen1."
    assert task.steps[0].means == "It did not happen within 300 s."
    assert "force it off" in task.steps[0].next_step


def test_a_host_that_dies_leaves_the_end_unknown_and_says_so(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, WEB)
    cluster.before_run = lambda host, command: cluster.state["down"].append("xen1")
    task = runner.run(made, cluster.context())
    assert task.steps[0].state is StepState.FAILED
    assert "could not be found out" in task.steps[0].means
    assert "may have happened" in task.steps[0].next_step


def test_a_lost_answer_is_made_up_for_by_reading_back(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    def dies_then_returns(host: str, command: Command) -> None:
        cluster.after_run = lambda host, command: None
        raise_unreachable(host)

    cluster.after_run = dies_then_returns
    task = runner.run(plan(cluster, VmVerb.SHUTDOWN, WEB), cluster.context())
    assert (task.state, cluster.state["vms"][WEB]["state"]) == (TaskState.DONE, "off")
    assert len(cluster.state["sent"]) == 1
    assert journal.commands(task.id)[0].exit_status is None


def raise_unreachable(host: str) -> None:
    raise UnreachableError(host, "The connection was lost.")


def test_another_member_is_asked_when_the_first_does_not_answer(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    made = plan(cluster, VmVerb.SHUTDOWN, HA)
    assert (made.steps[0].host, made.steps[0].alternatives) == ("san1", ("san2", "xen1", "xen2"))
    cluster.state["down"].append("san1")
    task = runner.run(made, cluster.context())
    assert (task.state, task.steps[0].host) == (TaskState.DONE, "san2")
    assert "san1 could not do it; it was sent to san2." in task.steps[0].means
    assert [(c.host, c.exit_status) for c in journal.commands(task.id)] == [
        ("san1", None),
        ("san2", 0),
    ]


def test_a_protected_move_that_does_not_arrive_is_cleared(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.MIGRATE, HA)
    cluster.after_run = lambda host, command: cluster.state["pending"].clear()
    task = runner.run(made, cluster.context())
    assert (task.state, states(task)) == (TaskState.FAILED, ["failed", "done"])
    assert cluster.state["vms"][HA]["pin"] is None


def test_a_protected_reboot_that_does_not_stop_is_told_to_run_again(
    cluster: FileCluster, runner: Runner
) -> None:
    made = plan(cluster, VmVerb.REBOOT, HA)
    cluster.after_run = lambda host, command: cluster.state["pending"].clear()
    task = runner.run(made, cluster.context())
    assert states(task) == ["failed", "done"]
    assert cluster.state["vms"][HA]["role"] == "Started"


def test_a_cancel_says_what_goes_on(cluster: FileCluster, runner: Runner, journal: Journal) -> None:
    context = cluster.context()
    cluster.after_run = lambda host, command: context.cancel()
    with pytest.raises(Cancelled):
        runner.run(plan(cluster, VmVerb.MIGRATE, WEB), context)
    task = journal.tasks()[0]
    assert (task.state, task.steps[0].state) == (TaskState.CANCELLED, StepState.CANCELLED)
    assert "cannot be called back" in task.steps[0].means
    assert "goes on on xen1 as the unit xenadmin-" in task.steps[0].means
    assert journal.interrupted() == ()


def test_a_cancel_before_anything_was_sent_says_so(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    context = cluster.context()

    def stop(task: Task, step: TaskStep) -> None:
        context.cancel()

    with pytest.raises(Cancelled):
        runner.run(plan(cluster, VmVerb.SHUTDOWN, WEB, PV), context, stop)
    task = journal.tasks()[0]
    assert (states(task), cluster.state["sent"]) == (["cancelled", "skipped"], [])
    assert task.steps[0].means == "Nothing was sent."


def test_a_cancel_says_how_much_was_done_before(
    cluster: FileCluster, runner: Runner, journal: Journal
) -> None:
    context = cluster.context()

    def stop(task: Task, step: TaskStep) -> None:
        if step.number == 2:
            context.cancel()

    made = replace(plan(cluster, VmVerb.DESTROY, WEB, PV), lanes=1)
    with pytest.raises(Cancelled):
        runner.run(made, context, stop)
    task = journal.tasks()[0]
    assert (states(task), len(cluster.state["sent"])) == (["done", "cancelled"], 1)
    assert task.reason == "1 of 2 steps was done and stays as it is."


def test_the_listener_hears_of_each_step(cluster: FileCluster, runner: Runner) -> None:
    heard: list[tuple[int, str]] = []
    made = plan(cluster, VmVerb.MIGRATE, HA)
    runner.run(
        made, cluster.context(), lambda task, step: heard.append((step.number, str(step.state)))
    )
    assert heard == [(1, "started"), (1, "done"), (2, "started"), (2, "done")]


def test_a_plan_that_can_do_nothing_is_refused(cluster: FileCluster, runner: Runner) -> None:
    draft = VmDraft(VmVerb.MIGRATE, (PV,))
    (problem,) = draft.problems(cluster.snapshot)
    assert (problem.code, "shadow paging" in problem.sentence) == ("pv-live", True)
    with pytest.raises(PreconditionError) as caught:
        draft.plan(cluster.snapshot)
    assert caught.value.code == "pv-live"


def test_a_pv_guest_moves_by_suspend_copy_resume(cluster: FileCluster, runner: Runner) -> None:
    made = plan(cluster, VmVerb.MIGRATE, PV, live=False)
    assert "--live" not in made.steps[0].command.argv
    assert runner.run(made, cluster.context()).state is TaskState.DONE


def test_an_odd_name_is_just_a_name(cluster: FileCluster, runner: Runner) -> None:
    cluster.state["vms"][WEB]["name"] = "a'; touch x; '"
    cluster.state["vms"][PV]["name"] = "7"
    made = plan(cluster, VmVerb.SHUTDOWN, WEB, PV)
    assert [step.command.argv[-1] for step in made.steps] == ["a'; touch x; '", PV]
    assert runner.run(made, cluster.context()).state is TaskState.DONE


def test_a_move_is_not_over_before_pacemaker_says_so(cluster: FileCluster, runner: Runner) -> None:
    began = cluster.clock.now()
    runner.run(plan(cluster, VmVerb.MIGRATE, HA), cluster.context())
    assert cluster.state["vms"][HA]["seen"] == "xen2"
    assert cluster.clock.now() - began >= 10


def test_a_move_is_sent_again_while_pacemaker_is_busy(cluster: FileCluster, runner: Runner) -> None:
    made = plan(cluster, VmVerb.MIGRATE, HA)
    cluster.state["vms"][HA]["seen"] = "xen2"
    cluster.state["pending"].append([cluster.clock.now() + 12, "seen", HA, "xen1"])
    task = runner.run(made, cluster.context())
    assert (task.state, states(task)) == (TaskState.DONE, ["done", "done"])
    assert sum("--move" in sent for sent in cluster.state["sent"]) == 4
