"""Comparisons of replicas by a schedule: timers on the SAN servers, and the results they leave."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from xenadmin_gui.domain.verification import (
    RESULT_FOLDER,
    RESULT_SUFFIX,
    SCRIPT_PATH,
    UNIT_FOLDER,
    UNIT_PREFIX,
)
from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import Machine, Replica, Timer
from xenadmin_gui.sim.reach import is_up
from xenadmin_gui.sim.world import World

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TIME = re.compile(rf"(?:(?P<day>{'|'.join(_DAYS)}) )?(?P<hour>\d\d?):(?P<minute>\d\d)")
_WORDS = {"daily": "00:00", "weekly": "Mon 00:00"}


def next_run(calendar: str, now: float) -> float | None:
    """Return when a schedule is due next; None for one that the simulation does not know."""
    match = _TIME.fullmatch(_WORDS.get(calendar, calendar))
    if match is None or int(match["hour"]) > 23 or int(match["minute"]) > 59:
        return None
    at = datetime.fromtimestamp(now, UTC).replace(
        hour=int(match["hour"]), minute=int(match["minute"]), second=0, microsecond=0
    )
    for _ in range(8):
        is_day = match["day"] is None or at.weekday() == _DAYS.index(match["day"])
        if is_day and at.timestamp() > now:
            return at.timestamp()
        at += timedelta(days=1)
    return None


def unit_text(machine: Machine, timer: str) -> str:
    """Return the unit file of a timer as it lies on the machine; empty when there is none."""
    return machine.files.get(f"{UNIT_FOLDER}/{timer}", "")


def start(world: World, machine: Machine, name: str) -> bool:
    """Load, enable and start a timer; False when it has no file that can be read."""
    text = unit_text(machine, name)
    found = re.search(r"^OnCalendar=(.+)$", text, re.MULTILINE)
    due = next_run(found[1], world.time) if found is not None else None
    if due is None:
        return False
    world.state.timers.setdefault(machine.name, {})[name] = Timer(text, due)
    world.schedule(due, "timer", machine.name, name)
    world.touch()
    return True


def stop(world: World, machine: Machine, name: str) -> None:
    """Stop a timer and disable it."""
    if world.state.timers.get(machine.name, {}).pop(name, None) is not None:
        world.touch()


def on_timer_due(world: World, host: str, name: str) -> None:
    """Run what a timer starts, and wait for its next time."""
    timer = world.state.timers.get(host, {}).get(name)
    machine = world.state.machines.get(host)
    if timer is None or machine is None or timer.due > world.time:
        return
    found = re.search(r"^OnCalendar=(.+)$", timer.text, re.MULTILINE)
    due = next_run(found[1], world.time) if found is not None else None
    if due is not None:
        timer.due = due
        world.schedule(due, "timer", host, name)
    service = name.removesuffix(".timer") + ".service"
    is_whole = SCRIPT_PATH in machine.files and f"{UNIT_FOLDER}/{service}" in machine.files
    replica = world.state.replicas.get(name.removesuffix(".timer").removeprefix(UNIT_PREFIX))
    if is_whole and replica is not None and is_up(world.state, machine):
        _compare(world, machine, replica)
    world.touch()


def _compare(world: World, machine: Machine, replica: Replica) -> None:
    side = replica.sides.get(machine.name)
    if side is None or not side.is_up or side.role != "Primary":
        return
    if not replica.is_connected or replica.sync is not None:
        write_result(world, machine, replica, world.time, "failed")
        return
    peer = san.peer_of(replica, machine.name)
    size = float(replica.size_kib)
    san.begin_sync(world, replica, machine.name, peer, size, verify=True)
    replica.by_timer_at = world.time


def on_compared(world: World, name: str, server: str) -> None:
    """Keep what a comparison found; in a file when a timer began it."""
    replica = world.state.replicas[name]
    replica.found_kib = replica.differs_kib
    begun, replica.by_timer_at = replica.by_timer_at, None
    if begun is not None:
        result = "differs" if replica.found_kib else "same"
        write_result(world, world.state.machines[server], replica, begun, result)


def write_result(
    world: World, machine: Machine, replica: Replica, begun: float, result: str
) -> None:
    """Write the file that tells how a comparison ended."""
    count = str(replica.found_kib) if result in ("same", "differs") else ""
    machine.files[f"{RESULT_FOLDER}/{replica.name}{RESULT_SUFFIX}"] = (
        f"begun={int(begun)}\nended={int(world.time)}\nresult={result}\nout_of_sync_kib={count}\n"
    )
