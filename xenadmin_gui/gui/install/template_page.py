"""The first page of an installation: which template."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import Template
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.installer_fields import InstallerFields
from xenadmin_gui.gui.install.page import InstallPage, Sight, put_text, steady_icon, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.pages.blocks import Fact, Facts
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.widgets.block_widgets import FactsWidget
from xenadmin_gui.gui.widgets.hint import EmptyHint

_NAME = Qt.ItemDataRole.UserRole
_ROWS = 6
#: What the rows of the installers stand for; no template can be called so.
_CD, _KERNEL = "/cd", "/kernel"


class TemplatePage(InstallPage):
    """Lists the library; a template that cannot be used says why.

    Signals:
        library_requested: There is no template; the library shows how to get one.
        script_requested: A file with an installer's answers is to be read.
    """

    library_requested = Signal()
    script_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            Place.TEMPLATE,
            self.tr("Template"),
            self.tr("Which template?"),
            self.tr(
                "A copy of its disk becomes the disk of the new VM; the template stays as it is."
            ),
        )
        self._shown: tuple[Template, ...] | None = None
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [
                self.tr("Template"),
                self.tr("System"),
                self.tr("Disk"),
                self.tr("Least memory"),
            ]
        )
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        row = max(spacing.ROW, self.list.fontMetrics().height() + spacing.XS)
        self.list.setFixedHeight(row * _ROWS + header.sizeHint().height())
        self.add("template", "", self.list)
        self.list.setAccessibleName(self.tr("Templates"))
        self.list.currentItemChanged.connect(lambda *_: self.report())
        self.iso = QLineEdit()
        self.iso.setPlaceholderText("/var/lib/xenadmin/iso/debian-12.iso")
        where = wrapped(self.tr("The same file has to lie on every host; the disk begins empty."))
        self.add("iso", self.tr("&CD image on the hosts"), self.iso, hint=where)
        self.installer = InstallerFields(self)
        self.installer.load.clicked.connect(self.script_requested)
        self.about = FactsWidget(Facts("", ()))
        self.column.addWidget(self.about)
        self.hint = EmptyHint()
        self.column.insertWidget(self.column.indexOf(self.about), self.hint)
        self.column.addStretch(1)
        self.hint.hide()
        self.hint.say(
            self.tr(
                "There is no template yet. A template is the disk of a prepared system, kept on "
                "the SAN servers. The library imports an image, or makes a template of a VM."
            ),
            self.tr("Open the template &library"),
            self.library_requested.emit,
        )

    def taken(self, answers: Answers) -> Answers:
        item = self.list.currentItem()
        name = str(item.data(0, _NAME)) if item else answers.template
        template = "" if name in (_CD, _KERNEL) else name
        answers = replace(
            answers,
            template=template,
            is_cd=name == _CD,
            is_kernel=name == _KERNEL,
            iso=self.iso.text(),
        )
        return self.installer.taken(answers)

    def show_sight(self, sight: Sight) -> None:
        self._show_list(sight.snapshot, _row(sight.answers))
        self.form.setRowVisible(self.fields["iso"], sight.answers.is_cd)
        self.installer.show(is_visible=sight.answers.is_kernel)
        self.hint.setVisible(not sight.snapshot.templates and not sight.answers.begins_empty)
        template = sight.template
        self.about.show_block(Facts("", () if template is None else self._facts(template)))
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        put_text(self.iso, answers.iso)
        self.installer.put(answers)
        self._mark(_row(answers))

    def _mark(self, chosen: str) -> None:
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None and item.data(0, _NAME) == chosen:
                self.list.setCurrentItem(item)

    def _show_list(self, snapshot: Snapshot, chosen: str) -> None:
        templates = tuple(sorted(snapshot.templates, key=lambda t: (not t.is_usable, t.name)))
        if templates == self._shown:
            return
        self._shown = templates
        self._is_filling = True
        self.list.clear()
        for template in templates:
            item = QTreeWidgetItem(
                [
                    template.name,
                    template.title or f"{template.os} {template.version}".strip(),
                    wording.size(template.disk_bytes),
                    wording.size(template.min_memory_bytes),
                ]
            )
            item.setData(0, _NAME, template.name)
            item.setIcon(0, steady_icon(template.health))
            for column in (2, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            item.setToolTip(0, phrase(template.reason))
            self.list.addTopLevelItem(item)
        for row, icon, names in (
            (_CD, "disk", (self.tr("Installer's CD"), self.tr("empty disk, installed from a CD"))),
            (
                _KERNEL,
                "network",
                (
                    self.tr("Network installer"),
                    self.tr("empty disk, installed over the network"),
                ),
            ),
        ):
            item = QTreeWidgetItem(list(names))
            item.setData(0, _NAME, row)
            item.setIcon(0, icons.action_icon(icon))
            self.list.addTopLevelItem(item)
        self._mark(chosen)
        self._is_filling = False

    def _facts(self, template: Template) -> tuple[Fact, ...]:
        system = f"{template.os} {template.version}".strip()
        told = {
            "cloud-init": self.tr("through cloud-init, at its first start"),
            "files": self.tr("by files that are written onto its disk"),
            "none": self.tr("not at all: it starts as the image is"),
        }
        facts = [
            Fact(self.tr("System"), f"{system}, {template.architecture}".strip(", ")),
            Fact(self.tr("Kind"), wording.vm_kind_word(template.kind)),
            Fact(self.tr("Settings"), told.get(template.customise, template.customise)),
            Fact(self.tr("Account"), template.default_user),
            Fact(self.tr("Lies on"), wording.listing(list(template.servers)) or "–"),
        ]
        if template.reason:
            reason = phrase(template.reason)
            facts.insert(0, Fact(self.tr("Cannot be used"), reason, template.health))
        if template.notes:
            facts.append(Fact(self.tr("Notes"), template.notes))
        return tuple(facts)

    def first(self) -> QWidget:
        """The list, which marks its first row when it gets the keyboard; else the way out."""
        button = self.hint.findChild(QPushButton)
        return button if button is not None and not self.hint.isHidden() else self.list


def _row(answers: Answers) -> str:
    """Which row of the list is meant."""
    return _CD if answers.is_cd else _KERNEL if answers.is_kernel else answers.template
