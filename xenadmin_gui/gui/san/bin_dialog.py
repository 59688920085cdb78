"""The recycle bin: what lies in it since when, back or gone for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.dialogs.field import sentence_of
from xenadmin_gui.gui.pages.blocks import Table
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.widgets.table import ObjectTable
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.san.binpurge import DAY_S, BinPurge
from xenadmin_gui.operations.san.volumebin import VolumeDelete, VolumeRestore

_LONGEST_DAYS = 36500


class BinDialog(QDialog):
    """Lists the recycle bin, follows the cluster, runs nothing.

    Signals:
        restore_chosen: A draft that brings a volume back, and what its button says.
        purge_chosen: A draft that removes for good, and what its button says.
    """

    restore_chosen = Signal(object, str)
    purge_chosen = Signal(object, str)

    def __init__(self, snapshot: Snapshot, days: int, parent: QWidget | None = None) -> None:
        """Put it together; ``days`` is how old what goes is proposed to be."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recycle bin"))
        self._snapshot = snapshot
        self.table = ObjectTable(self._block())
        self.restore_button = QPushButton(self.tr("&Restore…"))
        self.purge_button = QPushButton(self.tr("Remove for &good…"))
        self.days = QSpinBox()
        self.days.setRange(0, _LONGEST_DAYS)
        self.days.setValue(days)
        self.old_button = QPushButton()
        self._build()
        self.table.view.selection_settled.connect(self._refresh)
        self.days.valueChanged.connect(self._refresh)
        self.restore_button.clicked.connect(self._on_restore)
        self.purge_button.clicked.connect(self._on_purge)
        self.old_button.clicked.connect(self._on_old)
        self.show_snapshot(snapshot)

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster."""
        self._snapshot = snapshot
        self.table.show_table(self._block())
        if not self.table.view.selection() and (found := self._volumes()):
            self.table.view.select_key(found[0].key)
        self._refresh()

    def _build(self) -> None:
        title = QLabel(self.tr("Volumes that were deleted"))
        title.setFont(fonts.title())
        note = QLabel(self.tr("They keep their content and their room until they are removed."))
        note.setWordWrap(True)
        of_one = QHBoxLayout()
        of_one.addWidget(self.restore_button)
        of_one.addWidget(self.purge_button)
        of_one.addStretch(1)
        label = QLabel(self.tr("&Days in the bin:"))
        label.setBuddy(self.days)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        self._days_label = label
        of_old = QHBoxLayout()
        of_old.addWidget(label)
        of_old.addWidget(self.days)
        of_old.addWidget(self.old_button)
        of_old.addStretch(1)
        of_old.addWidget(close)
        for button in (self.restore_button, self.purge_button, self.old_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        column.addWidget(title)
        column.addWidget(note)
        column.addWidget(self.table)
        column.addLayout(of_one)
        column.addStretch(1)
        column.addLayout(of_old)
        self.resize(640, 420 if self._volumes() else 0)

    def _volumes(self) -> list[Volume]:
        """What is in the bin, the newest first."""
        found = [v for v in self._snapshot.san.volumes if v.deleted_at is not None]
        return sorted(found, key=lambda v: (-(v.deleted_at or 0.0), v.group, v.name))

    def _block(self) -> Table:
        heads = (
            self.tr("Volume"),
            self.tr("Volume group"),
            self.tr("Deleted"),
            self.tr("Days"),
            self.tr("GiB"),
        )
        now = self._snapshot.taken_at
        rows = tuple(Row(v.key, v.key, (v, _days(v, now)), _describe) for v in self._volumes())
        empty = self.tr("The recycle bin is empty. What you put there can be restored here.")
        return Table(self.windowTitle(), heads, rows, (3, 4), empty)

    def _selected(self) -> Volume | None:
        keys = self.table.view.selection()
        found = [v for v in self._volumes() if v.key in keys]
        return found[0] if len(found) == 1 else None

    def _old(self) -> BinPurge:
        return BinPurge(self.days.value() * DAY_S, at=self._snapshot.taken_at)

    @Slot()
    def _refresh(self) -> None:
        text = self.tr("Remove those older than %n day(s)…", "", self.days.value())
        self.old_button.setText(text)
        is_filled = bool(self._volumes())
        for widget in (self.restore_button, self.purge_button, self.old_button):
            widget.setVisible(is_filled)
        self._days_label.setVisible(is_filled)
        self.days.setVisible(is_filled)
        volume, one = self._selected(), self.tr("Select one volume.")
        old = self._old()
        for button, draft in (
            (self.restore_button, None if volume is None else _restore(volume)),
            (self.purge_button, None if volume is None else _purge(volume)),
            (self.old_button, old),
        ):
            problems = () if draft is None else draft.problems(self._snapshot)
            why = one if draft is None else sentence_of(problems[0]) if problems else ""
            button.setEnabled(not why)
            button.setToolTip(why)
        if self.old_button.isEnabled():
            names = [v.former_name for v in old.due(self._snapshot)]
            self.old_button.setToolTip(wording.listing(names))

    @Slot()
    def _on_restore(self) -> None:
        volume = self._selected()
        if volume is not None:
            text = self.tr("Restore {volume}").format(volume=volume.former_name)
            self.restore_chosen.emit(_restore(volume), text)

    @Slot()
    def _on_purge(self) -> None:
        volume = self._selected()
        if volume is not None:
            text = self.tr("Remove {volume} for good").format(volume=volume.former_name)
            self.purge_chosen.emit(_purge(volume), text)

    @Slot()
    def _on_old(self) -> None:
        self.purge_chosen.emit(self._old(), self.tr("Remove them for good"))


def _restore(volume: Volume) -> Draft:
    return VolumeRestore(volume.group, volume.name)


def _purge(volume: Volume) -> Draft:
    return VolumeDelete(volume.group, volume.name, purge=True)


def _days(volume: Volume, now: float) -> int:
    return max(0, int((now - (volume.deleted_at or now)) // DAY_S))


def _describe(facts: tuple[Volume, int]) -> Cells:
    volume, days = facts
    texts = (
        volume.former_name,
        volume.group,
        wording.absolute_time(volume.deleted_at or 0.0),
        str(days),
        wording.gib(volume.size_bytes),
    )
    return Cells(volume.health, texts, tip=f"{volume.group}/{volume.name}")
