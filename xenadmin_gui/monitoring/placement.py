"""Decides where a VM runs from the hosts that show it; a migration under way is no double run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.monitoring.report import Running


@dataclass(frozen=True, slots=True)
class Sighting:
    """A domain seen on ``host``; ``at`` is when the host last said so."""

    host: str
    running: Running
    at: float


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a VM is and what it does there."""

    state: VmState
    host: str | None = None
    sighting: Sighting | None = None
    running_on: tuple[str, ...] = ()
    activity: str = ""
    reason: str = ""


def place(sightings: Sequence[Sighting], last_host: str | None) -> Placement:
    """Judge at least one sighting.

    Two hosts are asked at different moments: a VM that moved in between shows up in both
    answers. It runs twice only when the two stretches of time in which it was seen overlap.
    """
    if len(sightings) == 1 and _is_plain(sightings[0], last_host):
        only = sightings[0]
        return Placement(only.running.state, only.host, only, (only.host,))
    arriving = [s for s in sightings if s.running.is_incoming]
    settled = [s for s in sightings if not s.running.is_incoming] or arriving
    active = [s for s in settled if s.running.state is not VmState.PAUSED] or settled
    newest = max(active, key=lambda s: (s.running.since, s.at))
    together = [s for s in active if s is newest or _overlap(s, newest)]
    chosen = next((s for s in together if s.host == last_host), newest)
    others = [s.host for s in sightings if s not in active]
    activity = ""
    if len(together) == 1 and others:
        activity = f"migrating to {others[0]}"
    elif chosen.running.is_incoming or _has_just_come(chosen, last_host):
        activity = f"migrating to {chosen.host}"
    running_on = tuple(sorted(s.host for s in together))
    reason = ""
    if len(running_on) > 1:
        reason = f"It runs on {' and '.join(running_on)} at once."
    return Placement(
        state=chosen.running.state,
        host=chosen.host,
        sighting=chosen,
        running_on=running_on,
        activity=activity,
        reason=reason,
    )


def _is_plain(sighting: Sighting, last_host: str | None) -> bool:
    return not sighting.running.is_incoming and not _has_just_come(sighting, last_host)


def _has_just_come(sighting: Sighting, last_host: str | None) -> bool:
    """Paused on a host where it was not before: the last moments of a migration."""
    is_elsewhere = last_host not in (None, sighting.host)
    return is_elsewhere and sighting.running.state is VmState.PAUSED


def _overlap(one: Sighting, other: Sighting) -> bool:
    return max(one.running.since, other.running.since) <= min(one.at, other.at)
