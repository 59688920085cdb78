"""Comparisons of replicas by a schedule, as the pages of the SAN and of a replica tell them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.san import Replica, Verification
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.verification import BROKEN, DIFFERS, FAILED, SAME
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages.blocks import Fact, Table
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.tree.views import natural


def result_text(found: Verification) -> str:
    """Say how a comparison ended."""
    tr = QCoreApplication.translate
    words = {
        SAME: tr("San", "Both sides are the same."),
        BROKEN: tr("San", "The connection was lost meanwhile."),
        FAILED: tr("San", "DRBD did not begin it."),
    }
    if found.result == DIFFERS and found.out_of_sync_bytes is not None:
        text = tr("San", "The sides differ in {size}.")
        return text.format(size=wording.size(found.out_of_sync_bytes))
    return words.get(found.result, found.result)


def _health(found: Verification) -> Health:
    if found.result == SAME:
        return Health.OK
    return Health.FAILED if found.result == DIFFERS else Health.DEGRADED


def comparison_facts(replica: Replica) -> tuple[Fact, ...]:
    """Return the schedule and the last result; nothing when there is neither."""
    tr = QCoreApplication.translate
    facts: tuple[Fact, ...] = ()
    if replica.schedule:
        facts += (Fact(tr("San", "Compared by the schedule"), replica.schedule, is_mono=True),)
    found = replica.verified
    if found is not None:
        when = wording.absolute_time(found.ended)
        text = tr("San", "{time} on {server}: {result}").format(
            time=when, server=found.server, result=result_text(found)
        )
        facts += (Fact(tr("San", "Last compared"), text, _health(found)),)
    return facts


def comparisons(snapshot: Snapshot) -> tuple[Table, ...]:
    """Return the table of every replica with a schedule or a result; none without any."""
    tr = QCoreApplication.translate
    told = [r for r in snapshot.san.replicas if r.schedule or r.verified is not None]
    rows = tuple(
        Row(("compared", r.name), r.key, r, _describe)
        for r in sorted(told, key=lambda r: natural(r.name))
    )
    heads = (
        tr("San", "Replica"),
        tr("San", "Schedule"),
        tr("San", "Last compared"),
        tr("San", "On"),
        tr("San", "Result"),
    )
    return (Table(tr("San", "Comparisons of both sides"), heads, rows),) if rows else ()


def _describe(replica: Replica) -> Cells:
    found = replica.verified
    by_hand = QCoreApplication.translate("San", "none")
    if found is None:
        return Cells(None, (replica.name, replica.schedule or by_hand, "–", "–", "–"))
    texts = (
        replica.name,
        replica.schedule or by_hand,
        wording.absolute_time(found.ended),
        found.server,
        result_text(found),
    )
    return Cells(_health(found), texts)
