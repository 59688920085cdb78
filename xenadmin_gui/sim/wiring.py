"""Puts a world together: what its events do and what follows from changes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from xenadmin_gui.sim import guests, power, san, verify
from xenadmin_gui.sim.model import State
from xenadmin_gui.sim.pacemaker import binaries, engine, membership
from xenadmin_gui.sim.store import Store
from xenadmin_gui.sim.tools import newguest, systemd, virsh
from xenadmin_gui.sim.world import World


def open_world(state: State, *, store: Store | None = None) -> World:
    """Return a living world.

    Raises:
        PreconditionError: It has a Pacemaker and its programs are not installed here.
    """
    if state.pacemaker.configuration:
        binaries.require()
    world = World(state, store=store)
    world.handlers.update(
        {
            "alarm": partial(systemd.on_alarm, tools={"virsh": virsh.virsh}),
            "autostart": power.on_autostart,
            "booted": power.on_booted,
            "check": engine.on_check,
            "compared": verify.on_compared,
            "isolated": membership.on_isolated,
            "job": guests.on_job_due,
            "join": membership.on_join,
            "lost": membership.on_lost,
            "recheck": engine.on_recheck,
            "session": san.on_session_due,
            "sync": san.on_sync_due,
            "tick": engine.on_tick,
            "work": newguest.on_work_due,
            "timer": verify.on_timer_due,
        }
    )
    world.settlers += [san.settle, systemd.settle, membership.settle, engine.settle]
    return world


def load_world(directory: Path) -> World:
    """Return the world that a directory keeps; it is written back after every change.

    Raises:
        XenadminError: There is none, or it cannot be read.
    """
    store = Store(directory)
    return open_world(store.load(), store=store)


def keep_world(state: State, directory: Path) -> World:
    """Begin to keep a fresh world in a directory."""
    world = open_world(state, store=Store(directory))
    with world.transaction():
        world.touch()
    return world
