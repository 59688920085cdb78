"""One verb in a menu of the SAN: what it does, or the form that asks for the rest of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.san.bin_dialog import BinDialog
from xenadmin_gui.gui.san.splitbrain_wizard import SplitBrainWizard
from xenadmin_gui.operations.draft import Draft

Form = Callable[[QWidget], DraftForm | SplitBrainWizard | BinDialog]


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb in a menu.

    Attributes:
        text: As the menu shows it.
        button: What the plan sheet's button says.
        what: The draft itself, or the form that asks for the rest of it.
        icon: Name of an action's icon.
        why_not: Why it cannot be used now; empty when it can.
        is_destructive: Return must not run it.
        begins_group: A line stands above it.
    """

    text: str
    button: str
    what: Draft | Form
    icon: str = ""
    why_not: str = ""
    is_destructive: bool = False
    begins_group: bool = False


def ready(snapshot: Snapshot, draft: Draft) -> str:
    """Return why a draft cannot become a plan now; empty when it can."""
    problems = draft.problems(snapshot)
    return sentence_of(problems[0]) if problems else ""


def plain(
    snapshot: Snapshot,
    text: str,
    button: str,
    draft: Draft,
    icon: str = "",
    *,
    destructive: bool = False,
    group: bool = False,
) -> Entry:
    """Return a verb that needs nothing more to be asked."""
    why_not = ready(snapshot, draft)
    return Entry(text, button, draft, icon, why_not, destructive, group)
