"""What a cluster does when plugs and cables are pulled."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sim_bench import Bench

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.sim.drill import Fault


def test_a_dead_hosts_vms_run_elsewhere_after_it_was_fenced(bench: Bench) -> None:
    lost = {run.name for run in bench.world.state.runs["xen1"].values()}
    bench.drill.power_off("xen1")
    bench.clock.advance(20)
    assert all(not bench.hosts_of(name) for name in lost), "started before fencing"
    bench.clock.advance(40)
    assert all(len(bench.hosts_of(name)) == 1 for name in lost)
    assert bench.double_runs() == []


def test_a_dead_hosts_unprotected_vm_stays_off_until_the_host_is_back(bench: Bench) -> None:
    bench.drill.power_off("xen3")
    bench.clock.advance(120)
    assert bench.hosts_of("build") == []
    bench.drill.power_on("xen3")
    bench.clock.advance(120)
    assert bench.hosts_of("build") == ["xen3"]


def test_a_vm_that_fits_nowhere_else_waits_for_its_host(bench: Bench) -> None:
    bench.drill.power_off("xen4")
    bench.clock.advance(120)
    assert bench.hosts_of("erp") == []
    bench.drill.power_on("xen4")
    bench.clock.advance(200)
    assert bench.hosts_of("erp") == ["xen4"]


def test_a_host_that_lost_both_its_links_is_fenced_and_comes_back(bench: Bench) -> None:
    bench.drill.cut("management", "xen2")
    bench.drill.cut("storage-a", "xen2")
    bench.clock.advance(60)
    assert bench.world.state.machines["xen2"].boots == 2
    assert len(bench.hosts_of("mail")) == 1
    assert bench.hosts_of("mail") != ["xen2"]
    bench.drill.mend("management", "xen2")
    bench.clock.advance(120)
    assert bench.world.state.pacemaker.members["xen2"].in_ccm


@pytest.mark.parametrize("network", ["management", "storage-a", "storage-b", "replication"])
def test_losing_one_network_fences_nobody_and_stops_nothing(bench: Bench, network: str) -> None:
    running = {h: sorted(r) for h, r in bench.world.state.runs.items()}
    bench.drill.cut(network)
    bench.clock.advance(300)
    assert {h: sorted(r) for h, r in bench.world.state.runs.items()} == running
    assert all(machine.boots == 1 for machine in bench.world.state.machines.values())
    bench.drill.mend(network)
    bench.clock.advance(300)
    assert {h: sorted(r) for h, r in bench.world.state.runs.items()} == running


def test_a_cut_storage_network_loses_one_path_of_each_lun(bench: Bench) -> None:
    bench.drill.cut("storage-a")
    bench.clock.advance(20)
    maps = bench.run("xen1", "multipathd", "show", "maps", "json").stdout
    assert maps.count('"chk_st" : "faulty"') == maps.count('"chk_st" : "ready"') == 16
    assert bench.drill.state() == (Fault("network", "", "storage-a"),)
    bench.drill.mend("storage-a")
    bench.clock.advance(20)
    maps = bench.run("xen1", "multipathd", "show", "maps", "json").stdout
    assert "faulty" not in maps


def test_the_san_moves_to_the_other_server_within_a_minute(bench: Bench) -> None:
    bench.drill.power_off("san1")
    bench.clock.advance(45)
    export = bench.world.state.exports["san2"]
    assert export.has_target
    assert sorted(export.addresses) == ["10.20.0.10", "10.20.1.10", "10.20.2.10"]
    assert len(export.luns) == 16
    assert all(
        s.is_up for sessions in bench.world.state.sessions.values() for s in sessions.values()
    )
    assert bench.virsh("xen1", "domid", "db1").stdout == "1\n\n", "the VM was restarted"
    bench.drill.power_on("san1")
    bench.clock.advance(200)
    replicas = bench.world.state.replicas.values()
    assert all(r.is_connected and r.sides["san1"].disk == "UpToDate" for r in replicas)
    assert all(r.sides["san2"].role == "Primary" for r in replicas)


def test_paths_are_faulty_while_the_san_moves(bench: Bench) -> None:
    bench.drill.power_off("san1")
    bench.clock.advance(20)
    maps = bench.run("xen1", "multipathd", "show", "maps", "json").stdout
    assert '"chk_st" : "ready"' not in maps
    assert '"features" : "1 queue_if_no_path"' in maps


def test_both_sides_having_written_alone_is_split_brain(bench: Bench) -> None:
    bench.drill.cut("drbd")
    bench.clock.advance(60)
    bench.drill.power_off("san1")
    bench.clock.advance(60)
    bench.drill.power_on("san1")
    bench.drill.mend("drbd")
    bench.clock.advance(120)
    for server in ("san1", "san2"):
        assert "peer" not in bench.run(server, "drbdadm", "status").stdout


def test_a_minority_without_quorum_stops_what_it_runs(bench: Bench) -> None:
    for network in ("management", "storage-a"):
        bench.drill.cut(network)
    bench.clock.advance(60)
    running = [r.name for runs in bench.world.state.runs.values() for r in runs.values()]
    assert sorted(running) == ["build", "legacy"]
    assert all(machine.boots == 1 for machine in bench.world.state.machines.values())
    for network in ("management", "storage-a"):
        bench.drill.mend(network)
    bench.settle(400)
    bench.clock.advance(60)
    assert len([r for runs in bench.world.state.runs.values() for r in runs]) == 13


def test_what_is_not_there_cannot_be_pulled(bench: Bench) -> None:
    with pytest.raises(PreconditionError, match="There are san1"):
        bench.drill.power_off("xen9")
    with pytest.raises(PreconditionError, match="There are management"):
        bench.drill.cut("no-such-net")
    with pytest.raises(PreconditionError, match="There are san1"):
        bench.drill.cut("management", "xen9")


_HOSTS = ("xen1", "xen2", "xen3", "xen4", "san1", "san2")
_NETWORKS = ("management", "storage-a", "storage-b", "replication")
_PULLS = st.one_of(
    st.tuples(st.sampled_from(["off", "on"]), st.sampled_from(_HOSTS)),
    st.tuples(st.sampled_from(["cut", "mend"]), st.sampled_from(_NETWORKS)),
    st.tuples(
        st.sampled_from(["cut", "mend"]),
        st.tuples(st.sampled_from(_NETWORKS[:3]), st.sampled_from(_HOSTS)),
    ),
    st.tuples(st.just("wait"), st.integers(1, 60)),
)


@settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(_PULLS, min_size=2, max_size=7))
def test_no_vm_ever_runs_twice_and_no_memory_is_overdrawn(pulls: list[tuple[str, object]]) -> None:
    bench = Bench()
    try:
        for verb, what in [*pulls, ("wait", 60)]:
            _pull(bench, verb, what)
            for _ in range(what if isinstance(what, int) else 8):
                bench.clock.advance(1.0)
                assert bench.double_runs() == []
                _assert_memory(bench)
    finally:
        bench.close()


def _pull(bench: Bench, verb: str, what: object) -> None:
    if verb in ("off", "on") and isinstance(what, str):
        (bench.drill.power_off if verb == "off" else bench.drill.power_on)(what)
    elif verb in ("cut", "mend"):
        network, host = what if isinstance(what, tuple) else (what, None)
        (bench.drill.cut if verb == "cut" else bench.drill.mend)(str(network), host)


def _assert_memory(bench: Bench) -> None:
    with bench.world.transaction() as state:
        for host, runs in state.runs.items():
            machine = state.machines[host]
            used = sum(run.memory_mib for run in runs.values())
            assert used + machine.dom0_mib <= machine.memory_mib
