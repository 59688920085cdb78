"""Several VMs and where each goes: to its best host, all to one, or each to its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets import moves
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.operations.migration import migration_targets

#: More rows than these get no box of their own: all go to one host, or each to its best.
MOST_BOXES = 24

_VM, _FROM, _TO, _NOTE = range(4)


class MoveTable(QWidget):
    """Signals: changed, a target was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all_to = QComboBox()
        self.all_to.currentIndexChanged.connect(self._on_all_to)
        label = QLabel(self.tr("&All to"))
        label.setBuddy(self.all_to)
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        line.addWidget(label)
        line.addWidget(self.all_to)
        line.addStretch(1)
        self.table = QTreeWidget()
        heads = (self.tr("VM"), self.tr("From"), self.tr("To"), self.tr("Foreseen"))
        self.table.setHeaderLabels(heads)
        self.table.setRootIsDecorated(False)
        self.table.setIndentation(0)
        self.table.setAccessibleName(self.tr("VMs to move"))
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self.boxes: dict[str, QComboBox] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._boxed = False

    def show_vms(self, snapshot: Snapshot, vms: tuple[Vm, ...]) -> None:
        """Fill the table once; the boxes offer what is possible for their VM."""
        self._boxed = len(vms) <= MOST_BOXES
        self.all_to.blockSignals(True)
        self.all_to.addItem(self.tr("The best host for each"), None)
        for server in snapshot.hosts:
            label = moves.host_label(server.name, server.memory_free_bytes)
            self.all_to.addItem(icons.state_icon(server.health), label, server.name)
        self.all_to.blockSignals(False)
        for vm in vms:
            item = QTreeWidgetItem([vm.name, vm.host or "", "", ""])
            item.setIcon(_VM, icons.state_icon(vm.health))
            self.table.addTopLevelItem(item)
            self._items[vm.uuid] = item
            if self._boxed:
                box = self._box(snapshot, vm)
                self.boxes[vm.uuid] = box
                self.table.setItemWidget(item, _TO, box)

    def _box(self, snapshot: Snapshot, vm: Vm) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Where {vm} goes").format(vm=vm.name))
        box.addItem(self.tr("best host"), None)
        model = box.model()
        for choice in migration_targets(snapshot, vm, live=False):
            label = moves.host_label(choice.host, choice.free_bytes)
            box.addItem(label, choice.host)
            if not choice.possible and isinstance(model, QStandardItemModel):
                item = model.item(box.count() - 1)
                item.setEnabled(False)
                item.setToolTip(phrase(choice.reason))
        box.currentIndexChanged.connect(self.changed)
        return box

    def target(self, uuid: str) -> str | None:
        """Return the host chosen for a VM; None: the best one."""
        chosen = self.boxes[uuid].currentData() if self._boxed else self.all_to.currentData()
        return None if chosen is None else str(chosen)

    def show_foreseen(self, foreseen: moves.Foreseen) -> None:
        """Write beside each VM where it will be, or why it stays."""
        for uuid, item in self._items.items():
            place, reason = foreseen.places.get(uuid), foreseen.reasons.get(uuid, "")
            if place is None:
                item.setText(_NOTE, reason)
                item.setIcon(_NOTE, icons.state_icon(Health.DEGRADED))
            else:
                item.setText(_NOTE, self.tr("goes to {host}").format(host=place))
                item.setIcon(_NOTE, icons.state_icon(Health.OK))
            item.setToolTip(_NOTE, item.text(_NOTE))

    @Slot()
    def _on_all_to(self) -> None:
        wanted = self.all_to.currentData()
        for box in self.boxes.values():
            box.blockSignals(True)
            found = box.findData(wanted)
            model = box.model()
            possible = found >= 0 and bool(
                model.flags(model.index(found, 0)) & Qt.ItemFlag.ItemIsEnabled
            )
            box.setCurrentIndex(found if possible else 0)
            box.blockSignals(False)
        self.changed.emit()
