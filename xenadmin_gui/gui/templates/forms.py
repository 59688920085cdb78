"""The forms of the library's operations, each with what is most likely wanted filled in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.template import (
    BOOT_METHODS,
    CUSTOMISERS,
    FILESYSTEMS,
    FORMATS,
    KINDS,
    NETWORKS,
    Boot,
    Template,
    format_of,
)
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.draft_form import (
    DraftForm,
    Row,
    check_row,
    choice_row,
    number_row,
    size_row,
    text_row,
)
from xenadmin_gui.gui.templates import words
from xenadmin_gui.operations.templates.change import TemplateEdit
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport

tr = QCoreApplication.translate

_MIB = 1 << 20
_NEW = Template(name="", boot=Boot("pygrub"))
_PACKED = ("raw.zst", "raw.gz", "raw.xz", "raw")


def import_form(snapshot: Snapshot, parent: QWidget) -> DraftForm:
    """Ask for an image that lies on a SAN server."""
    servers = _servers(snapshot)
    formats = [("", tr("TemplateForms", "as its name ends"))]
    formats += [(word, word) for word in FORMATS]
    image = [
        text_row("name", tr("TemplateForms", "&Name"), hint="debian-13"),
        choice_row("server", tr("TemplateForms", "&Server"), servers),
        text_row("path", tr("TemplateForms", "&File on it"), hint="/root/debian-13.raw.xz"),
        choice_row("format", tr("TemplateForms", "F&ormat"), formats),
        text_row("sha256", tr("TemplateForms", "SHA-&256"), hint=tr("TemplateForms", "if known")),
    ]

    def make(said: dict[str, Any]) -> TemplateImport:
        fmt = said["format"] or format_of(said["path"]) or "raw"
        wanted = replace(_described(_NEW, said), image=f"disk.{fmt}", format=fmt)
        return TemplateImport(wanted, said["server"] or "", said["path"], said["sha256"])

    return DraftForm(
        snapshot,
        tr("TemplateForms", "Which image should become a template?"),
        tr(
            "TemplateForms",
            "It is measured and summed up where it lies, then copied into the library of every "
            "SAN server. The file itself stays.",
        ),
        {
            tr("TemplateForms", "Image"): image + _about(_NEW),
            tr("TemplateForms", "Guest"): _guest(_NEW),
        },
        make,
        parent,
        complaint=words.complaint,
    )


def upload_form(snapshot: Snapshot, file: Path, size_bytes: int, parent: QWidget) -> DraftForm:
    """Ask what an image of this machine is."""
    fmt = format_of(file.name)
    formats = [(word, word) for word in ([fmt] if fmt else FORMATS)]
    name = file.name.removesuffix(f".{fmt}") if fmt else file.stem
    image = [
        text_row("name", tr("TemplateForms", "&Name"), name),
        choice_row("server", tr("TemplateForms", "&Send to"), _servers(snapshot)),
        choice_row("format", tr("TemplateForms", "F&ormat"), formats),
        text_row("sha256", tr("TemplateForms", "SHA-&256"), hint=tr("TemplateForms", "if known")),
    ]

    def make(said: dict[str, Any]) -> TemplateImport:
        wanted = _described(_NEW, said)
        wanted = replace(wanted, image=f"disk.{said['format']}", format=said["format"])
        path, server = f"/disk.{said['format']}", said["server"] or ""
        return TemplateImport(wanted, server, path, said["sha256"], size_bytes, move=True)

    question = tr("TemplateForms", "What is {file}?").format(file=file.name)
    note = tr(
        "TemplateForms",
        "It is sent first; what was sent before a cancel need not be sent again. Then the plan is "
        "shown that takes it into the library.",
    )
    columns = {
        tr("TemplateForms", "Image"): image + _about(_NEW),
        tr("TemplateForms", "Guest"): _guest(_NEW),
    }
    form = DraftForm(snapshot, question, note, columns, make, parent, complaint=words.complaint)
    form.plan_button.setText(tr("TemplateForms", "Send it"))
    return form


def from_vm_form(snapshot: Snapshot, uuid: str, parent: QWidget) -> DraftForm:
    """Ask for the VM whose disk becomes a template."""
    vms = sorted(snapshot.vms.values(), key=lambda vm: (vm.state is not VmState.OFF, vm.name))
    choices = [(vm.uuid, f"{vm.name} – {_state(vm.state)}") for vm in vms]
    choices.sort(key=lambda choice: choice[0] != uuid)
    first = next(iter(choices), ("", ""))[0]
    kind = snapshot.vms[first].kind if first in snapshot.vms else VmKind.PVH
    start = replace(_NEW, kind=kind if kind in KINDS else VmKind.PVH)
    running = first in snapshot.vms and snapshot.vms[first].state is not VmState.OFF
    image = [
        choice_row("uuid", tr("TemplateForms", "&VM"), choices),
        text_row("name", tr("TemplateForms", "&Name"), hint="golden"),
        choice_row("format", tr("TemplateForms", "Pa&cked as"), [(w, w) for w in _PACKED]),
        check_row(
            "snapshot",
            tr("TemplateForms", "&Read a snapshot, the VM goes on"),
            is_on=running,
        ),
    ]

    def make(said: dict[str, Any]) -> TemplateFromVm:
        fmt = said["format"]
        wanted = replace(_described(start, said), image=f"disk.{fmt}", format=fmt)
        return TemplateFromVm(said["uuid"] or "", wanted, snapshot=said["snapshot"])

    return DraftForm(
        snapshot,
        tr("TemplateForms", "Which VM should become a template?"),
        tr(
            "TemplateForms",
            "Its first disk is packed as it is. Name, keys and addresses stay in it; they are "
            "replaced when a VM is made of it.",
        ),
        {
            tr("TemplateForms", "Image"): image + _about(start),
            tr("TemplateForms", "Guest"): _guest(start),
        },
        make,
        parent,
        complaint=words.complaint,
    )


def edit_form(snapshot: Snapshot, template: Template, parent: QWidget) -> DraftForm:
    """Ask how a template is to be described."""
    left = [*_about(template)]
    left.append(
        size_row(
            "min_disk_bytes",
            tr("TemplateForms", "Smallest &disk"),
            template.needed_disk_bytes,
            template.disk_bytes,
        )
    )

    def make(said: dict[str, Any]) -> TemplateEdit:
        wanted = _described(template, said)
        smallest = int(said["min_disk_bytes"])
        is_own = smallest > template.disk_bytes
        return TemplateEdit(replace(wanted, min_disk_bytes=smallest if is_own else 0))

    question = tr("TemplateForms", "How should {name} be described?").format(name=template.name)
    note = tr("TemplateForms", "Its image stays as it is; VMs that were made of it do not change.")
    columns = {
        tr("TemplateForms", "Template"): left,
        tr("TemplateForms", "Guest"): _guest(template),
    }
    return DraftForm(snapshot, question, note, columns, make, parent, complaint=words.complaint)


def _servers(snapshot: Snapshot) -> list[tuple[str, str]]:
    active = snapshot.san.active_server
    names = [server.name for server in snapshot.san_servers]
    names.sort(key=lambda name: name != active)
    return [(name, name) for name in names]


def _state(state: VmState) -> str:
    return wording.vm_state_word(state)


def _about(start: Template) -> list[Row]:
    return [
        text_row("title", tr("TemplateForms", "&Title"), start.title, "Debian 13 (trixie)"),
        text_row("os", tr("TemplateForms", "S&ystem"), start.os, "debian"),
        text_row("version", tr("TemplateForms", "V&ersion"), start.version, "13"),
        text_row("notes", tr("TemplateForms", "Notes"), start.notes.replace("\n", " ")),
    ]


def _guest(start: Template) -> list[Row]:
    boot = start.boot
    return [
        choice_row("kind", tr("TemplateForms", "&Kind"), _first(KINDS, start.kind)),
        choice_row(
            "boot.method", tr("TemplateForms", "&Boots by"), _first(BOOT_METHODS, boot.method)
        ),
        text_row("boot.kernel", tr("TemplateForms", "Kernel"), boot.kernel, _only_kernel()),
        text_row("boot.initrd", tr("TemplateForms", "Initrd"), boot.initrd, _only_kernel()),
        text_row("boot.cmdline", tr("TemplateForms", "Command line"), boot.cmdline, _only_kernel()),
        number_row("partition", tr("TemplateForms", "Root &partition"), start.partition, 128),
        choice_row(
            "filesystem", tr("TemplateForms", "Fi&le system"), _first(FILESYSTEMS, start.filesystem)
        ),
        choice_row("network", tr("TemplateForms", "Net&work by"), _first(NETWORKS, start.network)),
        choice_row(
            "customise", tr("TemplateForms", "C&ustomised by"), _first(CUSTOMISERS, start.customise)
        ),
        text_row("default_user", tr("TemplateForms", "&Account"), start.default_user),
        size_row(
            "min_memory_bytes",
            tr("TemplateForms", "Least &memory"),
            start.min_memory_bytes,
            16 * _MIB,
        ),
    ]


def _only_kernel() -> str:
    return tr("TemplateForms", "only when it boots by kernel")


def _first(known: tuple[Any, ...], chosen: str) -> list[tuple[str, str]]:
    """Return the choices with the present one first: that is what a box shows."""
    ordered = sorted(known, key=lambda word: word != chosen)
    return [(str(word), str(word)) for word in ordered]


def _described(start: Template, said: dict[str, Any]) -> Template:
    by_kernel = said["boot.method"] == "kernel"
    boot = Boot(
        said["boot.method"],
        *(said[f"boot.{key}"] if by_kernel else "" for key in ("kernel", "initrd", "cmdline")),
    )
    notes = start.notes if said["notes"] == start.notes.replace("\n", " ") else said["notes"]
    return replace(
        start,
        name=said.get("name", start.name),
        title=said["title"],
        os=said["os"],
        version=said["version"],
        notes=notes,
        kind=VmKind(said["kind"]),
        boot=boot,
        partition=said["partition"],
        filesystem=said["filesystem"],
        network=said["network"],
        customise=said["customise"],
        default_user=said["default_user"],
        min_memory_bytes=said["min_memory_bytes"],
    )
