"""A running VM changes at once where it can, and says what counts at its next start."""

from __future__ import annotations

import pytest
from simcluster import SimCluster, settled

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.sim.model import Run

GIB = 1024**3


def run_of(sim: SimCluster, name: str) -> Run:
    vm = sim.vm(name)
    return sim.world.state.runs[vm.host or ""][vm.uuid]


def test_processors_and_memory_change_within_the_maximum(sim: SimCluster, journal: Journal) -> None:
    uuid = sim.vm("web1").uuid
    draft = VmEdit(uuid, vcpus=1, memory_bytes=3 * GIB, live=True)
    assert draft.plan(sim.snapshot).subjects[0].reason == "Live: 1 processor, 3 GiB of memory."
    before = run_of(sim, "web1").domain_id
    settled(sim, journal, draft)
    run = run_of(sim, "web1")
    assert (run.vcpus, run.memory_mib, run.domain_id) == (1, 3072, before)
    definition = Definition(sim.vm("web1").definitions[0].xml)
    assert (definition.current_vcpus, definition.vcpus) == (1, 2)
    assert (definition.current_memory_bytes, definition.memory_bytes) == (3 * GIB, 4 * GIB)
    settled(sim, journal, VmEdit(uuid, vcpus=2, memory_bytes=4 * GIB, live=True))
    assert run_of(sim, "web1").vcpus == 2
    assert 'current="' not in sim.vm("web1").definitions[0].xml


def test_more_than_the_maximum_waits_for_the_next_start(snapshot: Snapshot) -> None:
    (web1,) = snapshot.vms_named("web1")
    codes = [p.code for p in VmEdit(web1.uuid, vcpus=3, live=True).problems(snapshot)]
    assert codes == ["above-maximum"]
    plan = VmEdit(web1.uuid, vcpus=3).plan(snapshot)
    assert "until its next start" in plan.subjects[0].reason


def test_network_cards_come_and_go_while_it_runs(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    (old,) = vm.nics
    draft = VmEdit(vm.uuid, add_nics=(Nic("", "dmz"),), live=True)
    settled(sim, journal, draft)
    after = sim.vm("web1")
    assert [nic.bridge for nic in after.nics] == [old.bridge, "dmz"]
    new = after.nics[1].mac
    assert new.startswith("00:16:3e:")
    assert new in run_of(sim, "web1").xml
    moved = ((new, "xenbr0"),)
    settled(sim, journal, VmEdit(vm.uuid, bridges=moved, remove_nics=(old.mac,), live=True))
    assert [(n.mac, n.bridge) for n in sim.vm("web1").nics] == [(new, "xenbr0")]
    assert old.mac not in run_of(sim, "web1").xml
    assert len({copy.sha256 for copy in sim.vm("web1").definitions}) == 1


def test_cards_of_a_vm_that_is_off_are_in_its_definition(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    settled(sim, journal, VmDraft(VmVerb.SHUTDOWN, (vm.uuid,)))
    draft = VmEdit(vm.uuid, add_nics=(Nic("00:16:3e:00:00:fe", "dmz"),), live=True)
    assert all(step.command.argv[0] != "virsh" for step in draft.plan(sim.snapshot).steps)
    settled(sim, journal, draft)
    assert sim.vm("web1").nics[1].mac == "00:16:3e:00:00:fe"
    assert sim.vm("web1").state is VmState.OFF


def test_one_host_at_most_starts_a_vm_when_it_boots(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("test3")
    settled(sim, journal, VmEdit(vm.uuid, autostart=True))
    assert sim.vm("test3").autostart_on == vm.defined_on
    assert VmEdit(vm.uuid, autostart=True).plan(sim.snapshot).steps == ()
    settled(sim, journal, VmEdit(vm.uuid, autostart=False))
    assert sim.vm("test3").autostart_on == ()
    web1 = VmEdit(sim.vm("web1").uuid, autostart=True)
    assert [p.code for p in web1.problems(sim.snapshot)] == ["protected"]


def test_a_boot_order_is_for_vms_with_a_firmware(sim: SimCluster, journal: Journal) -> None:
    hvm = next(vm for vm in sim.snapshot.vms.values() if vm.kind == "hvm")
    settled(sim, journal, VmEdit(hvm.uuid, boot=("network", "hd")))
    assert Definition(sim.vm(hvm.name).definitions[0].xml).boot == ("network", "hd")
    assert VmEdit(hvm.uuid, boot=("hd", "hd")).problems(sim.snapshot)
    assert VmEdit(sim.vm("web1").uuid, boot=("hd",)).problems(sim.snapshot)


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"remove_nics": ("00:00:00:00:00:01",)}, "no-nic"),
        ({"bridges": (("00:00:00:00:00:01", "xenbr0"),)}, "no-nic"),
        ({"add_nics": (Nic("", "br;reboot"),)}, "bad-bridge"),
        ({"add_nics": (Nic("", "it's"),)}, "bad-bridge"),
        ({"add_nics": (Nic("01:16:3e:00:00:01", "xenbr0"),)}, "bad-mac"),
        ({"add_nics": (Nic("xyz", "xenbr0"),)}, "bad-mac"),
        ({"live": True}, "bad-settings"),
    ],
)
def test_wrong_settings_are_refused(
    snapshot: Snapshot, settings: dict[str, object], code: str
) -> None:
    (web1,) = snapshot.vms_named("web1")
    draft = VmEdit(web1.uuid, **settings)  # type: ignore[arg-type]
    assert code in [problem.code for problem in draft.problems(snapshot)]


def test_a_mac_that_another_vm_has_is_refused(snapshot: Snapshot) -> None:
    ((taken,),) = (vm.nics for vm in snapshot.vms_named("web2"))
    (web1,) = snapshot.vms_named("web1")
    draft = VmEdit(web1.uuid, add_nics=(Nic(taken.mac, "xenbr0"),))
    assert "mac-taken" in [p.code for p in draft.problems(snapshot)]


def test_the_plan_survives_the_journal(snapshot: Snapshot) -> None:
    (web1,) = snapshot.vms_named("web1")
    draft = VmEdit(web1.uuid, vcpus=1, add_nics=(Nic("", "dmz"),), live=True)
    plan = draft.plan(snapshot)
    assert plan_from_text(plan_to_text(plan)) == plan
