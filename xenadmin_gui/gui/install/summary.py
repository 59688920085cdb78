"""The answers as a table: page, what, value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.installer import AUTOYAST, KICKSTART, PRESEED, answers_name
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import Answers, NicAnswer, nic_addresses, words
from xenadmin_gui.gui.install.page import Sight
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import best_host, host_rooms
from xenadmin_gui.gui.install.sshkeys import key_title

tr = QCoreApplication.translate

_SHOWN_NAMES = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One row."""

    place: Place
    label: str
    value: str


def summary(sight: Sight) -> tuple[Line, ...]:
    """Return everything that was filled in, in the order of the pages; never a password."""
    return (
        *_origin(sight),
        *_name(sight.answers),
        *_size(sight.answers),
        *_networks(sight.answers),
        *_guest(sight),
        *_place(sight),
    )


def _origin(sight: Sight) -> tuple[Line, ...]:
    answers, template, source = sight.answers, sight.template, sight.source
    if answers.source:
        name = source.name if source else answers.source
        what = answers.snapshot or tr("InstallSummary", "the disks as they are, while it is off")
        if answers.running:
            what = tr("InstallSummary", "all disks at one moment; it is paused some seconds")
        return (
            Line(Place.TEMPLATE, tr("InstallSummary", "Clone of"), name),
            Line(Place.TEMPLATE, tr("InstallSummary", "Copied"), what),
            Line(Place.TEMPLATE, tr("InstallSummary", "Told"), _told(answers)),
        )
    if answers.is_cd:
        label = tr("InstallSummary", "Installer's CD")
        return (Line(Place.TEMPLATE, label, answers.iso.strip() or "–"),)
    if answers.is_kernel:
        return _installer(answers)
    title = f"{template.name} – {template.title}" if template and template.title else ""
    return (
        Line(Place.TEMPLATE, tr("InstallSummary", "Template"), title or answers.template or "–"),
    )


def _installer(answers: Answers) -> tuple[Line, ...]:
    """The answers may hold secrets: it is told what they are, not what is in them."""
    known = {
        PRESEED: tr("InstallSummary", "preseed"),
        AUTOYAST: tr("InstallSummary", "AutoYaST"),
        KICKSTART: tr("InstallSummary", "Kickstart"),
    }
    told = tr("InstallSummary", "none: the installer asks")
    if answers.script.strip():
        told = known.get(answers_name(answers.script), "–")
    lines = (
        (tr("InstallSummary", "Network installer"), answers.kernel.strip() or "–"),
        (tr("InstallSummary", "Initrd"), answers.initrd.strip() or "–"),
        (tr("InstallSummary", "Command line"), answers.cmdline.strip()),
        (tr("InstallSummary", "Answers"), told),
        (tr("InstallSummary", "Kind"), wording.vm_kind_word(answers.kind)),
    )
    return tuple(Line(Place.TEMPLATE, label, value) for label, value in lines if value)


def _told(answers: Answers) -> str:
    if answers.as_it_is:
        return tr("InstallSummary", "nothing: it keeps name, addresses and keys")
    if answers.template:
        return tr("InstallSummary", "as one of {template}").format(template=answers.template)
    return tr("InstallSummary", "as it was when it was made")


def _name(answers: Answers) -> tuple[Line, ...]:
    names = list(answers.vm_names)
    lines = [
        Line(
            Place.NAME,
            tr("InstallSummary", "Name") if len(names) < 2 else tr("InstallSummary", "Names"),
            wording.listing(names, _SHOWN_NAMES) or answers.names or "–",
        )
    ]
    if answers.title.strip():
        lines.append(Line(Place.NAME, tr("InstallSummary", "Title"), answers.title.strip()))
    if answers.description.strip():
        text = answers.description.strip()
        lines.append(Line(Place.NAME, tr("InstallSummary", "Description"), text))
    if tags := words(answers.tags):
        lines.append(Line(Place.NAME, tr("InstallSummary", "Tags"), ", ".join(tags)))
    return tuple(lines)


def _size(answers: Answers) -> tuple[Line, ...]:
    disk = " + ".join(map(wording.size, answers.disks))
    if answers.group:
        text = tr("InstallSummary", "{size} in {group}")
        disk = text.format(size=disk, group=answers.group)
    memory = wording.size(answers.memory_bytes)
    return (
        Line(Place.MACHINE, tr("InstallSummary", "Processors"), str(answers.vcpus)),
        Line(Place.MACHINE, tr("InstallSummary", "Memory"), memory),
        Line(
            Place.DISK,
            tr("InstallSummary", "Disks") if answers.more_disks else tr("InstallSummary", "Disk"),
            disk,
        ),
    )


