"""What a VM's state is when hosts, files and Pacemaker tell parts of the story."""

from __future__ import annotations

import pytest
from recorded_lab import (
    ALL_ONLINE,
    HASHES,
    PVH1,
    VM1,
    VM1_FILE,
    Lab,
    capture,
    cib_text,
    crm_mon_text,
    pacemaker_says,
    protect_vm1,
    record,
    vm1_resource,
    xl_list,
)

from xenadmin_gui.domain.host import Bridge
from xenadmin_gui.domain.states import Health, VmKind, VmState
from xenadmin_gui.domain.vm import Vm


def codes(snapshot: object) -> set[str]:
    return {finding.code for finding in snapshot.findings}  # type: ignore[attr-defined]


def test_a_running_vm_is_whole(lab: Lab) -> None:
    vm = lab.refresh().vms[VM1]
    assert (vm.name, vm.state, vm.host, vm.kind) == ("vm1", VmState.RUNNING, "xen1", VmKind.PV)
    assert (vm.domain_id, vm.vcpus, vm.memory_bytes) == (2, 1, 128 * 2**20)
    assert vm.running_on == ("xen1",)
    assert vm.defined_on == ("xen1",)


def test_the_bridges_of_a_host_are_known_or_why_they_are_not(lab: Lab) -> None:
    host = lab.refresh().servers["xen1"]
    assert host.bridges == (Bridge("dmz"), Bridge("xenbr0"))
    assert (host.has_bridge("dmz"), host.has_bridge("lan")) == (True, False)
    lab.hosts["xen1"].answers["ovs-vsctl --timeout=5 list-br"] = "lan\n"
    assert Bridge("lan", is_ovs=True) in (lab.refresh().servers["xen1"].bridges or ())
    refused = "ovs-vsctl: unix:db.sock: database connection failed (No such file or directory)\n"
    lab.hosts["xen1"].answers["ovs-vsctl --timeout=5 list-br"] = (1, "", refused)
    assert lab.refresh().servers["xen1"].has_bridge("lan") is False
    lab.hosts["xen1"].answers["ip -j link show type bridge"] = '[{"ifname"'
    host = lab.refresh().servers["xen1"]
    assert (host.bridges, host.has_bridge("dmz")) == (None, None)
    assert [tool for tool, _ in host.missing] == ["ip link"]


def test_load_comes_from_two_cycles(lab: Lab) -> None:
    lab.refresh()
    for name, text in (("xen1", "1010.00 500.00\n"),):
        lab.hosts[name].answers["cat /proc/uptime"] = text
    listing = capture("healthy/xen1/xl-list.txt")
    lab.hosts["xen1"].answers["xl list -v"] = listing.replace("  14.1 ", "  19.1 ").replace(
        "254.3", "259.3"
    )
    snapshot = lab.refresh()
    assert snapshot.vms[VM1].cpu_percent == 50.0
    assert snapshot.servers["xen1"].load_percent == pytest.approx(50.0)


def test_a_defined_vm_that_no_host_shows_is_off(lab: Lab) -> None:
    lab.hosts["xen2"].answers["xl list -v"] = xl_list()
    assert lab.refresh().vms[PVH1].state is VmState.OFF


