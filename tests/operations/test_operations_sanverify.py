"""Replicas are compared by a schedule, and what came of it is kept."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from sanplans import codes, lines
from simcluster import SimCluster, done, few_guests

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.verification import SCRIPT, service_of, timer_of
from xenadmin_gui.monitoring.parse.verification import parse_results, parse_schedules
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.switchover import SanSwitchover
from xenadmin_gui.operations.san.verifyschedule import VerifySchedule
from xenadmin_gui.sim.blueprint import Blueprint
from xenadmin_gui.sim.verify import next_run

DAY = 86400.0
SUNDAY = "Sun 03:00"


@pytest.fixture
def blueprint() -> Blueprint:
    return few_guests("vpn", "test3")


def replica(sim: SimCluster, name: str = "vpn") -> Replica:
    found = sim.refresh(None, sim.context()).san.replica(name)
    assert found is not None
    return found


def pass_time(sim: SimCluster, seconds: float) -> None:
    sim.world.advance_to(sim.world.time + seconds)


def files(sim: SimCluster, server: str) -> list[str]:
    return [path for path in sim.world.state.machines[server].files if "verify" in path]


def test_the_sides_are_compared_every_sunday(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VerifySchedule(("vpn",), SUNDAY))
    pass_time(sim, 120)
    assert (replica(sim).schedule, replica(sim).verified) == (SUNDAY, None)
    pass_time(sim, 7 * DAY)
    found = replica(sim).verified
    assert found is not None
    assert (found.server, found.result, found.out_of_sync_bytes) == ("san1", "same", 0)
    assert found.ended > found.begun
    assert replica(sim).is_in_sync
    assert replica(sim, "test3").verified is None


def test_blocks_that_differ_are_told_until_they_are_copied(
    sim: SimCluster, journal: Journal
) -> None:
    done(sim, journal, VerifySchedule(("vpn", "test3"), SUNDAY))
    sim.world.state.replicas["vpn"].differs_kib = 12
    pass_time(sim, 7 * DAY)
    found = replica(sim).verified
    assert found is not None
    assert (found.result, found.out_of_sync_bytes) == ("differs", 12 * 1024)
    told = [f for f in sim.snapshot.findings if f.code == "replica-differs"]
    assert [(f.subject.id, f.sentence) for f in told] == [
        ("vpn", "The two sides of vpn differ in 12 KiB.")
    ]
    done(sim, journal, ReplicaDraft(ReplicaVerb.DISCONNECT, ("vpn",)))
    done(sim, journal, ReplicaDraft(ReplicaVerb.CONNECT, ("vpn",)))
    pass_time(sim, 60)
    left = sim.refresh(None, sim.context()).findings
    assert not [f for f in left if f.code == "replica-differs"]


def test_whoever_serves_compares(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VerifySchedule(("vpn",), SUNDAY))
    done(sim, journal, SanSwitchover("san2"))
    pass_time(sim, 7 * DAY)
    found = replica(sim).verified
    assert found is not None
    assert found.server == "san2"


def test_another_time_and_the_end_of_a_schedule(sim: SimCluster, journal: Journal) -> None:
    done(sim, journal, VerifySchedule(("vpn",), SUNDAY))
    pass_time(sim, 120)
    replica(sim)
    done(sim, journal, VerifySchedule(("vpn",), "Wed 01:30"))
    pass_time(sim, 120)
    assert replica(sim).schedule == "Wed 01:30"
    done(sim, journal, VerifySchedule(("vpn",), ""))
    pass_time(sim, 120)
    assert replica(sim).schedule == ""
    assert [len(files(sim, server)) for server in ("san1", "san2")] == [1, 1]
    assert sim.world.state.timers == {"san1": {}, "san2": {}}
    plan = VerifySchedule(("vpn",), "").plan(sim.snapshot)
    assert [s.verdict for s in plan.subjects] == [Verdict.ALREADY]
    assert plan.steps == ()


def test_a_time_that_systemd_does_not_know_writes_nothing(
    sim: SimCluster, journal: Journal
) -> None:
    draft = VerifySchedule(("vpn",), "whenever")
    task = Runner(sim, journal).run(draft.plan(sim.snapshot), sim.context())
    said = " ".join(step.said + step.means for step in task.failures)
    assert "knows no time 'whenever'" in said + task.reason
    assert files(sim, "san1") == []


@pytest.mark.parametrize(
    "calendar", ["Sun 03:00\nOnBootSec=1", "%n", "$(reboot)", "x" * 90, "'", "--help"]
)
def test_what_is_no_time_at_all_is_refused(snapshot: Snapshot, calendar: str) -> None:
    assert codes(VerifySchedule(("vpn",), calendar), snapshot) == ["bad-calendar"]


def test_names_that_no_unit_can_have_are_refused(snapshot: Snapshot) -> None:
    odd = tuple(replace(r, name="it's") if r.name == "vpn" else r for r in snapshot.san.replicas)
    named = replace(snapshot, san=replace(snapshot.san, replicas=odd))
    assert codes(VerifySchedule(("it's",), SUNDAY), named) == ["bad-name"]
    assert codes(VerifySchedule(("none",), SUNDAY), snapshot) == ["no-replica"]
    assert codes(VerifySchedule((), SUNDAY), snapshot) == ["none"]


def test_the_plan_writes_whole_files_with_a_prefix_of_their_own(snapshot: Snapshot) -> None:
    plan = VerifySchedule(("vpn",), SUNDAY).plan(snapshot)
    text = "\n".join(lines(plan))
    assert timer_of("vpn") == "xenadmin-verify-vpn.timer"
    assert f"/etc/systemd/system/{service_of('vpn')}" in text
    assert {step.host for step in plan.steps} == {"san1", "san2"}


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_the_script_is_one_that_a_shell_reads() -> None:
    read = subprocess.run(["sh", "-n"], input=SCRIPT, text=True, capture_output=True, check=False)
    assert (read.returncode, read.stderr) == (0, "")


DRBD = """#!/bin/sh
# A stand-in for both programs: answers as DRBD 8.4 does, from files beside it.
here=$(dirname "$0")
case $1 in
    role) cat "$here/role" ;;
    verify) exit "$(cat "$here/status")" ;;
    *) cat "$here/events" ;;
