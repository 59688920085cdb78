"""The first page of a clone: what is copied, and how the copy is told who it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import snapshots_of, usable_templates
from xenadmin_gui.gui.pages.blocks import Fact, Facts
from xenadmin_gui.gui.sentences import vm_sentence
from xenadmin_gui.gui.widgets.block_widgets import FactsWidget

#: What a choice of the second box stands for, besides names of templates.
_AS_MADE, _AS_IT_IS = "", "/as-it-is"
#: And of the first box, besides names of snapshots.
_RUNNING = "/running"


class SourcePage(InstallPage):
    """The VM's disks as they are, as they were at a moment, or a snapshot of its volume."""

    def __init__(self) -> None:
        super().__init__(
            Place.TEMPLATE,
            self.tr("Source"),
            self.tr("What is copied?"),
            self.tr("The clone gets copies of the disks, and a name, a UUID and a MAC of its own."),
        )
        self.about = FactsWidget(Facts("", ()))
        self.column.insertWidget(1, self.about)
        self.snapshot, self.like = QComboBox(), QComboBox()
        self.add("snapshot", self.tr("&Copy"), self.snapshot)
        self.add("template", self.tr("It is &told who it is"), self.like)
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        like = str(self.like.currentData() or _AS_MADE)
        copied = str(self.snapshot.currentData() or "")
        return replace(
            answers,
            snapshot="" if copied == _RUNNING else copied,
            running=copied == _RUNNING,
            template="" if like == _AS_IT_IS else like,
            as_it_is=like == _AS_IT_IS,
        )

    def show_sight(self, sight: Sight) -> None:
        vm, answers = sight.source, sight.answers
        if vm is not None:
            self.about.show_block(Facts("", self._facts(vm)))
            self._show(self.snapshot, self._copies(sight.snapshot, vm), _copied(answers))
            self._show(self.like, self._ways(sight.snapshot), _like(answers))
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self.snapshot.setCurrentIndex(max(0, self.snapshot.findData(_copied(answers))))
        self.like.setCurrentIndex(max(0, self.like.findData(_like(answers))))

    def _show(self, box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
        """Offer ``choices``; nothing is touched when they are the same."""
        if choices == [(box.itemData(n), box.itemText(n)) for n in range(box.count())]:
            return
        was, self._is_filling = self._is_filling, True
        box.clear()
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._is_filling = was

    def _copies(self, snapshot: Snapshot, vm: Vm) -> list[tuple[str, str]]:
        text = self.tr("The snapshot {name}")
        names = [volume.name for volume in snapshots_of(snapshot, vm)]
        now = [("", self.tr("The disks as they are, while it is off"))]
        if vm.state is VmState.RUNNING:
            moment = self.tr("All disks as they are at one moment; it is paused some seconds")
            now.insert(0, (_RUNNING, moment))
        return [*now, *((name, text.format(name=name)) for name in names)]

    def _ways(self, snapshot: Snapshot) -> list[tuple[str, str]]:
        text = self.tr("like a VM of {template}")
        templates = [template.name for template in usable_templates(snapshot)]
        return [
            (_AS_MADE, self.tr("as it was when it was made")),
            *((name, text.format(template=name)) for name in templates),
            (_AS_IT_IS, self.tr("not at all: it keeps name, addresses and keys")),
        ]

    def _facts(self, vm: Vm) -> tuple[Fact, ...]:
        disks = [disk.target for disk in vm.disks if not disk.read_only]
        return (
            Fact(self.tr("VM"), vm.name),
            Fact(self.tr("State"), vm_sentence(vm), vm.health),
            Fact(self.tr("Kind"), wording.vm_kind_word(vm.kind)),
            Fact(self.tr("Memory"), wording.size(vm.memory_bytes)),
            Fact(self.tr("Disks"), wording.listing(disks) or "–"),
        )


def _copied(answers: Answers) -> str:
    return _RUNNING if answers.running else answers.snapshot


def _like(answers: Answers) -> str:
    return _AS_IT_IS if answers.as_it_is else answers.template