def test_unreadable_list_makes_its_vms_unknown_not_off(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["xen1"].answers["xl list -v"] = "Fehler: keine Verbindung zu xenstored\n"
    snapshot = lab.refresh()
    vm = snapshot.vms[VM1]
    assert (vm.state, vm.host) == (VmState.UNKNOWN, "xen1")
    assert "xl list" in vm.reason
    assert snapshot.servers["xen1"].missing == (("xl list", "the heading is missing"),)


@pytest.mark.parametrize("said", ["", "\x00\xff\n", "Name  ID"])
def test_nonsense_at_the_first_look_leaves_its_vms_unknown(lab: Lab, said: str) -> None:
    lab.hosts["xen1"].answers["xl list -v"] = said
    assert lab.refresh().vms[VM1].state is VmState.UNKNOWN


def test_a_cut_off_answer_is_unknown_even_when_it_reads_well(lab: Lab) -> None:
    whole = capture("healthy/xen1/xl-list.txt")
    lab.hosts["xen1"].answers["xl list -v"] = (None, "\n".join(whole.split("\n")[:2]) + "\n", "")
    vm = lab.refresh().vms[VM1]
    assert vm.state is VmState.UNKNOWN
    assert "cut off" in vm.reason


def test_vms_of_a_lost_host_are_unknown_there(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["xen1"].die()
    vm = lab.refresh("xen1").vms[VM1]
    assert (vm.state, vm.host) == (VmState.UNKNOWN, "xen1")
    assert "xen1 cannot be asked" in vm.reason
    assert vm.kind is VmKind.PV


@pytest.mark.parametrize(
    ("gone", "state", "host"),
    [(False, VmState.UNKNOWN, "xen1"), (True, VmState.OFF, None)],
    ids=["silent", "fenced"],
)
def test_a_vm_of_an_earlier_run_is_not_forgotten_while_its_only_host_is_dead(
    lab: Lab, gone: bool, state: VmState, host: str | None
) -> None:
    lab.monitor.stop()
    fresh = Lab({"only": Vm("only", "db", VmState.RUNNING, "xen1")})
    fresh.hosts["xen1"].die()
    if gone:
        for name in ("san1", "san2"):
            fresh.hosts[name].answers["cibadmin --query"] = cib_text()
        pacemaker_says(fresh, crm_mon_text(ALL_ONLINE | {"xen1": "offline"}))
    vm = fresh.refresh().vms["only"]
    fresh.monitor.stop()
    assert (vm.name, vm.state, vm.host) == ("db", state, host)


def test_a_vm_of_an_earlier_run_is_forgotten_when_its_host_knows_it_no_more(lab: Lab) -> None:
    lab.monitor.stop()
    fresh = Lab({"gone": Vm("gone", "old", VmState.RUNNING, "xen1")})
    assert "gone" not in fresh.refresh().vms
    fresh.monitor.stop()


def test_a_vm_seen_elsewhere_after_its_host_was_lost_runs_there(lab: Lab) -> None:
    protect_vm1(lab)
    lab.refresh()
    lab.hosts["xen1"].die()
    lab.clock.advance(10)
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("vm1", 9, "-b----", 1.0, VM1))
    vm = lab.refresh().vms[VM1]
    assert (vm.state, vm.host, vm.running_on) == (VmState.RUNNING, "xen2", ("xen2",))


def test_a_protected_vm_is_one_vm_with_its_files_and_its_resource(lab: Lab) -> None:
    protect_vm1(lab)
    snapshot = lab.refresh()
    vm = snapshot.vms[VM1]
    assert vm.protection is not None
    assert (vm.protection.resource, vm.protection.allow_migrate, vm.protection.priority) == (
        "vm-vm1",
        True,
        10,
    )
    assert [(d.host, d.origin) for d in vm.definitions] == [("xen1", "file"), ("xen2", "file")]
    assert sum(v.name == "vm1" for v in snapshot.vms.values()) == 1
    assert "definition-drift" not in codes(snapshot)


def test_a_fenced_host_lets_its_vms_be_off(lab: Lab) -> None:
    protect_vm1(lab)
    lab.refresh()
    lab.hosts["xen1"].die()
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE | {"xen1": "offline"}, vm1_resource("Stopped")))
    vm = lab.refresh().vms[VM1]
    assert (vm.state, vm.host) == (VmState.OFF, None)


@pytest.mark.parametrize("word", ["unclean", "online"])
def test_a_lost_host_that_is_not_fenced_leaves_its_vms_unknown(lab: Lab, word: str) -> None:
    protect_vm1(lab)
    lab.refresh()
    lab.hosts["xen1"].die()
    nodes = ALL_ONLINE | {"xen1": word}
    pacemaker_says(lab, crm_mon_text(nodes, vm1_resource("Started", "xen1")))
    assert lab.refresh().vms[VM1].state is VmState.UNKNOWN


