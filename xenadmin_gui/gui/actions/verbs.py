"""The verbs on VMs as the window names them, and whether a selection allows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.pieces import Steps
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vmverdict import judge

#: In the order of menus.
ORDER = (
    VmVerb.START,
    VmVerb.SHUTDOWN,
    VmVerb.REBOOT,
    VmVerb.PAUSE,
    VmVerb.RESUME,
    VmVerb.MIGRATE,
    VmVerb.DESTROY,
)

#: What interrupts a service: Return must not run it.
DESTRUCTIVE = frozenset({VmVerb.DESTROY, VmVerb.REBOOT, VmVerb.SHUTDOWN})

ICONS = {
    VmVerb.START: "start",
    VmVerb.SHUTDOWN: "shutdown",
    VmVerb.DESTROY: "power-off",
    VmVerb.REBOOT: "reboot",
    VmVerb.PAUSE: "pause",
    VmVerb.RESUME: "resume",
    VmVerb.MIGRATE: "migrate",
}

SHORTCUTS = {
    VmVerb.START: "Ctrl+Shift+S",
    VmVerb.SHUTDOWN: "Ctrl+Shift+D",
    VmVerb.REBOOT: "Ctrl+Shift+R",
    VmVerb.MIGRATE: "Ctrl+Shift+M",
}

#: VMs that one step looks at.
_A_STEP = 400
#: Reasons that the migrate dialog has an answer to.
_ANSWERED = frozenset({"pv-live", "not-live"})


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether an action can be used; ``why_not`` is a sentence when it cannot."""

    allowed: bool
    why_not: str = ""


def permission(snapshot: Snapshot | None, uuids: Iterable[str], verb: VmVerb) -> Steps[Permission]:
    """Say whether ``verb`` can be done to at least one of the VMs, and else why not.

    Some VMs are looked at with every step; few where each is compared with every host.
    """
    tr = QCoreApplication.translate
    if snapshot is None:
        return Permission(False, tr("VmActions", "The cluster has not answered yet."))
    vms = [snapshot.vms[uuid] for uuid in uuids if uuid in snapshot.vms]
    if not vms:
        return Permission(False, tr("VmActions", "Select a VM first."))
    reasons: dict[tuple[str, str], None] = {}
    a_step = _A_STEP if verb is not VmVerb.MIGRATE else _A_STEP // 20
    for number, vm in enumerate(vms, 1):
        if not number % a_step:
            yield
        subject = judge(snapshot, vm, verb, target=None, live=True).subject
        if subject.verdict is Verdict.WILL_DO or subject.code in _ANSWERED:
            return Permission(True)
        reasons[(subject.reason, subject.next_step)] = None
    shown = list(reasons)[:3]
    lines = [f"{phrase(reason)} {phrase(step)}".strip() for reason, step in shown]
    if len(reasons) > len(shown):
        left = len(reasons) - len(shown)
        lines.append(tr("VmActions", "… and %n more reason(s).", "", left))
    return Permission(False, "\n".join(lines))


def action_text(verb: VmVerb) -> str:
    """Return the verb as menus and tool bars show it."""
    tr = QCoreApplication.translate
    texts = {
        VmVerb.START: tr("VmActions", "&Start"),
        VmVerb.SHUTDOWN: tr("VmActions", "Shut &down"),
        VmVerb.DESTROY: tr("VmActions", "&Force off"),
        VmVerb.REBOOT: tr("VmActions", "&Reboot"),
        VmVerb.PAUSE: tr("VmActions", "&Pause"),
        VmVerb.RESUME: tr("VmActions", "Res&ume"),
        VmVerb.MIGRATE: tr("VmActions", "&Migrate…"),
    }
    return texts[verb]


def action_tip(verb: VmVerb) -> str:
    """Return what the verb does, in one sentence."""
    tr = QCoreApplication.translate
    texts = {
        VmVerb.START: tr("VmActions", "Start the selected VMs; shows the plan first."),
        VmVerb.SHUTDOWN: tr("VmActions", "Ask the guests to shut down; shows the plan first."),
        VmVerb.DESTROY: tr(
            "VmActions", "Cut the power of the VMs: what they have not written is lost."
        ),
        VmVerb.REBOOT: tr("VmActions", "Ask the guests to reboot; shows the plan first."),
        VmVerb.PAUSE: tr("VmActions", "Let the VMs stand still; they keep their memory."),
        VmVerb.RESUME: tr("VmActions", "Let paused VMs go on."),
        VmVerb.MIGRATE: tr("VmActions", "Move VMs to other hosts; you choose where."),
    }
    return texts[verb]


def button_text(verb: VmVerb, names: tuple[str, ...]) -> str:
    """Return the verb with what it will be done to: ``Start web1``, ``Start 3 VMs``."""
    tr = QCoreApplication.translate
    count = len(names)
    if count == 1:
        one = {
            VmVerb.START: tr("VmActions", "Start {vm}"),
            VmVerb.SHUTDOWN: tr("VmActions", "Shut down {vm}"),
            VmVerb.DESTROY: tr("VmActions", "Force off {vm}"),
            VmVerb.REBOOT: tr("VmActions", "Reboot {vm}"),
            VmVerb.PAUSE: tr("VmActions", "Pause {vm}"),
            VmVerb.RESUME: tr("VmActions", "Resume {vm}"),
            VmVerb.MIGRATE: tr("VmActions", "Migrate {vm}"),
        }
        return one[verb].format(vm=names[0])
    many = {
        VmVerb.START: tr("VmActions", "Start %n VM(s)", "", count),
        VmVerb.SHUTDOWN: tr("VmActions", "Shut down %n VM(s)", "", count),
        VmVerb.DESTROY: tr("VmActions", "Force off %n VM(s)", "", count),
        VmVerb.REBOOT: tr("VmActions", "Reboot %n VM(s)", "", count),
        VmVerb.PAUSE: tr("VmActions", "Pause %n VM(s)", "", count),
        VmVerb.RESUME: tr("VmActions", "Resume %n VM(s)", "", count),
        VmVerb.MIGRATE: tr("VmActions", "Migrate %n VM(s)", "", count),
    }
    return many[verb]
