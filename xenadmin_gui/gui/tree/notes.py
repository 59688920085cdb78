"""What is wrong on a machine although it answers, in a few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.san import Multipath
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health, worst
from xenadmin_gui.gui.phrases import phrase

_Notes = dict[str, tuple[str, Health]]
_CALM = ("", Health.OK)
_MACHINES = (Kind.HOST, Kind.SAN_SERVER)


class _Latest:
    """The notes last made, and of what: tree, page and status bar ask in turn.

    They depend on findings and paths alone; while these stay, newer snapshots have the same notes.
    Of the two the paths are the more, and change more seldom.
    """

    snapshot: Snapshot | None = None
    findings: tuple[Finding, ...] = ()
    multipaths: tuple[Multipath, ...] = ()
    lost: _Notes = {}
    notes: _Notes = {}


def host_note(snapshot: Snapshot, name: str) -> tuple[str, Health]:
    """Return what is wrong on a machine, such as ``path A lost``; empty when nothing is."""
    if _Latest.snapshot is not snapshot:
        findings, multipaths = snapshot.findings, snapshot.san.multipaths
        is_same = _Latest.multipaths is multipaths
        if not is_same:
            _Latest.multipaths, _Latest.lost = multipaths, _lost(multipaths)
        if not is_same or _Latest.findings is not findings:
            _Latest.findings, _Latest.notes = findings, _told(findings) | _Latest.lost
        _Latest.snapshot = snapshot
    return _Latest.notes.get(name, _CALM)


def server_health(snapshot: Snapshot, server: Server) -> Health:
    """Return the sign of a machine: its state, or what is wrong on it although it is up."""
    if server.health is not Health.OK:
        return server.health
    return host_note(snapshot, server.name)[1]


def _told(findings: Iterable[Finding]) -> _Notes:
    notes: _Notes = {}
    for finding in findings:
        if finding.subject.kind not in _MACHINES:
            continue
        name = finding.subject.id
        if name not in notes and finding.health is not Health.OK:
            words = phrase(finding.sentence).removeprefix(name).lstrip(": ").rstrip(".")
            notes[name] = (words, finding.health)
    return notes


def _lost(multipaths: Iterable[Multipath]) -> _Notes:
    notes: _Notes = {}
    broken: dict[str, list[Multipath]] = defaultdict(list)
    for multipath in multipaths:
        for path in multipath.paths:
            if not path.is_usable:
                broken[multipath.host].append(multipath)
                break
    text = QCoreApplication.translate("Tree", "path {networks} lost")
    for name, devices in broken.items():
        lost = {p.network for m in devices for p in m.paths if not p.is_usable and p.network}
        if lost:
            health = worst([device.health for device in devices])
            notes[name] = (text.format(networks=", ".join(sorted(lost))), health)
    return notes