def test_without_fencing_offline_is_no_proof_of_being_off(lab: Lab) -> None:
    protect_vm1(lab)
    for name in ("san1", "san2"):
        lab.hosts[name].answers["cibadmin --query"] = cib_text(fencing="false")
    lab.refresh()
    lab.hosts["xen1"].die()
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE | {"xen1": "offline"}, vm1_resource("Stopped")))
    assert lab.refresh().vms[VM1].state is VmState.UNKNOWN


def test_first_look_with_a_dead_host_asks_pacemaker_where_the_vm_was(lab: Lab) -> None:
    protect_vm1(lab)
    lab.hosts["xen1"].is_dead = True
    vm = lab.refresh().vms[VM1]
    assert (vm.state, vm.host) == (VmState.UNKNOWN, "xen1")
    assert "Pacemaker says that it runs there" in vm.reason


def test_a_protected_vm_that_stands_still_is_unknown_while_a_member_cannot_be_asked(
    lab: Lab,
) -> None:
    protect_vm1(lab)
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE, vm1_resource("Stopped")))
    lab.hosts["xen1"].answers["xl list -v"] = xl_list()
    lab.hosts["xen1"].domains = ()
    lab.hosts["xen2"].is_dead = True
    vm = lab.refresh().vms[VM1]
    assert (vm.state, vm.host) == (VmState.UNKNOWN, None)
    assert "xen2" in vm.reason


def test_an_unprotected_vm_defined_on_an_answering_host_is_off_although_another_is_dead(
    lab: Lab,
) -> None:
    lab.hosts["xen2"].answers["xl list -v"] = xl_list()
    lab.refresh()
    lab.hosts["xen1"].die()
    assert lab.refresh().vms[PVH1].state is VmState.OFF


def test_a_moved_vm_seen_in_two_answers_of_different_age_runs_once(lab: Lab) -> None:
    lab.refresh()
    lab.clock.advance(5)
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("vm1", 3, "-b----", 1.0, VM1))
    snapshot = lab.refresh("xen2")
    vm = snapshot.vms[VM1]
    assert (vm.host, vm.running_on) == ("xen2", ("xen2",))
    assert "double-run" not in codes(snapshot)


def test_a_vm_that_goes_on_running_on_both_hosts_is_a_double_run(lab: Lab) -> None:
    lab.refresh()
    lab.clock.advance(5)
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("vm1", 3, "-b----", 1.0, VM1))
    lab.refresh("xen2")
    lab.clock.advance(5)
    for name in ("xen1", "xen2"):
        lab.hosts[name].answers["cat /proc/uptime"] = "1010.00 500.00\n"
    snapshot = lab.refresh()
    vm = snapshot.vms[VM1]
    assert vm.running_on == ("xen1", "xen2")
    assert vm.health is Health.FAILED
    assert "double-run" in codes(snapshot)


def test_a_migration_under_way_is_an_activity_and_no_double_run(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("vm1--incoming", 3, "--p---", 0.0, VM1))
    snapshot = lab.refresh()
    vm = snapshot.vms[VM1]
    assert (vm.state, vm.host, vm.activity) == (VmState.RUNNING, "xen1", "migrating to xen2")
    assert vm.name == "vm1"
    assert "double-run" not in codes(snapshot)


def test_the_paused_half_of_a_migration_is_no_second_vm(lab: Lab) -> None:
    lab.refresh()
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("vm1", 3, "--p---", 0.0, VM1))
    vm = lab.refresh().vms[VM1]
    assert (vm.host, vm.running_on, vm.activity) == ("xen1", ("xen1",), "migrating to xen2")


def test_pacemakers_pending_action_is_an_activity(lab: Lab) -> None:
    protect_vm1(lab)
    resource = vm1_resource("Started", "xen1", extra='pending="Migrating"')
    pacemaker_says(lab, crm_mon_text(ALL_ONLINE, resource))
    assert lab.refresh().vms[VM1].activity == "migrating"


