"""Findings that say the same of several objects become one line with all their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages import lookup
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.pieces import Steps

#: Fewer than these are told one by one.
LEAST = 3
_A_STEP = 250


def grouped(snapshot: Snapshot, findings: Iterable[Finding]) -> Steps[tuple[Finding, ...]]:
    """Return the findings, each that says what an earlier one does joined with that; some are
    looked at with every step.

    The first of them stands for all; its sentence goes on with the names of the others, in the
    window's language.
    """
    rows: dict[object, list[tuple[Finding, str]]] = {}
    for number, finding in enumerate(findings, 1):
        if not number % _A_STEP:
            yield
        name = lookup.name_of(snapshot, finding.subject)
        named = (name, finding.subject.id)
        hollow = tuple(_hollow(text, named) for text in (finding.sentence, finding.next_step))
        alike = (finding.code, finding.health, finding.subject.kind, *hollow)
        rows.setdefault(alike, []).append((finding, name))
    return tuple(finding for row in rows.values() for finding in _told(row))


def _told(row: list[tuple[Finding, str]]) -> list[Finding]:
    if len(row) < LEAST:
        return [finding for finding, _ in row]
    first = row[0][0]
    same = QCoreApplication.translate("Pages", "The same holds for {names}.")
    others = same.format(names=wording.listing([name for _, name in row[1:]]))
    return [replace(first, sentence=f"{phrase(first.sentence)} {others}")]


def _hollow(text: str, names: tuple[str, ...]) -> str:
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "\0")
    return text
