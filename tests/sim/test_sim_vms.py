"""Starting, ending and moving VMs on simulated hosts."""

from __future__ import annotations

import pytest
from sim_bench import Bench

from xenadmin_gui.domain.errors import CommandTimeoutError

MIGRATE = ("migrate", "--live", "--persistent", "--undefinesource", "--p2p", "--domain")


def test_a_start_takes_its_time_and_says_so(bench: Bench) -> None:
    answer = bench.virsh("xen2", "start", "--domain", "test3")
    assert (answer.exit_status, answer.stdout) == (0, "Domain 'test3' started\n\n")
    assert answer.duration_s == pytest.approx(4.0)
    assert bench.hosts_of("test3") == ["xen2"]


def test_what_runs_is_not_started_again(bench: Bench) -> None:
    answer = bench.virsh("xen3", "start", "--domain", "build")
    assert (answer.exit_status, answer.stderr) == (1, "error: Domain is already active\n")


def test_an_unknown_vm_is_said_so(bench: Bench) -> None:
    answer = bench.virsh("xen1", "start", "--domain", "a'; touch x; '")
    assert answer.exit_status == 1
    assert answer.stderr == "error: failed to get domain 'a'; touch x; ''\n"


def test_a_start_without_memory_fails_like_xl(bench: Bench) -> None:
    with bench.world.transaction() as state:
        state.machines["xen2"].memory_mib = 16000
    answer = bench.virsh("xen2", "start", "--domain", "test3")
    assert answer.exit_status == 1
    assert "libxenlight failed to create new domain 'test3'" in answer.stderr
    assert bench.hosts_of("test3") == []


def test_memory_is_never_promised_twice(bench: Bench) -> None:
    with bench.world.transaction() as state:
        state.machines["xen1"].memory_mib = 2048 + 18432 + 4 * 8 + 2048 + 100
    xml = bench.virsh("xen2", "dumpxml", "test3").stdout.strip()
    for number in (1, 2):
        uuid = f"00000000-0000-4000-8000-00000000000{number}"
        changed = xml.replace("<name>test3", f"<name>twin{number}")
        with bench.world.transaction() as state:
            old = next(d.uuid for d in state.definitions["xen2"].values())
            state.machines["xen1"].files[f"/root/{number}.xml"] = changed.replace(old, uuid)
        assert bench.virsh("xen1", "define", f"/root/{number}.xml").succeeded
    starts = [
        bench.run("xen1", "systemd-run", f"--unit=start-{n}", "virsh", "start", f"twin{n}")
        for n in (1, 2)
    ]
    assert all(answer.succeeded for answer in starts)
    bench.clock.advance(20)
    assert len(bench.hosts_of("twin1") + bench.hosts_of("twin2")) == 1


def test_shutdown_returns_at_once_and_the_guest_ends_later(bench: Bench) -> None:
    answer = bench.virsh("xen3", "shutdown", "--domain", "build")
    assert answer.stdout == "Domain 'build' is being shutdown\n\n"
    assert bench.hosts_of("build") == ["xen3"]
    bench.clock.advance(10)
    assert bench.hosts_of("build") == []
    again = bench.virsh("xen3", "shutdown", "--domain", "build")
    assert again.exit_status == 1
    assert "domain is not running" in again.stderr


def test_a_reboot_gives_a_new_running_number(bench: Bench) -> None:
    before = bench.virsh("xen3", "domid", "build").stdout
    assert bench.virsh("xen3", "reboot", "--domain", "build").succeeded
    bench.clock.advance(20)
    after = bench.virsh("xen3", "domid", "build").stdout
    assert after.strip() not in ("-", before.strip())


def test_a_paused_vm_uses_no_processor(bench: Bench) -> None:
    assert bench.virsh("xen3", "suspend", "--domain", "build").succeeded
    assert bench.virsh("xen3", "domstate", "build").stdout == "paused\n\n"

    def seconds() -> str:
        rows = bench.run("xen3", "xl", "list", "-v").stdout.splitlines()
        return next(row for row in rows if row.startswith("build")).split()[5]

    before = seconds()
    bench.clock.advance(100)
    assert seconds() == before
    assert bench.virsh("xen3", "resume", "--domain", "build").succeeded
    bench.clock.advance(100)
    assert float(seconds()) > float(before)


