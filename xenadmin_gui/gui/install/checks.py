"""What is wrong with the answers: what the pages see themselves, and what the draft says."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.guest import names
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.install.answers import Answers, nic_addresses
from xenadmin_gui.gui.install.places import Place, Spot, Trouble, spot_of
from xenadmin_gui.gui.install.sshkeys import is_public_key
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.operations.draft import Draft, Problem
from xenadmin_gui.operations.vminstall.install import VmInstall

tr = QCoreApplication.translate


def own_troubles(answers: Answers) -> tuple[Trouble, ...]:
    """Return what no draft can say, because what was typed does not become one."""
    return (
        *_of_origin(answers),
        *_of_names(answers),
        *_of_cards(answers),
        *_of_keys(answers),
    )


def all_troubles(answers: Answers, problems: Iterable[Problem]) -> tuple[Trouble, ...]:
    """Return everything that is wrong; a field that the pages complain of says nothing more."""
    own = own_troubles(answers)
    spoken_for = {trouble.spot for trouble in own}
    if any(spot.place is Place.NAME and spot.field == "name" for spot in spoken_for):
        spoken_for.add(Spot(Place.SUMMARY))
        spoken_for.add(Spot(Place.NAME))
    if spoken_for & {Spot(Place.TEMPLATE, field) for field in ("iso", "kernel", "initrd")}:
        spoken_for.add(Spot(Place.TEMPLATE, "template"))
    if Spot(Place.GUEST, "more_keys") in spoken_for:
        spoken_for.add(Spot(Place.GUEST, "ssh_keys"))
    said = (_told(answers, problem) for problem in problems)
    without_number = {(spot.place, spot.field) for spot in spoken_for}
    others = [
        trouble
        for trouble in said
        if trouble.spot not in spoken_for
        and (trouble.spot.number is not None or _plain(trouble) not in without_number)
    ]
    return tuple(dict.fromkeys((*own, *others)))


def all_cautions(draft: Draft, snapshot: Snapshot) -> tuple[Trouble, ...]:
    """Return what ``draft`` can do and is hardly meant."""
    found = draft.cautions(snapshot) if isinstance(draft, VmInstall) else ()
    return tuple(Trouble(spot_of(problem), sentence_of(problem)) for problem in found)


def _plain(trouble: Trouble) -> tuple[Place, str]:
    return trouble.spot.place, trouble.spot.field


def _told(answers: Answers, problem: Problem) -> Trouble:
    """A problem of the VM that is copied belongs to the first page."""
    spot, sentence = spot_of(problem), sentence_of(problem)
    if answers.source and problem.subject == Key(Kind.VM, answers.source):
        if spot.place is Place.SUMMARY:
            spot = Spot(Place.TEMPLATE, "snapshot" if problem.code == "not-off" else "")
        if problem.code == "not-off":
            way = tr("InstallChecks", "Or copy it as it is at one moment, or a snapshot of it.")
            sentence = f"{sentence} {way}"
        if problem.code == "no-origin":
            way = tr("InstallChecks", "Choose a template that it is like, or copy it as it is.")
            sentence = f"{phrase(problem.sentence)} {way}"
    return Trouble(spot, sentence)


def _of_origin(answers: Answers) -> list[Trouble]:
    if not (answers.begins_empty or answers.source or answers.template):
        sentence = tr("InstallChecks", "Choose a template, or an installer.")
        return [Trouble(Spot(Place.TEMPLATE, "template"), sentence)]
    if answers.is_kernel:
        said = {
            "kernel": tr("InstallChecks", "Say where the kernel lies on the hosts."),
            "initrd": tr("InstallChecks", "Say where the initrd lies on the hosts."),
        }
        empty = [field for field in said if not getattr(answers, field).strip()]
        return [Trouble(Spot(Place.TEMPLATE, field), said[field]) for field in empty]
    if not answers.is_cd or answers.iso.strip():
        return []
    sentence = tr("InstallChecks", "Say where the CD's image lies on the hosts.")
    return [Trouble(Spot(Place.TEMPLATE, "iso"), sentence)]


def _of_names(answers: Answers) -> list[Trouble]:
    spot = Spot(Place.NAME, "name")
    pattern = answers.names.strip()
    if not pattern:
        return [Trouble(spot, tr("InstallChecks", "It needs a name."))]
    try:
        found = names(pattern)
    except ValueError as error:
        return [Trouble(spot, phrase(str(error)))]
    if answers.source and len(found) > 1:
        return [Trouble(spot, tr("InstallChecks", "One clone at a time: give one name."))]
    return []


def _of_cards(answers: Answers) -> list[Trouble]:
    found = []
    count = len(answers.vm_names)
    for number, nic in enumerate(answers.nics):
        if nic.mac.strip() and count > 1:
            sentence = tr("InstallChecks", "Several VMs cannot share one: leave it empty.")
            found.append(Trouble(Spot(Place.NETWORK, "mac", number), sentence))
        spot = Spot(Place.NETWORK, "address", number)
        if nic.is_fixed and not nic.address.strip():
            sentence = tr("InstallChecks", "Give an address with its prefix, such as 10.0.0.5/24.")
            found.append(Trouble(spot, sentence))
            continue
        try:
            nic_addresses(nic, max(1, count))
        except ValueError as error:
            found.append(Trouble(spot, phrase(str(error))))
    return found


def _of_keys(answers: Answers) -> list[Trouble]:
    lines = [line.strip() for line in answers.more_keys.splitlines() if line.strip()]
    wrong = [line for line in lines if not is_public_key(line)]
    if not wrong:
        return []
    sentence = tr("InstallChecks", "This is no public SSH key: {text}")
    shown = wrong[0] if len(wrong[0]) <= 40 else f"{wrong[0][:39]}…"
    return [Trouble(Spot(Place.GUEST, "more_keys"), sentence.format(text=shown))]
