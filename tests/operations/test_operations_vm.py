"""What is done to a VM: the exact commands, the verdicts, and where it can go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from filecluster import DB, GIB, HA, PV, WEB, FileCluster, wwid

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.host import Hypervisor
from xenadmin_gui.domain.pacemaker import ControlMode
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind, VmState
from xenadmin_gui.domain.vm import VmNic
from xenadmin_gui.operations.commands import domain_word
from xenadmin_gui.operations.migration import best_target, migration_targets
from xenadmin_gui.operations.plan import SHORT_ID_CHARS, Subject, Verdict
from xenadmin_gui.operations.vm import VmDraft, VmVerb

CARD = VmNic("00:16:3e:00:00:01", "xenbr0")
CRM = "crm_resource --resource vm_ha1"
ROLE = f"{CRM} --meta --set-parameter target-role --parameter-value"
LIVE = f"{CRM} --meta --set-parameter allow-migrate --parameter-value"
VIRSH = "virsh -c xen:///system"
MIGRATE = "--persistent --undefinesource --p2p --domain web1 --desturi xen+ssh://xen2/system"


def with_vm(snapshot: Snapshot, uuid: str, **changes: Any) -> Snapshot:
    vm = replace(snapshot.vms[uuid], **changes)
    return replace(snapshot, vms={**snapshot.vms, uuid: vm})


def with_host(snapshot: Snapshot, host: str, **changes: Any) -> Snapshot:
    server = replace(snapshot.servers[host], **changes)
    return replace(snapshot, servers={**snapshot.servers, host: server})


def with_ha(snapshot: Snapshot, **changes: Any) -> Snapshot:
    protection = snapshot.vms[HA].protection
    assert protection is not None
    return with_vm(snapshot, HA, protection=replace(protection, **changes))


def verdict(snapshot: Snapshot, verb: VmVerb, uuid: str, **more: Any) -> Subject:
    (subject,) = VmDraft(verb, (uuid,), **more).verdicts(snapshot)
    return subject


@pytest.mark.parametrize(
    ("verb", "uuid", "more", "lines"),
    [
        (VmVerb.START, DB, {}, [f"xen1: {VIRSH} start --domain db1"]),
        (VmVerb.SHUTDOWN, WEB, {}, [f"xen1: {VIRSH} shutdown --domain web1"]),
        (VmVerb.DESTROY, WEB, {}, [f"xen1: {VIRSH} destroy --domain web1"]),
        (VmVerb.REBOOT, WEB, {}, [f"xen1: {VIRSH} reboot --domain web1"]),
        (VmVerb.PAUSE, WEB, {}, [f"xen1: {VIRSH} suspend --domain web1"]),
        (
            VmVerb.MIGRATE,
            WEB,
            {},
            [f"xen1: systemd-run --unit=UNIT --setenv=LC_ALL=C {VIRSH} migrate --live {MIGRATE}"],
        ),
        (
            VmVerb.MIGRATE,
            WEB,
            {"live": False},
            [f"xen1: systemd-run --unit=UNIT --setenv=LC_ALL=C {VIRSH} migrate {MIGRATE}"],
        ),
        (VmVerb.SHUTDOWN, HA, {}, [f"san1: {ROLE} Stopped"]),
        (
            VmVerb.DESTROY,
            HA,
            {},
            [f"san1: {ROLE} Stopped", f"xen1: {VIRSH} destroy --domain ha1"],
        ),
        (VmVerb.REBOOT, HA, {}, [f"san1: {ROLE} Stopped", f"san1: {ROLE} Started"]),
        (VmVerb.PAUSE, HA, {}, [f"xen1: {VIRSH} suspend --domain ha1"]),
        (
            VmVerb.MIGRATE,
            HA,
            {"target": "xen2"},
            [f"san1: {CRM} --move --node xen2 --lifetime PT15M", f"san1: {CRM} --clear"],
        ),
        (
            VmVerb.MIGRATE,
            HA,
            {"live": False},
            [
                f"san1: {LIVE} false",
                f"san1: {CRM} --move --node xen2 --lifetime PT15M",
                f"san1: {CRM} --clear",
                f"san1: {LIVE} true",
            ],
        ),
    ],
)
def test_the_commands_are_exactly_these(
    cluster: FileCluster, verb: VmVerb, uuid: str, more: dict[str, Any], lines: list[str]
) -> None:
    plan = VmDraft(verb, (uuid,), **more).plan(cluster.snapshot)
    unit = f"xenadmin-{plan.id[:SHORT_ID_CHARS]}-1"
    shown = [f"{s.host}: {' '.join(s.command.argv)}".replace(unit, "UNIT") for s in plan.steps]
    assert shown == lines
    assert all(step.number == n for n, step in enumerate(plan.steps, 1))


def test_a_protected_vm_that_is_off_is_started_by_pacemaker(cluster: FileCluster) -> None:
    cluster.state["vms"][HA].update(state="off", host=None, role="Stopped")
    (step,) = VmDraft(VmVerb.START, (HA,)).plan(cluster.snapshot).steps
    assert " ".join(step.command.argv) == f"{ROLE} Started"


def test_a_reboot_that_leaves_no_trace_is_a_shutdown_and_a_start(cluster: FileCluster) -> None:
    snapshot = with_vm(cluster.snapshot, WEB, kind=VmKind.KVM)
    plan = VmDraft(VmVerb.REBOOT, (WEB,)).plan(snapshot)
    assert [step.command.argv[3] for step in plan.steps] == ["shutdown", "start"]
    assert plan.steps[0].must_run


def test_the_node_name_and_the_uris_of_the_cluster_file_are_used(cluster: FileCluster) -> None:
    snapshot = with_host(cluster.snapshot, "xen2", node="node-b", migration_uri="xen+tcp://b/")
    nodes = (*snapshot.pacemaker.nodes, replace(snapshot.pacemaker.nodes[-1], name="node-b"))
    snapshot = replace(snapshot, pacemaker=replace(snapshot.pacemaker, nodes=nodes))
    plan = VmDraft(VmVerb.MIGRATE, (WEB, HA), "xen2").plan(snapshot)
    assert plan.steps[0].command.argv[-1] == "xen+tcp://b/"
    assert "node-b" in plan.steps[1].command.argv


@pytest.mark.parametrize("name", ["7", " 7", "-1", "+3", "-x", WEB, "", "x" * 36])
def test_a_name_that_virsh_would_misread_is_given_as_the_uuid(
    cluster: FileCluster, name: str
) -> None:
    assert domain_word(replace(cluster.snapshot.vms[WEB], name=name)) == WEB


@pytest.mark.parametrize("name", ["web1", "7up", "a'; touch x; '", "größe", "a b"])
def test_any_other_name_is_given_as_it_is(cluster: FileCluster, name: str) -> None:
    assert domain_word(replace(cluster.snapshot.vms[WEB], name=name)) == name


Change = Callable[[Snapshot], Snapshot]


def maintenance(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, pacemaker=replace(snapshot.pacemaker, mode=ControlMode.ASK))


def no_quorum(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, pacemaker=replace(snapshot.pacemaker, with_quorum=False))


def nobody(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, pacemaker=replace(snapshot.pacemaker, reason="silent"))


@pytest.mark.parametrize(
    ("verb", "uuid", "change", "code"),
    [
        (VmVerb.SHUTDOWN, WEB, lambda s: with_vm(s, WEB, state=VmState.UNKNOWN), "unknown"),
        (VmVerb.START, WEB, lambda s: with_vm(s, WEB, running_on=("a", "b")), "double-run"),
        (VmVerb.SHUTDOWN, WEB, lambda s: with_vm(s, WEB, activity="migrating"), "busy"),
        (VmVerb.SHUTDOWN, WEB, lambda s: with_vm(s, WEB, state=VmState.PAUSED), "is-paused"),
        (VmVerb.REBOOT, DB, lambda s: s, "is-off"),
        (VmVerb.MIGRATE, DB, lambda s: s, "is-off"),
        (VmVerb.RESUME, DB, lambda s: s, "is-off"),
        (VmVerb.START, DB, lambda s: with_vm(s, DB, definitions=()), "not-defined"),
        (VmVerb.START, DB, lambda s: with_vm(s, DB, memory_bytes=99 * GIB), "no-memory"),
        (VmVerb.SHUTDOWN, HA, maintenance, "maintenance-mode"),
        (VmVerb.MIGRATE, HA, no_quorum, "no-quorum"),
        (VmVerb.SHUTDOWN, HA, nobody, "no-member"),
        (VmVerb.SHUTDOWN, HA, lambda s: with_ha(s, managed=False), "unmanaged"),
        (VmVerb.SHUTDOWN, HA, lambda s: with_ha(s, blocked=True), "blocked"),
        (VmVerb.MIGRATE, HA, lambda s: with_ha(s, allow_migrate=False), "not-live"),
        (VmVerb.MIGRATE, HA, lambda s: with_ha(s, pinned_to="xen2"), "pinned"),
        (VmVerb.MIGRATE, HA, lambda s: with_vm(s, HA, kind=VmKind.PV), "pv-live"),
        (VmVerb.MIGRATE, PV, lambda s: s, "pv-live"),
    ],
)
def test_what_cannot_be_done_says_why(
    cluster: FileCluster, verb: VmVerb, uuid: str, change: Change, code: str
) -> None:
    subject = verdict(change(cluster.snapshot), verb, uuid)
    assert (subject.verdict, subject.code) == (Verdict.CANNOT, code), subject
    assert subject.reason.endswith(".")


def test_a_shutdown_is_possible_without_quorum(cluster: FileCluster) -> None:
    assert verdict(no_quorum(cluster.snapshot), VmVerb.SHUTDOWN, HA).verdict is Verdict.WILL_DO


def test_an_unprotected_vm_is_not_started_while_a_host_that_knows_it_is_silent(
    cluster: FileCluster,
) -> None:
    cluster.state["vms"][DB]["defined"] = ["xen1", "xen2"]
    cluster.state["down"].append("xen2")
    subject = verdict(cluster.snapshot, VmVerb.START, DB)
    assert subject.verdict is Verdict.CANNOT
    assert "it may run there" in subject.reason


@pytest.mark.parametrize(
    ("verb", "uuid"), [(VmVerb.START, WEB), (VmVerb.SHUTDOWN, DB), (VmVerb.DESTROY, DB)]
)
def test_what_is_so_already_says_so(cluster: FileCluster, verb: VmVerb, uuid: str) -> None:
    subject = verdict(cluster.snapshot, verb, uuid)
    assert subject.verdict is Verdict.ALREADY
    assert subject.reason.endswith("already.")


def test_a_protected_vm_that_is_only_off_by_chance_is_told_to_stay_off(
    cluster: FileCluster,
) -> None:
    cluster.state["vms"][HA].update(state="off", host=None)
    assert verdict(cluster.snapshot, VmVerb.SHUTDOWN, HA).verdict is Verdict.WILL_DO


def test_the_host_with_most_memory_is_chosen_and_the_choice_explained(
    cluster: FileCluster,
) -> None:
    snapshot = cluster.snapshot
    third = replace(snapshot.servers["xen2"], name="xen3", memory_free_bytes=20 * GIB)
    snapshot = replace(snapshot, servers={**snapshot.servers, "xen3": third})
    snapshot = with_vm(snapshot, WEB, disks=())
    plan = VmDraft(VmVerb.MIGRATE, (WEB,)).plan(snapshot)
    assert plan.steps[0].command.argv[-1] == "xen+ssh://xen3/system"
    assert "xen3 has the most memory free" in plan.subjects[0].reason


def test_several_vms_do_not_all_fit_where_one_fits(cluster: FileCluster) -> None:
    cluster.state["free"]["xen2"] = 3 * GIB
    plan = VmDraft(VmVerb.MIGRATE, (WEB, HA), "xen2").plan(cluster.snapshot)
    assert [str(s.verdict) for s in plan.subjects] == ["will-do", "cannot"]
    assert "needs 2 GiB, xen2 has 1 GiB free" in plan.subjects[1].reason


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda s: with_host(s, "xen2", state=HostState.UNREACHABLE), "host"),
        (lambda s: with_host(s, "xen2", state=HostState.FENCED), "host"),
        (lambda s: with_host(s, "xen2", state=HostState.MAINTENANCE), "host"),
        (lambda s: with_host(s, "xen2", hypervisor=Hypervisor("kvm")), "hypervisor"),
        (lambda s: with_host(s, "xen2", memory_free_bytes=GIB), "no-memory"),
        (lambda s: replace(s, san=replace(s.san, multipaths=())), "storage"),
        (lambda s: with_vm(s, WEB, kind=VmKind.PV), "pv-live"),
        (lambda s: with_vm(with_host(s, "xen2", bridges=()), WEB, nics=(CARD,)), "bridge"),
    ],
)
def test_an_impossible_target_has_its_reason(
    cluster: FileCluster, change: Change, code: str
) -> None:
    snapshot = change(cluster.snapshot)
    (choice,) = migration_targets(snapshot, snapshot.vms[WEB])
    assert (choice.host, choice.possible, choice.code) == ("xen2", False, code)
    assert choice.reason.endswith(".")


def test_a_protected_vm_needs_its_definition_file_and_a_ready_member(
    cluster: FileCluster,
) -> None:
    from xenadmin_gui.domain.vm import Definition

    snapshot = with_vm(cluster.snapshot, HA, definitions=(Definition("xen1", "file", "0"),))
    (choice,) = migration_targets(snapshot, snapshot.vms[HA])
    assert choice.reason == "The definition file of ha1 is missing on xen2."
    banned = with_ha(cluster.snapshot, banned_from=("xen2",))
    (choice,) = migration_targets(banned, banned.vms[HA])
    assert "ban constraint" in choice.reason


def test_what_could_not_be_read_is_said_to_be_unknown(cluster: FileCluster) -> None:
    snapshot = replace(cluster.snapshot, san=replace(cluster.snapshot.san, multipaths=()))
    snapshot = with_host(snapshot, "xen2", missing=(("multipathd show maps json", "no answer"),))
    (choice,) = migration_targets(snapshot, snapshot.vms[WEB])
    assert "is not known: no answer" in choice.reason


def test_unknown_memory_is_a_caution(cluster: FileCluster) -> None:
    snapshot = with_host(cluster.snapshot, "xen2", memory_free_bytes=None)
    (choice,) = migration_targets(snapshot, snapshot.vms[WEB])
    assert choice.possible
    assert "not known" in choice.caution
    assert best_target((choice,)) is choice


def test_a_lun_without_a_working_path_is_no_target(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    dead = tuple(
        replace(m, paths=tuple(replace(p, state="faulty") for p in m.paths))
        if (m.host, m.wwid) == ("xen2", wwid(WEB))
        else m
        for m in snapshot.san.multipaths
    )
    snapshot = replace(snapshot, san=replace(snapshot.san, multipaths=dead))
    (choice,) = migration_targets(snapshot, snapshot.vms[WEB])
    assert choice.reason == "xen2 has no working path to the LUN of xvda."


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (VmDraft(VmVerb.START, ()), "no-vm"),
        (VmDraft(VmVerb.START, ("no-such",)), "no-such-vm"),
        (VmDraft(VmVerb.MIGRATE, (WEB,), "xen9"), "no-such-host"),
        (VmDraft(VmVerb.MIGRATE, (WEB,), "san1"), "no-such-host"),
    ],
)
def test_a_wrong_draft_is_refused(cluster: FileCluster, draft: VmDraft, code: str) -> None:
    assert draft.problems(cluster.snapshot)[0].code == code
    with pytest.raises(PreconditionError):
        draft.plan(cluster.snapshot)


def test_the_title_names_the_vms(cluster: FileCluster) -> None:
    snapshot = cluster.snapshot
    assert VmDraft(VmVerb.SHUTDOWN, (WEB, PV)).plan(snapshot).title == "Shut down web1 and pv1"
    title = VmDraft(VmVerb.MIGRATE, (WEB,), "xen2").plan(snapshot).title
    assert title == "Migrate web1 to xen2"
