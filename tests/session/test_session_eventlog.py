"""Events tell what changed, also when the program did not run when it happened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.session.chronicle import last_known_vms, observe
from xenadmin_gui.session.eventlog import Event, EventLog

UUID = "b1f7c1ac-0000-4000-8000-000000000001"


def make(
    state: VmState = VmState.RUNNING,
    host: str | None = "xen1",
    name: str = "web",
    up: bool = True,
    findings: tuple[Finding, ...] = (),
) -> Snapshot:
    here = HostState.UP if up else HostState.UNREACHABLE
    roles = frozenset({Role.HOST})
    return Snapshot(
        "c",
        taken_at=100.0,
        servers={
            "xen1": Server("xen1", roles, here, reason="" if up else "No route to host."),
            "xen2": Server("xen2", roles, HostState.UP),
        },
        vms={UUID: Vm(UUID, name, state, host)},
        findings=findings,
    )


def sentences(log: EventLog) -> list[str]:
    return [event.sentence for event in reversed(log.events())]


def test_what_is_well_at_first_sight_is_no_event() -> None:
    log = EventLog()
    observe(make(), log)
    assert sentences(log) == []


def test_a_host_that_is_dead_at_first_sight_is_one() -> None:
    log = EventLog()
    observe(make(up=False), log)
    assert sentences(log) == ["xen1 is unreachable. No route to host."]


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (make(VmState.OFF, None), "web is off."),
        (make(VmState.PAUSED), "web is paused on xen1."),
        (make(host="xen2"), "web moved from xen1 to xen2."),
        (make(name="www"), "web is now called www."),
        (replace(make(), vms={}), "VM web is gone."),
    ],
)
def test_a_change_of_a_vm_is_told_once(after: Snapshot, sentence: str) -> None:
    log = EventLog()
    observe(make(), log)
    observe(after, log)
    observe(after, log)
    assert sentences(log) == [sentence]


def test_a_vm_nobody_can_be_asked_about_is_neither_off_nor_gone() -> None:
    log = EventLog()
    observe(make(), log)
    observe(make(VmState.UNKNOWN, up=False), log)
    observe(replace(make(up=False), vms={}), log)
    observe(make(), log)
    assert sentences(log) == ["xen1 is unreachable. No route to host.", "xen1 is up."]


def test_a_finding_comes_and_goes() -> None:
    key = Key(Kind.VM, UUID)
    finding = Finding("double-run", Health.FAILED, key, "web runs twice.")
    log = EventLog()
    observe(make(), log)
    observe(make(findings=(finding,)), log)
    observe(make(), log)
    assert sentences(log) == ["web runs twice.", "No longer: web runs twice."]
    assert [e.health for e in log.events(subject=key)] == [Health.OK, Health.FAILED]


def test_findings_wait_until_every_machine_has_answered() -> None:
    key = Key(Kind.REPLICA, "r0")
    finding = Finding("unasked", Health.UNKNOWN, key, "san1 cannot be asked.")
    whole = make()
    begun = replace(
        make(findings=(finding,)),
        servers={
            **whole.servers,
            "xen2": replace(whole.servers["xen2"], state=HostState.CONNECTING),
        },
    )
    log = EventLog()
    observe(begun, log)
    observe(whole, log)
    assert sentences(log) == ["xen2 is up."]
    observe(make(findings=(finding,)), log)
    observe(begun, log)
    assert sentences(log) == ["xen2 is up.", "san1 cannot be asked."]


def test_what_changed_while_nobody_looked_is_seen_at_the_next_start(tmp_path: Path) -> None:
    first = EventLog(tmp_path / "events.sqlite")
    observe(make(), first)
    first.close()
    second = EventLog(tmp_path / "events.sqlite")
    observe(make(host="xen2"), second)
    assert sentences(second) == ["web moved from xen1 to xen2."]
    second.close()


def test_two_programs_that_look_on_keep_a_change_once(tmp_path: Path) -> None:
    window, shell = (EventLog(tmp_path / "events.sqlite") for _ in range(2))
    told: list[Event] = []
    end = shell.subscribe(told.append)
    for log in (window, shell):
        observe(make(), log)
    for log in (window, shell):
        observe(make(VmState.OFF, None), log)
    assert sentences(shell) == ["web is off."]
    assert told == []
    end()
    window.close()
    shell.close()


def test_listeners_are_told_until_they_leave() -> None:
    log = EventLog()
    told: list[Event] = []
    end = log.subscribe(told.append)
    observe(make(), log)
    observe(make(VmState.OFF, None), log)
    end()
    end()
    observe(make(), log)
    assert [(event.id, event.sentence) for event in told] == [(1, "web is off.")]


def test_the_next_run_knows_the_vms_of_this_one(tmp_path: Path) -> None:
    first = EventLog(tmp_path / "events")
    observe(make(), first)
    first.close()
    log = EventLog(tmp_path / "events")
    assert last_known_vms(log) == {UUID: Vm(UUID, "web", VmState.RUNNING, "xen1")}
    observe(make(VmState.OFF, None), log)
    assert last_known_vms(log)[UUID] == Vm(UUID, "web", VmState.OFF)
    log.close()
