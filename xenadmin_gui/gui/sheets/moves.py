"""What the migrate dialog needs to know of a move, without any widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.operations.migration import TargetChoice, best_target, migration_targets
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.preview import MemoryChange, preview
from xenadmin_gui.operations.vm import VmDraft


@dataclass(frozen=True, slots=True)
class Interruption:
    """Why a VM cannot move while it runs, and the way that is offered instead."""

    why: str
    offer: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a draft would lead to.

    Attributes:
        places: Where each VM would be, by UUID; VMs that cannot move are missing.
        reasons: Why not, by UUID.
        memory: Hosts whose memory changes.
    """

    places: dict[str, str]
    reasons: dict[str, str]
    memory: tuple[MemoryChange, ...]


def interruption(snapshot: Snapshot, vm: Vm) -> Interruption | None:
    """Say why ``vm`` cannot move live anywhere; None when it can, as far as we know."""
    tr = QCoreApplication.translate
    if vm.state is not VmState.RUNNING:
        return None
    if any(choice.code == "pv-live" for choice in migration_targets(snapshot, vm)):
        why = tr(
            "Migrate",
            "{vm} is a PV guest, and this Xen is built without shadow paging: "
            "it cannot move while it runs.",
        )
    elif vm.protection is not None and not vm.protection.allow_migrate:
        why = tr("Migrate", "Pacemaker may not move {vm} live: allow-migrate is not set.")
    else:
        return None
    if vm.is_protected:
        offer = tr("Migrate", "Stop {vm} here and start it there")
    else:
        offer = tr("Migrate", "Suspend, copy, resume: {vm} stands still while it is copied")
    return Interruption(why.format(vm=vm.name), offer.format(vm=vm.name))


def choices(snapshot: Snapshot, vm: Vm, *, live: bool) -> tuple[TargetChoice, ...]:
    """Return every other host, the proposed one first, then possible ones, then the rest."""
    judged = migration_targets(snapshot, vm, live=live)
    best = best_target(judged)
    return tuple(
        sorted(judged, key=lambda c: (c is not best, not c.possible, -(c.free_bytes or 0), c.host))
    )


def choice_text(choice: TargetChoice, *, is_proposed: bool) -> str:
    """Return why a host is proposed, what is to be minded, or why it is impossible."""
    if not choice.possible:
        return phrase(choice.reason)
    parts = []
    if is_proposed:
        text = "Proposed: no other possible host has more memory free."
        parts.append(QCoreApplication.translate("Migrate", text))
    if choice.caution:
        parts.append(phrase(choice.caution))
    return " ".join(parts) or QCoreApplication.translate("Migrate", "Possible.")


def free_after(choice: TargetChoice) -> int | None:
    """Return the memory that is free there once the VM has arrived; None when not known."""
    if choice.free_bytes is None or choice.needed_bytes is None:
        return None
    return choice.free_bytes - choice.needed_bytes


def foresee(draft: VmDraft, snapshot: Snapshot) -> Foreseen:
    """Work out where each VM would go; pure, asks nobody."""
    reasons = {
        subject.key.id: f"{phrase(subject.reason)} {phrase(subject.next_step)}".strip()
        for subject in draft.verdicts(snapshot)
        if subject.verdict is not Verdict.WILL_DO
    }
    try:
        shown = preview(draft.plan(snapshot), snapshot)
    except PreconditionError:
        return Foreseen({}, reasons, ())
    places = {
        subject.key.id: shown.after.vms[subject.key.id].host or ""
        for subject in shown.will_do
        if subject.key.id in shown.after.vms
    }
    changed = (c for c in shown.memory if c.free_after_bytes != c.free_before_bytes)
    return Foreseen(places, reasons, tuple(changed))


def host_label(host: str, free_bytes: int | None) -> str:
    """Return a host with its free memory, for a box to choose from."""
    text = QCoreApplication.translate("Migrate", "{host} ({size} free)")
    return text.format(host=host, size=wording.size(free_bytes))
