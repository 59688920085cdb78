"""How templates are spoken of in the window: states, facts, rows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.template import Template
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.pages.blocks import Fact, Facts
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.templates.copying import lacking_servers


def state_of(template: Template, lacking: tuple[str, ...]) -> tuple[Health, str]:
    """Return the sign and the word of a template's state."""
    tr = QCoreApplication.translate
    if template.reason:
        return Health.FAILED, tr("Templates", "unusable")
    if lacking:
        text = tr("Templates", "missing on {servers}")
        return Health.DEGRADED, text.format(servers=wording.listing(list(lacking)))
    return Health.OK, tr("Templates", "usable")


def rows_of(snapshot: Snapshot) -> list[Row]:
    """Return the rows of the library's list."""
    return [
        Row(one.key, one.key, (one, lacking_servers(snapshot, one)), _describe)
        for one in snapshot.templates
    ]


def leaves_of(snapshot: Snapshot) -> list[Row]:
    """Return the rows of the tree."""
    return [
        Row(one.key, one.key, (one, lacking_servers(snapshot, one)), _describe_leaf)
        for one in snapshot.templates
    ]


def _describe(facts: tuple[Template, tuple[str, ...]]) -> Cells:
    one, lacking = facts
    health, word = state_of(one, lacking)
    return Cells(
        health,
        (
            one.name,
            word,
            one.title,
            one.kind.value.upper(),
            wording.size(one.disk_bytes) if one.disk_bytes else "–",
            wording.size(one.min_memory_bytes),
            wording.listing(list(one.servers)),
        ),
        tip=phrase(one.reason) or one.notes,
    )


def _describe_leaf(facts: tuple[Template, tuple[str, ...]]) -> Cells:
    one, lacking = facts
    health, word = state_of(one, lacking)
    detail = one.title if health is Health.OK else word
    tip = phrase(one.reason) or one.title
    return Cells(health, (one.name,), icon="template", detail=detail, detail_health=health, tip=tip)


def blocks_of(snapshot: Snapshot, one: Template) -> tuple[Facts, ...]:
    """Return the page of one template."""
    tr = QCoreApplication.translate
    health, word = state_of(one, lacking_servers(snapshot, one))
    state = [
        Fact(tr("Templates", "State"), word, health),
        Fact(tr("Templates", "Lies on"), wording.listing(list(one.servers)) or "–"),
    ]
    if one.reason:
        state.insert(1, Fact(tr("Templates", "Why"), phrase(one.reason)))
    if not one.sha256:
        return (Facts(tr("Templates", "Template"), tuple(state)),)
    boot = " ".join(w for w in (one.boot.kernel, one.boot.initrd, one.boot.cmdline) if w)
    where = (
        tr("Templates", "{filesystem} on partition {number}").format(
            filesystem=one.filesystem, number=one.partition
        )
        if one.partition
        else tr("Templates", "{filesystem} without partitions").format(filesystem=one.filesystem)
    )
    system = " ".join(w for w in (one.os, one.version, one.architecture) if w)
    processors = tr("Templates", "%n processor(s)", None, one.min_vcpus)
    needs = tr("Templates", "{cpus}, {memory} of memory, {disk} of disk")
    guest = (
        Fact(tr("Templates", "System"), system),
        Fact(tr("Templates", "Kind"), one.kind.value.upper()),
        Fact(tr("Templates", "Boots by"), f"{one.boot.method} {boot}".strip()),
        Fact(tr("Templates", "Root"), where),
        Fact(tr("Templates", "Network"), one.network),
        Fact(tr("Templates", "Customised by"), one.customise),
        Fact(tr("Templates", "Account"), one.default_user),
        Fact(
            tr("Templates", "Needs"),
            needs.format(
                cpus=processors,
                memory=wording.size(one.min_memory_bytes),
                disk=wording.size(one.needed_disk_bytes),
            ),
        ),
        Fact(tr("Templates", "Notes"), one.notes or "–"),
    )
    image = (
        Fact(tr("Templates", "File"), one.image_path, is_mono=True),
        Fact(
            tr("Templates", "Size"),
            tr("Templates", "{packed}, unpacked {disk}").format(
                packed=wording.size(one.image_bytes), disk=wording.size(one.disk_bytes)
            ),
        ),
        Fact("SHA-256", one.sha256, is_mono=True),
    )
    return (
        Facts(one.title or tr("Templates", "Template"), tuple(state)),
        Facts(tr("Templates", "Guest"), guest),
        Facts(tr("Templates", "Image"), image),
    )


def complaint(problem: Problem | None) -> str:
    """Return what is said below a field of a description; empty for no problem."""
    wanted = _expected(problem.field) if problem and problem.code == "bad-value" else ""
    if wanted:
        text = QCoreApplication.translate("Templates", "This has to be {expected}.")
        return text.format(expected=wanted)
    return sentence_of(problem)


def _expected(key: str) -> str:
    """Return what a value of the description has to be; empty when there is nothing to add."""
    tr = QCoreApplication.translate
    known = {
        "name": tr("Templates", "1 to 63 letters, digits or . _ + -, a letter or digit first"),
        "sha256": tr("Templates", "64 digits 0-9 a-f"),
        "partition": tr("Templates", "0 (no partitions) to 128"),
        "boot.kernel": tr("Templates", "a path on the hosts, since it boots by kernel"),
        "boot.initrd": tr("Templates", "a path on the hosts, from / on, or nothing"),
        "boot.cmdline": tr("Templates", "one line of printable characters"),
        "title": tr("Templates", "one line of printable characters"),
        "os": tr("Templates", "one line of printable characters"),
        "version": tr("Templates", "one line of printable characters"),
        "notes": tr("Templates", "printable characters"),
        "default_user": tr("Templates", "the name of an account"),
    }
    return known.get(key, "")
