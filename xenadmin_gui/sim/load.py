"""Processor time that domains and machines use: a base and a slow swing, in closed form."""

from __future__ import annotations

import math

from xenadmin_gui.sim.model import Load, Run

_NO_LOAD = Load()


def use(load: Load, time: float) -> float:
    """Return how many processors are busy at ``time``."""
    angle = 2 * math.pi * (time / load.period_s + load.phase)
    return load.base + load.swing * math.sin(angle)


def used(load: Load, start: float, end: float) -> float:
    """Return the processor seconds used between two moments."""
    omega = 2 * math.pi / load.period_s
    shift = 2 * math.pi * load.phase
    swing = math.cos(omega * start + shift) - math.cos(omega * end + shift)
    return load.base * (end - start) + load.swing * swing / omega


def cpu_seconds(run: Run, load: Load | None, time: float) -> float:
    """Return the processor seconds of a domain since it was created."""
    if run.counting_from is None:
        return run.accrued_s
    return run.accrued_s + used(load or _NO_LOAD, run.counting_from, max(time, run.counting_from))


def pause(run: Run, load: Load | None, time: float) -> None:
    """Stop counting."""
    run.accrued_s = cpu_seconds(run, load, time)
    run.counting_from = None
