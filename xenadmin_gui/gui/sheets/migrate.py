"""Where VMs should move to: asked with the reason for each host, before any plan is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.sheets import moves
from xenadmin_gui.gui.sheets.hostlist import HostList
from xenadmin_gui.gui.sheets.movetable import MOST_BOXES, MoveTable
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.sheets.planview import memory_clause
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vm import Move, VmDraft


class MigrateDialog(QDialog):
    """One VM: a list of hosts. Several: a table with a target for each.

    Signals:
        draft_chosen: VmDraft to be previewed; the dialog is closed then.
    """

    draft_chosen = Signal(object)

    def __init__(
        self, snapshot: Snapshot, uuids: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._snapshot = snapshot
        self._vms = tuple(snapshot.vms[uuid] for uuid in uuids if uuid in snapshot.vms)
        self._stopping = {
            vm.uuid: found for vm in self._vms if (found := moves.interruption(snapshot, vm))
        }
        self._is_single = len(self._vms) == 1
        self.hosts = HostList()
        self.table = MoveTable()
        self._build()
        resize_within(self, 760, 420)
        if not self._is_single:
            self.table.show_vms(snapshot, self._vms)
        self._on_changed()

    def _build(self) -> None:
        title = QLabel(self._question())
        title.setFont(fonts.title())
        title.setWordWrap(True)
        self.setWindowTitle(self.tr("Migrate"))
        self.notice = Notice()
        self.interrupt = QCheckBox()
        self._tell_interruption()
        self._afterwards = QLabel()
        self._afterwards.setWordWrap(True)
        self.plan_button = QPushButton()
        self.plan_button.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.plan_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.S)
        column.addWidget(title)
        column.addWidget(self.notice)
        column.addWidget(self.interrupt)
        column.addWidget(self.hosts if self._is_single else self.table, 1)
        column.addWidget(self._afterwards)
        column.addLayout(buttons)
        cancel.clicked.connect(self.reject)
        self.plan_button.clicked.connect(self._on_plan)
        self.interrupt.toggled.connect(self._on_changed)
        self.hosts.chosen_changed.connect(self._on_chosen)
        self.hosts.confirmed.connect(self._on_plan)
        self.table.changed.connect(self._on_changed)

    def _question(self) -> str:
        if self._is_single:
            vm = self._vms[0]
            text = self.tr("Where should {vm} move to from {host}?")
            return text.format(vm=vm.name, host=vm.host or "?")
        return self.tr("Where should these %n VM(s) move to?", "", len(self._vms))

    def _tell_interruption(self) -> None:
        found = list(self._stopping.values())
        self.interrupt.setVisible(bool(found))
        if not found:
            return
        if self._is_single:
            self.notice.say(Health.DEGRADED, found[0].why)
            self.interrupt.setText(found[0].offer)
            return
        names = [vm.name for vm in self._vms if vm.uuid in self._stopping]
        text = self.tr("Not while running: {vms}. {why}")
        self.notice.say(Health.DEGRADED, text.format(vms=wording.listing(names), why=found[0].why))
        self.interrupt.setText(self.tr("Move these with an &interruption"))

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster: free memory and reasons change while one thinks."""
        if all(vm.uuid in snapshot.vms for vm in self._vms):
            self._snapshot = snapshot
            self._on_changed()

    def draft(self) -> VmDraft:
        """Return what is chosen now."""
        uuids = tuple(vm.uuid for vm in self._vms)
        if self._is_single:
            return VmDraft(VmVerb.MIGRATE, uuids, self.hosts.chosen, self._is_live(uuids[0]))
        own = tuple(Move(uuid, self.table.target(uuid), self._is_live(uuid)) for uuid in uuids)
        return VmDraft(VmVerb.MIGRATE, uuids, moves=own)

    def _is_live(self, uuid: str) -> bool:
        return not (uuid in self._stopping and self.interrupt.isChecked())

    @Slot()
    def _on_changed(self) -> None:
        if self._is_single:
            vm = self._snapshot.vms[self._vms[0].uuid]
            self.hosts.show_choices(self._snapshot, vm, live=self._is_live(vm.uuid))
            return
        if len(self._vms) <= MOST_BOXES:
            foreseen = moves.foresee(self.draft(), self._snapshot)
            self.table.show_foreseen(foreseen)
            self._show_memory(foreseen)
            self._name_button(len(foreseen.places))
        else:
            self._name_button(len(self._vms))

    @Slot()
    def _on_chosen(self) -> None:
        target = self.hosts.chosen
        self.plan_button.setEnabled(target is not None)
        if target is None:
            self.plan_button.setText(self.tr("Show the plan"))
            waits = bool(self._stopping) and not self.interrupt.isChecked()
            tip = self.tr("Choose how it may be interrupted first.") if waits else ""
            self.plan_button.setToolTip(tip or self.tr("No host is possible."))
            self._afterwards.clear()
            return
        text = self.tr("Show the plan for {host}")
        self.plan_button.setText(text.format(host=target))
        self.plan_button.setToolTip("")
        self._show_memory(moves.foresee(self.draft(), self._snapshot))

    def _name_button(self, count: int) -> None:
        self.plan_button.setText(self.tr("Show the plan for %n VM(s)", "", count))
        self.plan_button.setEnabled(count > 0)
        self.plan_button.setToolTip("" if count else self.tr("None of them can move so."))

    def _show_memory(self, foreseen: moves.Foreseen) -> None:
        figures = [text for change in foreseen.memory if (text := memory_clause(change))]
        text = self.tr("Memory used afterwards: {hosts}").format(hosts=", ".join(figures))
        self._afterwards.setText(text if figures else "")

    @Slot()
    def _on_plan(self) -> None:
        draft = self.draft()
        self.accept()
        self.draft_chosen.emit(draft)