def test_a_live_migration_moves_the_vm_with_its_definition(bench: Bench) -> None:
    answer = bench.virsh("xen3", *MIGRATE, "build", "--desturi", "xen+ssh://xen1/system")
    assert answer.succeeded
    assert 20 <= answer.duration_s <= 60
    assert bench.hosts_of("build") == ["xen1"]
    assert "build" not in bench.virsh("xen3", "list", "--all").stdout
    assert bench.virsh("xen1", "dominfo", "build").stdout.count("yes") == 1


def test_a_pv_guest_is_refused_live_and_goes_suspended(bench: Bench) -> None:
    live = bench.virsh("xen3", *MIGRATE, "legacy", "--desturi", "xen+ssh://xen2/system")
    assert live.exit_status == 1
    assert live.stderr == (
        "error: internal error: Failed to send migration data to destination host\n"
    )
    assert bench.hosts_of("legacy") == ["xen3"]
    words = [word for word in MIGRATE if word != "--live"]
    assert bench.virsh("xen3", *words, "legacy", "--desturi", "xen+ssh://xen2/system").succeeded
    assert bench.hosts_of("legacy") == ["xen2"]


def test_a_migration_goes_on_in_its_unit_without_us(bench: Bench) -> None:
    uri = "xen+ssh://xen1/system"
    words = ("virsh", "-c", "xen:///system", *MIGRATE, "build", "--desturi", uri)
    started = bench.run("xen3", "systemd-run", "--unit=xenadmin-p-1", *words)
    assert started.stderr == "Running as unit: xenadmin-p-1.service\n"
    shown = ("systemctl", "show", "-p", "ActiveState,SubState", "xenadmin-p-1")
    assert bench.run("xen3", *shown).stdout == "ActiveState=active\nSubState=running\n"
    again = bench.run("xen3", "systemd-run", "--unit=xenadmin-p-1", *words)
    assert again.exit_status == 1
    bench.clock.advance(70)
    assert bench.run("xen3", *shown).stdout == "ActiveState=inactive\nSubState=dead\n"
    assert bench.hosts_of("build") == ["xen1"]


def test_a_failed_unit_keeps_its_status_and_its_words(bench: Bench) -> None:
    uri = "xen+ssh://nowhere/system"
    words = ("virsh", "-c", "xen:///system", *MIGRATE, "build", "--desturi", uri)
    bench.run("xen3", "systemd-run", "--unit=xenadmin-p-2", *words)
    bench.clock.advance(10)
    shown = ("systemctl", "show", "-p", "ActiveState,Result,ExecMainStatus", "xenadmin-p-2")
    assert bench.run("xen3", *shown).stdout == (
        "ActiveState=failed\nResult=exit-code\nExecMainStatus=1\n"
    )
    said = bench.run("xen3", "journalctl", "-u", "xenadmin-p-2", "-o", "cat").stdout
    assert "Cannot recv data" in said


def test_a_target_that_dies_on_the_way_leaves_the_vm_where_it_was(bench: Bench) -> None:
    uri = "xen+ssh://xen1/system"
    words = ("virsh", "-c", "xen:///system", *MIGRATE, "build", "--desturi", uri)
    bench.run("xen3", "systemd-run", "--unit=xenadmin-p-3", *words)
    bench.clock.advance(10)
    bench.drill.power_off("xen1")
    bench.clock.advance(60)
    assert bench.hosts_of("build") == ["xen3"]


def test_a_command_that_does_not_end_in_time_is_told(bench: Bench) -> None:
    with pytest.raises(CommandTimeoutError):
        bench.run(
            "xen3", "virsh", *MIGRATE, "build", "--desturi", "xen+ssh://xen1/system", timeout_s=5
        )
    assert bench.clock.now() - bench.world.state.jobs.popitem()[1].started_at == pytest.approx(5)


def test_a_program_that_is_not_there_is_127(bench: Bench) -> None:
    assert bench.run("xen1", "lvs").exit_status == 127
    assert bench.run("san1", "/opt/no/such").exit_status == 127
