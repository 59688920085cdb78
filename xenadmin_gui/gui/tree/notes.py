"""What is wrong on a machine although it answers, in a few words."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.san import Multipath
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, worst
from xenadmin_gui.gui.phrases import phrase

_Notes = dict[str, tuple[str, Health]]
_CALM = ("", Health.OK)
_MACHINES = (Kind.HOST, Kind.SAN_SERVER)


class _Latest:
    """The notes last made, and of what: tree, page and status bar ask in turn.

    They depend on findings and paths alone; while these stay, newer snapshots have the same notes.
    """

    snapshot: Snapshot | None = None
    parts: tuple[object, ...] = ()
    notes: _Notes = {}


def host_note(snapshot: Snapshot, name: str) -> tuple[str, Health]:
    """Return what is wrong on a machine, such as ``path A lost``; empty when nothing is."""
    if _Latest.snapshot is not snapshot:
        parts = (snapshot.findings, snapshot.san.multipaths)
        if _Latest.parts != parts:
            _Latest.parts, _Latest.notes = parts, _notes(snapshot)
        _Latest.snapshot = snapshot
    return _Latest.notes.get(name, _CALM)


def server_health(snapshot: Snapshot, server: Server) -> Health:
    """Return the sign of a machine: its state, or what is wrong on it although it is up."""
    if server.health is not Health.OK:
        return server.health
    return host_note(snapshot, server.name)[1]


def _notes(snapshot: Snapshot) -> _Notes:
    notes: _Notes = {}
    for finding in snapshot.findings:
        name = finding.subject.id
        is_note = finding.health is Health.OK
        if finding.subject.kind in _MACHINES and name not in notes and not is_note:
            words = phrase(finding.sentence).removeprefix(name).lstrip(": ").rstrip(".")
            notes[name] = (words, finding.health)
    broken: dict[str, list[Multipath]] = defaultdict(list)
    for multipath in snapshot.san.multipaths:
        if not all(path.is_usable for path in multipath.paths):
            broken[multipath.host].append(multipath)
    text = QCoreApplication.translate("Tree", "path {networks} lost")
    for name, multipaths in broken.items():
        lost = {p.network for m in multipaths for p in m.paths if not p.is_usable and p.network}
        if lost:
            health = worst([multipath.health for multipath in multipaths])
            notes[name] = (text.format(networks=", ".join(sorted(lost))), health)
    return notes
