"""Pacemaker's own scheduler decides in the simulated cluster, and the world follows."""

from __future__ import annotations

import pytest
from sim_bench import Bench

from xenadmin_gui.sim.pacemaker import binaries, engine
from xenadmin_gui.sim.pacemaker.cib import render
from xenadmin_gui.sim.pacemaker.digest import digest


def summary(bench: Bench) -> list[str]:
    """Return what Pacemaker would do now."""
    said = bench.run("san1", "crm_simulate", "-LR").stdout
    return said.partition("Transition Summary:\n")[2].strip().splitlines()


def test_the_cluster_begins_at_rest(bench: Bench) -> None:
    assert summary(bench) == []
    cib = render(bench.world.state)
    verify = ["crm_verify", "-x", "c.xml"]
    ran = binaries.run(verify, cib, now=bench.world.time, files={"c.xml": cib})
    assert ran.exit_status == 0


def test_a_cib_that_is_not_checked_again_gives_the_same_graph(bench: Bench) -> None:
    away = '<rsc_location id="away" rsc="vm-wiki" node="xen3" score="-INFINITY"/></constraints>'
    cib = render(bench.world.state).replace("</constraints>", away)
    words, files = ["crm_simulate", "-x", "c.xml", "-RQ", "-G", "g.xml"], {"c.xml": cib}
    full = binaries.run(words, cib, now=bench.world.time, files=files)
    quick = binaries.read(words, cib, now=bench.world.time, files=files)
    assert "rsc_op" in quick.files["g.xml"]
    assert quick.files["g.xml"] == full.files["g.xml"]
    assert (quick.exit_status, quick.stdout, quick.stderr, quick.cib) == (0, "", "", cib)


def test_digests_are_those_that_were_recorded() -> None:
    drbd = {"drbd_resource": "vm1", "CRM_meta_timeout": "120000", "crm_feature_set": "3.16.1"}
    assert digest(drbd) == "9f087d645c0d7a938555c5c7cc5c76ed"
    assert digest(drbd | {"CRM_meta_interval": "29000"}) == "bce39f3f9632cd6e22c81744d6bc40ab"


def test_a_protected_vm_is_stopped_and_started_by_its_role(bench: Bench) -> None:
    role = ("crm_resource", "--resource", "vm-wiki", "--meta", "--set-parameter", "target-role")
    assert bench.run("xen1", *role, "--parameter-value", "Stopped").succeeded
    bench.settle()
    assert bench.hosts_of("wiki") == []
    assert bench.run("san2", *role, "--parameter-value", "Started").succeeded
    bench.settle()
    assert len(bench.hosts_of("wiki")) == 1
    assert summary(bench) == []


def test_a_move_is_a_live_migration_and_its_constraint_ends_in_world_time(bench: Bench) -> None:
    move = ("crm_resource", "--resource", "vm-web1", "--move", "--node", "xen3")
    answer = bench.run("xen1", *move, "--lifetime", "PT15M")
    assert answer.stdout.startswith("Migration will take effect until: 2026-11-23 08:1")
    before = bench.virsh("xen1", "domuuid", "web1").stdout
    bench.settle()
    assert bench.hosts_of("web1") == ["xen3"]
    assert bench.virsh("xen3", "domuuid", "web1").stdout == before
    assert bench.run("xen1", "crm_resource", "--resource", "vm-web1", "--clear").succeeded
    bench.settle()
    assert bench.hosts_of("web1") == ["xen3"]


def test_a_pv_vm_moves_by_restart(bench: Bench) -> None:
    move = ("crm_resource", "--resource", "vm-vpn", "--move", "--node", "xen3")
    assert bench.run("xen1", *move, "--lifetime", "PT15M").succeeded
    bench.clock.advance(7)
    assert bench.hosts_of("vpn") == []
    bench.settle()
    assert bench.hosts_of("vpn") == ["xen3"]


def test_standby_empties_a_host(bench: Bench) -> None:
    assert bench.run("xen1", "crm_standby", "-N", "xen3", "-v", "on").succeeded
    bench.settle()
    assert [r.name for r in bench.world.state.runs["xen3"].values()] == ["build", "legacy"]
    assert bench.hosts_of("files") != []


def test_maintenance_mode_leaves_everything_alone(bench: Bench) -> None:
    mode = ("crm_attribute", "-n", "maintenance-mode", "-v")
    assert bench.run("san1", *mode, "true").succeeded
    bench.drill.power_off("xen1")
    bench.clock.advance(200)
    assert bench.hosts_of("db1") == []
    assert bench.run("san1", *mode, "false").succeeded
    bench.settle()
    assert len(bench.hosts_of("db1")) == 1


def test_a_vm_that_ended_behind_its_back_is_started_again_and_counted(bench: Bench) -> None:
    assert bench.virsh("xen1", "destroy", "--domain", "db1").succeeded
    bench.clock.advance(40)
    assert bench.hosts_of("db1") == ["xen1"]
    shown = bench.run("san1", "crm_mon", "-1f").stdout
    assert "fail-count=1" in shown
    assert bench.run("san1", "crm_resource", "--cleanup", "-r", "vm-db1").succeeded
    bench.settle()
    assert "fail-count" not in bench.run("san1", "crm_mon", "-1f").stdout
    assert bench.hosts_of("db1") == ["xen1"]


def test_a_change_of_time_without_events_asks_nobody(bench: Bench) -> None:
    version = bench.world.version
    bench.clock.advance(3600)
    assert bench.world.version == version


def test_waiting_for_pacemaker_ends_when_it_rests(bench: Bench) -> None:
    role = ("crm_resource", "--resource", "vm-wiki", "--meta", "--set-parameter", "target-role")
    bench.run("xen1", *role, "--parameter-value", "Stopped")
    answer = bench.run("xen1", "crm_resource", "--wait")
    assert answer.duration_s >= 6
    assert engine.is_idle(bench.world)
    assert bench.hosts_of("wiki") == []


def test_the_status_shows_what_is_under_way(bench: Bench) -> None:
    move = ("crm_resource", "--resource", "vm-mail", "--move", "--node", "xen3")
    bench.run("xen1", *move, "--lifetime", "PT15M")
    bench.clock.advance(5)
    shown = bench.run("san1", "crm_mon", "--output-as=xml", "-r").stdout
    assert 'id="vm-mail" resource_agent="ocf:heartbeat:VirtualDomain" role="Migrating"' in shown
    assert '<last_update time="Mon Nov 23 08:00:' in shown


@pytest.mark.parametrize("node", ["xen1", "san2"])
def test_a_member_without_pacemaker_says_so(bench: Bench, node: str) -> None:
    bench.drill.power_off(node)
    bench.clock.advance(60)
    bench.drill.power_on(node)
    bench.clock.advance(62)
    answer = bench.run(node, "crm_mon", "--output-as=xml", "-r")
    assert answer.exit_status == 102
    assert "Connection refused" in answer.stdout
    bench.clock.advance(30)
    assert bench.run(node, "crm_mon", "--output-as=xml", "-r").succeeded