esac
"""
EVENT = (
    "exists peer-device name:vm1 peer-node-id:0 conn-name:peer volume:0 replication:{state} "
    "peer-disk:UpToDate resync-suspended:no received:0 sent:1 out-of-sync:{kib} pending:0\n"
)


@pytest.mark.parametrize(
    ("role", "status", "state", "kib", "result"),
    [
        ("Primary/Secondary", 0, "Established", 0, "same"),
        ("Primary", 0, "Established", 48, "differs"),
        ("Primary/Unknown", 11, "Off", 0, "failed"),
        ("Primary/Unknown", 0, "Off", 0, "broken"),
        ("Secondary/Primary", 0, "Established", 0, None),
    ],
)
def test_the_script_keeps_what_drbd_says(
    tmp_path: Path, role: str, status: int, state: str, kib: int, result: str | None
) -> None:
    for name in ("drbdadm", "drbdsetup"):
        (tmp_path / name).write_text(DRBD)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "role").write_text(f"{role}\n")
    (tmp_path / "status").write_text(str(status))
    (tmp_path / "events").write_text(EVENT.format(state=state, kib=kib))
    folder = tmp_path / "results"
    script = SCRIPT.replace("/var/lib/xenadmin/verify", str(folder)).replace("sleep 2", "sleep 0")
    subprocess.run(
        ["sh", "-c", script, "sh", "vm1"],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        check=False,
        capture_output=True,
        timeout=20,
    )
    kept = folder / "vm1.result"
    if result is None:
        assert not kept.exists()
        return
    text = "".join(
        f"/var/lib/xenadmin/verify/vm1.result:{line}\n" for line in kept.read_text().splitlines()
    )
    found = parse_results(text)["vm1"]
    wanted = kib * 1024 if result in ("same", "differs") else None
    assert (found.result, found.out_of_sync_bytes) == (result, wanted)


@pytest.mark.parametrize(
    "text",
    ["", "garbage\n", "/var/lib/xenadmin/verify/vm1.result:begun=now\n", "\0\0:=\n", "ü:begun=1\n"],
)
def test_garbled_results_are_none(text: str) -> None:
    assert parse_results(text) == {}
    assert parse_schedules(text) == {}


def test_the_simulations_calendar_knows_weekdays() -> None:
    monday = 1764576000.0  # 2025-12-01 08:00 UTC
    assert next_run("Sun 03:00", monday) == monday - 5 * 3600 + 6 * DAY
    assert next_run("daily", monday) == monday + 16 * 3600
    assert next_run("25:00", monday) is None
