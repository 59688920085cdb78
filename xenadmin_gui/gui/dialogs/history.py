"""The definitions that a VM had: what changed since each, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.planform import (
    complain,
    difference_view,
    lay_out,
    show_difference,
    wrapped,
)
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.operations.vmedit.difference import difference
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.session.history import Version


class HistoryDialog(QDialog):
    """Filled by ``show_versions`` once the history is read; follows the cluster while it is open.

    Signals:
        draft_chosen: VmEdit that goes back to the chosen definition; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(self, snapshot: Snapshot, uuid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot = snapshot
        self._uuid = uuid
        self._versions: tuple[Version, ...] = ()
        self.setWindowTitle(self.tr("History of {vm}").format(vm=snapshot.vms[uuid].name))
        self.list = QListWidget()
        self.difference = difference_view()
        self.trouble = wrapped(self.tr("The history is being read…"))
        self.plan_button = QPushButton(self.tr("Go back to it…"))
        self._build()
        self._on_chosen()

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        """Show the definitions, the newest first."""
        self._versions = versions
        self.list.clear()
        for version in versions:
            item = QListWidgetItem(self._title(version))
            item.setData(Qt.ItemDataRole.UserRole, version.number)
            self.list.addItem(item)
        self.list.setCurrentRow(min(1, len(versions) - 1))
        self._on_chosen()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no history."""
        self.trouble.setText(sentence)
        self.trouble.show()

    def show_snapshot(self, snapshot: Snapshot, _changed: Difference | None = None) -> None:
        """Follow the cluster: what is present changes."""
        same = snapshot.vms.get(self._uuid) is self._snapshot.vms.get(self._uuid)
        self._snapshot = snapshot
        if not same:
            for row, version in enumerate(self._versions):
                self.list.item(row).setText(self._title(version))
            self._on_chosen()

    def draft(self) -> VmEdit | None:
        """Return the way back to the chosen definition; None when none is chosen."""
        version = self._chosen()
        return None if version is None else VmEdit(self._uuid, xml=version.text)

    def _chosen(self) -> Version | None:
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _title(self, version: Version) -> str:
        text = self.tr("{number} · {time} · {name}").format(
            number=version.number, time=wording.absolute_time(version.at), name=version.name
        )
        return self.tr("{version} · now").format(version=text) if self._is_now(version) else text

    def _is_now(self, version: Version) -> bool:
        vm = self._snapshot.vms.get(self._uuid)
        return vm is not None and any(c.sha256 == version.sha256 for c in vm.definitions)

    @Slot()
    def _on_chosen(self) -> None:
        version, vm = self._chosen(), self._snapshot.vms.get(self._uuid)
        self.plan_button.setEnabled(False)
        if version is None:
            self.difference.clear()
            return
        copies = [copy for copy in (vm.definitions if vm else ()) if copy.xml]
        alike = [copy for copy in copies if copy.origin == version.origin] or copies
        lines = difference(version.text, alike[0].xml) if alike else []
        same = self.tr("It is what it is now.")
        show_difference(self.difference, lines, same)
        draft = VmEdit(self._uuid, xml=version.text)
        problems = draft.problems(self._snapshot) if lines else ()
        complain(self.trouble, problems)
        self.plan_button.setEnabled(bool(lines) and not problems)
        self.plan_button.setToolTip("" if lines else same)

    def _build(self) -> None:
        self.list.setAccessibleName(self.tr("Definitions"))
        self.list.currentRowChanged.connect(self._on_chosen)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.list)
        panes.addWidget(self.difference)
        panes.setStretchFactor(0, 2)
        panes.setStretchFactor(1, 3)
        self.plan_button.setAutoDefault(False)
        self.plan_button.clicked.connect(self._on_plan)
        note = wrapped(
            self.tr(
                "Each definition that was seen is kept. Lines with a minus were in the chosen one, "
                "lines with a plus are there now."
            )
        )
        lay_out(
            self,
            self.tr("What was it, and what has changed since?"),
            [note, panes, self.trouble],
            self.plan_button,
            self.tr("Close"),
        )
        resize_within(self, 860, 560)

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)
