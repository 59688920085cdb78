"""A world in a directory: shared, and never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sim_bench import Bench

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.sim.codec import from_json, to_json
from xenadmin_gui.sim.demo import demo_world
from xenadmin_gui.sim.model import State

_VICTIM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sim_bench import Bench
from xenadmin_gui.sim.demo import demo_world
bench = Bench(demo_world(Path(sys.argv[1])))
print("ready", flush=True)
while True:
    bench.virsh("xen2", "start", "--domain", "test3")
    bench.virsh("xen2", "destroy", "--domain", "test3")
"""


def test_a_state_survives_json() -> None:
    world = demo_world()
    world.advance_to(world.time + 1000)
    again = from_json(State, to_json(world.state))
    assert to_json(again) == to_json(world.state)
    assert again == world.state


def test_a_world_goes_on_where_it_was_left(tmp_path: Path) -> None:
    bench = Bench(demo_world(tmp_path))
    bench.virsh("xen2", "start", "--domain", "test3")
    bench.clock.advance(100)
    time = bench.world.time
    bench.close()
    again = Bench(demo_world(tmp_path))
    assert again.world.time == time
    assert again.hosts_of("test3") == ["xen2"]
    again.close()


def test_two_processes_see_each_others_changes(tmp_path: Path) -> None:
    one, other = Bench(demo_world(tmp_path)), Bench(demo_world(tmp_path))
    one.drill.power_off("xen1")
    assert [fault.host for fault in other.drill.state()] == ["xen1"]
    other.clock.advance(60)
    assert len(one.hosts_of("db1")) == 1
    assert one.world.time == other.world.time
    one.close()
    other.close()


def test_the_configuration_lies_beside_it(tmp_path: Path) -> None:
    bench = Bench(demo_world(tmp_path))
    bench.run("san1", "crm_attribute", "-n", "maintenance-mode", "-v", "true")
    bench.close()
    assert 'name="maintenance-mode" value="true"' in (tmp_path / "cib.xml").read_text()


def test_a_broken_world_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    (tmp_path / "world.json").write_text('{"machines": 3}')
    with pytest.raises(XenadminError) as error:
        demo_world(tmp_path)
    assert "Remove the directory" in error.value.next_step


def test_a_killed_process_leaves_a_whole_world(tmp_path: Path) -> None:
    directory = tmp_path / "demo"
    for _ in range(3):
        victim = subprocess.Popen(
            [sys.executable, "-c", _VICTIM, str(directory), str(Path(__file__).parent)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert victim.stdout is not None
        assert victim.stdout.readline() == b"ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            victim.wait(0.15)
        victim.send_signal(signal.SIGKILL)
        victim.wait(10)
        victim.stdout.close()
        bench = Bench(demo_world(directory))
        bench.clock.advance(20)
        assert len(bench.hosts_of("test3")) <= 1
        assert bench.double_runs() == []
        bench.close()
