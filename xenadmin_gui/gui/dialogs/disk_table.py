"""A VM's disks in a form: each on a bus, which another one may take the place of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.drives import DISK_BUSES, disk_buses

_ROWS_SHOWN = 3


class DiskTable(QTableWidget):
    """Each row is a disk: its name, its bus, what it is on the host.

    Signals:
        bus_chosen: A disk is to be on another bus.
    """

    bus_chosen = Signal()

    def __init__(self, kind: VmKind, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._possible = DISK_BUSES.get(kind, ())
        self._before: dict[str, str] = {}
        self.setHorizontalHeaderLabels([self.tr("Disk"), self.tr("Bus"), self.tr("On the host")])
        self.setAccessibleName(self.tr("Disks"))
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        row_height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(row_height * (_ROWS_SHOWN + 1) + spacing.S)

    def fill(self, definition: Definition) -> None:
        """Show the disks of a definition."""
        self._before = disk_buses(definition)
        sources = definition.disks()
        self.setRowCount(0)
        for target, bus in self._before.items():
            row = self.rowCount()
            self.insertRow(row)
            for column, text in ((0, target), (2, sources.get(target, ""))):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                item.setToolTip(text)
                self.setItem(row, column, item)
            self.setCellWidget(row, 1, self._bus_box(target, bus))

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Return (disk, new bus) of those that are to be on another one."""
        found = []
        for row in range(self.rowCount()):
            item, box = self.item(row, 0), self.cellWidget(row, 1)
            if item is not None and isinstance(box, QComboBox):
                found.append((item.text(), str(box.currentData())))
        return tuple((target, bus) for target, bus in found if self._before.get(target) != bus)

    def _bus_box(self, target: str, bus: str) -> QComboBox:
        box = QComboBox()
        names = bus_names()
        for one in dict.fromkeys((bus, *self._possible)):
            box.addItem(names.get(one, one), one)
        box.setAccessibleName(self.tr("Bus of {disk}").format(disk=target))
        box.setEnabled(bool(self._possible))
        if not self._possible:
            why = self.tr("It has Xen's own disks only: no device model emulates others.")
            box.setToolTip(why)
        box.currentIndexChanged.connect(self.bus_chosen)
        return box


def bus_names() -> dict[str, str]:
    """Return what people call a bus."""
    tr = QCoreApplication.translate
    return {
        "xen": tr("DiskTable", "Xen (xvd)"),
        "ide": tr("DiskTable", "IDE (hd)"),
        "scsi": tr("DiskTable", "SCSI (sd)"),
        "sata": tr("DiskTable", "SATA (sd)"),
        "virtio": tr("DiskTable", "virtio (vd)"),
    }
