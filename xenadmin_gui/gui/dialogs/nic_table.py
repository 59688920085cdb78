"""A VM's network cards in a form: plugged elsewhere, taken away, or new."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.bridges import bridge_of, cluster_bridges
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.labels import faint_label
from xenadmin_gui.operations.vmedit.cards import VLANS, bridge_kinds
from xenadmin_gui.operations.vmedit.definition import Nic

_ROWS_SHOWN = 3


class NicTable(QWidget):
    """Each row is a card: its MAC, empty for a new one that gets a free one, its bridge, its VLAN.

    Signals:
        changed: Something was chosen, added or taken away.
    """

    changed = Signal()

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot = snapshot
        self._before: tuple[Nic, ...] = ()
        self._kinds = bridge_kinds(snapshot)
        self._bridges = tuple(one.name for one in cluster_bridges(snapshot))
        self.table = QTableWidget(0, 3)
        heads = [self.tr("Address (MAC)"), self.tr("Bridge"), self.tr("VLAN")]
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setAccessibleName(self.tr("Network cards"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        row_height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(row_height * (_ROWS_SHOWN + 1) + spacing.S)
        self.add_button = QPushButton(self.tr("&Add a card"))
        self.remove_button = QPushButton(self.tr("&Remove the card"))
        buttons = QHBoxLayout()
        for button, slot in (
            (self.add_button, self._on_add),
            (self.remove_button, self._on_remove),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.XS)
        column.addWidget(self.table)
        self.missing = faint_label()
        self.missing.setWordWrap(True)
        self.missing.hide()
        column.addWidget(self.missing)
        column.addLayout(buttons)
        self.changed.connect(self._show_missing)
        self.setFocusProxy(self.table)
        self.table.itemChanged.connect(lambda _item: self.changed.emit())
        self.table.itemSelectionChanged.connect(self._allow)
        self._allow()

    def fill(self, cards: tuple[Nic, ...]) -> None:
        """Show the cards of a definition."""
        self._before = cards
        self.table.setRowCount(0)
        for nic in cards:
            self._add(nic, is_new=False)
        self._show_missing()
        self._allow()

    def cards(self) -> tuple[Nic, ...]:
        """Return what each row says; without models."""
        found = []
        for row in range(self.table.rowCount()):
            item, box = self.table.item(row, 0), self.table.cellWidget(row, 1)
            spin = self.table.cellWidget(row, 2)
            mac = item.text().strip().lower() if item is not None else ""
            bridge = box.currentText().strip() if isinstance(box, QComboBox) else ""
            vlan = spin.value() if isinstance(spin, QSpinBox) else 0
            found.append(Nic(mac, bridge, vlan=vlan))
        return tuple(found)

    def added(self) -> tuple[Nic, ...]:
        """Return the cards that are new."""
        own = {nic.mac for nic in self._before}
        return tuple(nic for nic in self.cards() if nic.mac not in own)

    def removed(self) -> tuple[str, ...]:
        """Return the MACs of the cards that were taken away."""
        left = {nic.mac for nic in self.cards()}
        return tuple(nic.mac for nic in self._before if nic.mac not in left)

    def moved(self) -> tuple[tuple[str, str], ...]:
        """Return (MAC, new bridge) of the cards that are plugged in elsewhere."""
        before = {nic.mac: nic.bridge for nic in self._before}
        return tuple(
            (nic.mac, nic.bridge)
            for nic in self.cards()
            if nic.mac in before and before[nic.mac] != nic.bridge
        )

    def vlans(self) -> tuple[tuple[str, int], ...]:
        """Return (MAC, VLAN) of the cards that are in another one than before."""
        before = {nic.mac: nic.vlan for nic in self._before}
        return tuple(
            (nic.mac, nic.vlan)
            for nic in self.cards()
            if nic.mac in before and before[nic.mac] != nic.vlan
        )

    def _add(self, nic: Nic, *, is_new: bool) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        item = QTableWidgetItem(nic.mac)
        if is_new:
            item.setToolTip(self.tr("Leave it empty: then it gets one that no VM has."))
        else:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, 0, item)
        box = QComboBox()
        box.setEditable(True)
        box.addItems(self._bridges)
        box.setCurrentText(nic.bridge)
        box.setAccessibleName(self.tr("Bridge"))
        vlan = QSpinBox()
        vlan.setRange(0, VLANS[-1])
        vlan.setSpecialValueText(self.tr("none"))
        vlan.setValue(nic.vlan)
        vlan.setAccessibleName(self.tr("VLAN"))
        self._allow_vlan(vlan, nic.bridge)
        vlan.valueChanged.connect(lambda _value: self.changed.emit())
        box.currentTextChanged.connect(lambda text: self._allow_vlan(vlan, text))
        box.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.table.setCellWidget(row, 1, box)
        self.table.setCellWidget(row, 2, vlan)

    def _allow_vlan(self, spin: QSpinBox, bridge: str) -> None:
        """A bridge of Linux has none to offer; what is there already can be taken away."""
        is_switch = bool(self._kinds.get(bridge.strip()))
        spin.setEnabled(is_switch or spin.value() > 0)
        why = self.tr("{bridge} is no Open vSwitch: such a bridge knows no VLAN of one card.")
        spin.setToolTip("" if is_switch else why.format(bridge=bridge.strip()))

    @Slot()
    def _show_missing(self) -> None:
        """Say which hosts lack a bridge that is chosen: the VM cannot run there."""
        text = self.tr("{bridge} is missing on {hosts}: the VM cannot run there.")
        names = dict.fromkeys(nic.bridge for nic in self.cards() if nic.bridge)
        lacking = {name: bridge_of(self._snapshot, name).lacking for name in names}
        lines = [
            text.format(bridge=name, hosts=wording.listing(list(hosts)))
            for name, hosts in lacking.items()
            if hosts
        ]
        self.missing.setText("\n".join(lines))
        self.missing.setVisible(bool(lines))

    @Slot()
    def _on_add(self) -> None:
        self._add(Nic("", self._bridges[0] if self._bridges else ""), is_new=True)
        self.table.selectRow(self.table.rowCount() - 1)
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self._allow()
            self.changed.emit()

    @Slot()
    def _allow(self) -> None:
        self.remove_button.setEnabled(bool(self.table.selectedIndexes()))
