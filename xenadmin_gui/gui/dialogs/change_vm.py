"""A VM's settings in a form and as XML beside it; what was changed becomes a draft."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QTabWidget, QWidget

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.change_pages import DevicesPage, SizePage
from xenadmin_gui.gui.dialogs.field import Field, sentence_of
from xenadmin_gui.gui.dialogs.planform import complain, lay_out, wrapped
from xenadmin_gui.gui.dialogs.xml_pane import XmlPane
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.operations.vmedit.definition import Definition, definition_of
from xenadmin_gui.operations.vmedit.drivevalues import running_drive
from xenadmin_gui.operations.vmedit.edit import VmEdit

_SIZE = (720, 640)


class ChangeVmDialog(QDialog):
    """Shows what is wrong below the field that it is about, and the difference on the XML page.

    The pages speak of one definition. What is written on the XML page becomes that definition as
    soon as another page comes to the front; a text that is none keeps the XML page in front.

    Signals:
        draft_chosen: VmEdit to be previewed; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(self, snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot = snapshot
        self._vm = snapshot.vms[uuid]
        self._now = definition_of(self._vm)
        self._written = ""
        self.setWindowTitle(self.tr("Change {vm}").format(vm=self._vm.name))
        self.size_page = SizePage(snapshot, self._vm)
        self.devices = DevicesPage(snapshot, self._vm)
        raw = next((copy.xml for copy in self._vm.definitions), "")
        self.xml = XmlPane(raw if self._now is None else self._now.text)
        self.tabs = QTabWidget()
        self.live = QCheckBox(self.tr("At &once too: processors, memory, network cards and CD"))
        self.when, self.trouble = wrapped(), wrapped()
        self.plan_button = QPushButton(self.tr("Show the plan"))
        self._build()
        self._fill()
        self._on_changed()

    @property
    def fields(self) -> dict[str, Field]:
        """Fields by the names that problems use."""
        return {**self.size_page.fields, **self.devices.fields}

    def show_xml(self) -> None:
        """Bring the XML page to the front."""
        self.tabs.setCurrentWidget(self.xml)

    def show_cd(self) -> None:
        """Bring the CD to the front; at once, if the drive is there already."""
        self.tabs.setCurrentWidget(self.devices)
        self.devices.cd.setFocus()
        self.live.setChecked(
            self._vm.state is VmState.RUNNING and running_drive(self._vm, "") is not None
        )

    def draft(self) -> VmEdit:
        """Return what was changed, and only that; of a text that was written the whole text."""
        form = self._form_draft()
        if self.tabs.currentWidget() is self.xml and self.xml.is_edited:
            return VmEdit(self._vm.uuid, xml=self.xml.text, autostart=form.autostart)
        if not self._written:
            return form
        text = form.text_after(self._snapshot, self._written)
        return VmEdit(self._vm.uuid, xml=text, autostart=form.autostart)

    def _form_draft(self) -> VmEdit:
        changes = self.size_page.changes() | self.devices.changes()
        live = self.live.isChecked() and not self._written
        return VmEdit(self._vm.uuid, **changes, live=live)

    def _build(self) -> None:
        self.tabs.addTab(self.size_page, self.tr("G&eneral"))
        self.tabs.addTab(self.devices, self.tr("De&vices"))
        self.tabs.addTab(self.xml, self.tr("&XML"))
        self.tabs.currentChanged.connect(self._on_page)
        self.size_page.changed.connect(self._on_changed)
        self.devices.changed.connect(self._on_changed)
        self.xml.edited.connect(self._on_changed)
        self.live.toggled.connect(self._on_changed)
        self.live.setVisible(self._vm.state is VmState.RUNNING)
        self.plan_button.setDefault(True)
        self.plan_button.clicked.connect(self._on_plan)
        lay_out(
            self,
            self.tr("What should {vm} have?").format(vm=self._vm.name),
            [self.tabs, self.live, self.when, self.trouble],
            self.plan_button,
            self.tr("Cancel"),
        )
        resize_within(self, *_SIZE)

    def _fill(self) -> None:
        """Show the definition that the pages speak of; when there is none, only the text."""
        now = self._now
        for page in (self.size_page, self.devices):
            self.tabs.setTabEnabled(self.tabs.indexOf(page), now is not None)
        if now is None:
            self.show_xml()
            return
        self.size_page.fill(now)
        self.devices.fill(now)
        tip = self.tr("At most {count} processors and {size} while it runs.")
        most = wording.size(self._vm.memory_bytes)
        self.live.setToolTip(tip.format(count=self._vm.vcpus or "–", size=most))

    @Slot()
    def _on_page(self) -> None:
        """Bring the text and the form to the same state, whichever of them was left."""
        if self.tabs.currentWidget() is self.xml:
            self._show_text()
        elif self.xml.is_edited and (read := _read(self.xml.text)) is not None:
            self._written, self._now = read.text, read
            self._fill()
            self.xml.show_text(read.text)
        self._on_changed()

    def _show_text(self) -> None:
        """Show what the form makes of the definition."""
        if self._now is None:
            return
        draft = self._form_draft()
        try:
            self.xml.show_text(draft.text_after(self._snapshot, self._now.text))
        except PreconditionError:
            self.xml.show_text(self._now.text)

    @Slot()
    def _on_changed(self) -> None:
        draft = self.draft()
        problems = draft.problems(self._snapshot)
        by_field = {problem.field: problem for problem in problems}
        for page in (self.size_page, self.devices):
            for name, field in page.fields.items():
                field.complain(sentence_of(by_field.get(name)))
        shown = set(getattr(self.tabs.currentWidget(), "fields", {}))
        complain(self.trouble, [p for p in problems if p.field not in shown | {"settings"}])
        is_broken = self.xml.is_edited and _read(self.xml.text) is None
        for page in (self.size_page, self.devices):
            self.tabs.setTabEnabled(
                self.tabs.indexOf(page), self._now is not None and not is_broken
            )
        self.live.setEnabled(draft.xml is None)
        self.when.setText(self._when(draft))
        self.plan_button.setEnabled(not problems and self._differs(draft))
        nothing = self.tr("Nothing is changed yet.")
        self.plan_button.setToolTip(
            sentence_of(problems[0]) if problems else "" if self._differs(draft) else nothing
        )

    def _differs(self, draft: VmEdit) -> bool:
        """Whether a written text says anything new; other drafts complain by themselves."""
        if draft.xml is None or draft.autostart is not None:
            return True
        now = definition_of(self._vm)
        read = _read(draft.xml)
        return now is None or read is None or read.text != now.text

    def _when(self, draft: VmEdit) -> str:
        """Say what of the draft counts now, and what at the next start."""
        if self._vm.state is VmState.OFF:
            return self.tr("It is off: everything counts when it starts.")
        if replace(draft, live=False) == VmEdit(self._vm.uuid):
            return self.tr("It is not off: it keeps what it has until it is shut down and started.")
        return phrase(draft.when(self._vm)) or self.tr("That counts at once.")

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)


def _read(text: str) -> Definition | None:
    try:
        return Definition(text)
    except PreconditionError:
        return None