def _networks(answers: Answers) -> tuple[Line, ...]:
    label = tr("InstallSummary", "Card {number}")
    lines = [
        Line(Place.NETWORK, label.format(number=number), _card(nic, answers))
        for number, nic in enumerate(answers.nics, 1)
    ]
    none = Line(Place.NETWORK, tr("InstallSummary", "Cards"), tr("InstallSummary", "none"))
    return tuple(lines) or (none,)


def _card(nic: NicAnswer, answers: Answers) -> str:
    parts = [nic.bridge or "–"]
    if nic.vlan:
        parts.append(tr("InstallSummary", "VLAN {number}").format(number=nic.vlan))
    parts.append(nic.mac or tr("InstallSummary", "a free MAC address"))
    if not nic.is_fixed:
        return " · ".join([*parts, tr("InstallSummary", "DHCP")])
    try:
        its = nic_addresses(nic, max(1, len(answers.vm_names)))
    except ValueError:
        its = (nic.address,)
    parts.append(its[0] if len(its) == 1 else f"{its[0]} … {its[-1]}")
    if nic.gateway:
        parts.append(tr("InstallSummary", "over {gateway}").format(gateway=nic.gateway))
    if nic.dns:
        servers = ", ".join(words(nic.dns))
        parts.append(tr("InstallSummary", "names from {servers}").format(servers=servers))
    return " · ".join(parts)


def _guest(sight: Sight) -> tuple[Line, ...]:
    answers, template = sight.answers, sight.template
    if answers.begins_empty:
        told = tr("InstallSummary", "none: its installer asks")
        return (Line(Place.GUEST, tr("InstallSummary", "Settings"), told),)
    name = answers.hostname.strip() or tr("InstallSummary", "as the VM")
    user = answers.user.strip() or (template.default_user if template else "") or "–"
    keys = "\n".join(map(key_title, answers.all_keys)) or tr("InstallSummary", "none")
    is_set = tr("InstallSummary", "is set")
    if not answers.password:
        is_set = tr("InstallSummary", "is not set")
    zone = answers.timezone.strip() or tr("InstallSummary", "as in the template")
    lines = [
        (tr("InstallSummary", "Host name"), name),
        (tr("InstallSummary", "User"), user),
        (tr("InstallSummary", "SSH keys"), keys),
        (tr("InstallSummary", "Password"), is_set),
        (tr("InstallSummary", "Time zone"), zone),
    ]
    if answers.packages.strip():
        lines.append((tr("InstallSummary", "Packages"), ", ".join(words(answers.packages))))
    if answers.first_boot.strip():
        count = len(answers.first_boot.strip().splitlines())
        text = tr("InstallSummary", "%n line(s)", "", count)
        lines.append((tr("InstallSummary", "First-boot script"), text))
    return tuple(Line(Place.GUEST, label, value) for label, value in lines)


def _place(sight: Sight) -> tuple[Line, ...]:
    answers = sight.answers
    host = answers.host
    if not host:
        best = best_host(host_rooms(sight.snapshot, answers.memory_bytes, answers.bridges))
        text = tr("InstallSummary", "{host}, which has the most memory free")
        host = text.format(host=best.server.name) if best else "–"
        if best and len(answers.vm_names) > 1:
            host = tr("InstallSummary", "each where most memory is free")
    started = tr("InstallSummary", "is started") if answers.start else tr("InstallSummary", "off")
    protected = tr("InstallSummary", "no")
    if answers.protect:
        text = tr("InstallSummary", "yes, priority {number}")
        protected = text.format(number=answers.priority)
    lines = (
        Line(Place.PLACEMENT, tr("InstallSummary", "Host"), host),
        Line(Place.PLACEMENT, tr("InstallSummary", "In the end"), started),
        Line(Place.PROTECTION, tr("InstallSummary", "Protected"), protected),
    )
    if not answers.protect or not answers.apart.strip():
        return lines
    apart = ", ".join(words(answers.apart))
    return (*lines, Line(Place.PROTECTION, tr("InstallSummary", "Apart from"), apart))
