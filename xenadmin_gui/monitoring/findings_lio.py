"""What LIO of a server without Pacemaker runs and would not have after its next start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.lio import UnsavedChange
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health

#: More of them are counted only.
_NAMED = 3


def find_unsaved(servers: Mapping[str, Server], san: San) -> Iterator[Finding]:
    """Yield a finding for each server whose LIO has unsaved changes.

    While a task makes or takes back a LUN there, what it has not saved yet is none.
    """
    at_work = {lun.server for lun in san.luns if lun.work is not None and not lun.work.is_over}
    is_making = any(lun.server is None and lun.work is not None for lun in san.luns)
    for service in san.lio_services:
        changes, server = service.unsaved or (), servers.get(service.server)
        if not changes or server is None or is_making or service.server in at_work:
            continue
        lost = [change for change in changes if change.is_lost_by_saving]
        advice = "Save it as it runs, or take it back with targetcli."
        if lost:
            advice = (
                "Load what is missing with targetcli, or save it as it runs: then that is lost."
            )
        yield Finding(
            "lio-unsaved",
            Health.DEGRADED,
            server.key,
            f"LIO on {service.server} has unsaved changes. {_told(changes)}",
            advice,
        )


def _told(changes: tuple[UnsavedChange, ...]) -> str:
    """What would be otherwise after the next start, in words."""
    new, lost, other = (_places(changes, sign) for sign in ("+", "-", "~"))
    sentences = []
    if new:
        sentences.append(f"Gone after its next start: {new}.")
    if lost:
        sentences.append(f"Saved, but not running: {lost}.")
    if other:
        sentences.append(f"Set otherwise than it was saved: {other}.")
    return " ".join(sentences)


def _places(changes: tuple[UnsavedChange, ...], sign: str) -> str:
    places = [change.place for change in changes if change.sign == sign]
    return ", ".join(places[:_NAMED]) + (" …" if len(places) > _NAMED else "")