def test_a_move_pins_until_it_ends(lab: Lab) -> None:
    protect_vm1(lab)
    rule = (
        '<rsc_location id="cli-prefer-vm-vm1" rsc="vm-vm1"><rule id="r" score="INFINITY">'
        '<expression id="e" attribute="#uname" operation="eq" value="xen2"/>'
        '<date_expression id="d" operation="lt" end="1970-01-12 13:47:00Z"/></rule></rsc_location>'
    )
    for name in ("san1", "san2"):
        lab.hosts[name].answers["cibadmin --query"] = cib_text(constraints=rule)
    snapshot = lab.refresh()
    protection = snapshot.vms[VM1].protection
    assert protection is not None
    assert protection.pinned_to == "xen2"
    assert "pinned" in codes(snapshot)
    lab.clock.advance(60)
    protection = lab.refresh().vms[VM1].protection
    assert protection is not None
    assert protection.pinned_to is None


def test_a_definition_that_differs_between_hosts_is_drift(lab: Lab) -> None:
    protect_vm1(lab)
    lab.hosts["xen2"].answers[HASHES] = f"{'b' * 64}  {VM1_FILE}\n"
    assert "definition-drift" in codes(lab.refresh())


def test_a_definition_missing_on_a_member_is_a_finding(lab: Lab) -> None:
    protect_vm1(lab)
    lab.hosts["xen2"].answers[HASHES] = ""
    assert "definition-missing" in codes(lab.refresh())


def test_files_are_read_only_when_their_hash_is_new(lab: Lab) -> None:
    protect_vm1(lab)
    lab.refresh()
    lab.refresh()
    cat = f"cat {VM1_FILE}"
    assert lab.hosts["xen1"].commands.count(cat) == 1
    lab.hosts["xen1"].answers[HASHES] = f"{'c' * 64}  {VM1_FILE}\n"
    lab.refresh()
    assert lab.hosts["xen1"].commands.count(cat) == 2


def test_protection_is_remembered_while_no_member_can_be_asked(lab: Lab) -> None:
    protect_vm1(lab)
    lab.hosts["xen1"].answers["cibadmin --query"] = cib_text()
    lab.refresh()
    lab.hosts["san1"].die()
    lab.hosts["san2"].die()
    lab.hosts["xen1"].answers["cibadmin --query"] = (102, "", "Could not connect to the CIB")
    lab.hosts["xen1"].answers["crm_mon --output-as=xml -r"] = (102, "", "not connected")
    snapshot = lab.refresh()
    assert snapshot.vms[VM1].is_protected
    assert snapshot.pacemaker.reason
    assert "pacemaker-unasked" in codes(snapshot)


def test_protection_is_remembered_while_pacemaker_is_down_everywhere(lab: Lab) -> None:
    protect_vm1(lab)
    lab.refresh()
    for name in ("san1", "san2"):
        for line in ("cibadmin --query", "crm_mon --output-as=xml -r"):
            lab.hosts[name].answers[line] = (102, "", "Connection to cluster failed")
    lab.hosts["xen1"].answers["crm_mon --output-as=xml -r"] = (102, "", "not connected")
    snapshot = lab.refresh()
    assert snapshot.vms[VM1].is_protected
    assert "cannot tell" in snapshot.pacemaker.reason
    assert snapshot.servers["xen1"].missing == ()


def test_a_vm_without_a_libvirt_word_is_still_listed(lab: Lab) -> None:
    stranger = "99999999-2222-3333-4444-0000000000a9"
    lab.hosts["xen2"].answers["xl list -v"] = xl_list(("rescue", 5, "r-----", 2.0, stranger))
    vm = lab.refresh().vms[stranger]
    assert (vm.name, vm.state, vm.kind) == ("rescue", VmState.RUNNING, VmKind.UNKNOWN)


def test_a_transient_domain_that_ended_leaves_with_it(lab: Lab) -> None:
    lab.hosts["xen1"].domains = (record("virsh-dumpxml-pv-inactive.xml", 2, persistent=False),)
    assert VM1 in lab.refresh().vms
    lab.hosts["xen1"].answers["xl list -v"] = xl_list()
    assert VM1 not in lab.refresh().vms


def test_a_vm_too_large_for_every_other_host_is_a_finding(lab: Lab) -> None:
    for name in ("xen1", "xen2"):
        text = capture("xl-info.txt").replace("free_memory            : 620", "free_memory : 100")
        lab.hosts[name].answers["xl info"] = text
    assert "fits-nowhere-else" in codes(lab.refresh())
