"""The page of whether Pacemaker takes care of the VM."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, put_text, wrapped
from xenadmin_gui.gui.install.places import Place

_MOST_PRIORITY = 1_000_000


class ProtectionPage(InstallPage):
    """Whether Pacemaker runs it, and how much it matters."""

    def __init__(self) -> None:
        super().__init__(
            Place.PROTECTION,
            self.tr("Protection"),
            self.tr("What when its host fails?"),
        )
        self.protect = QCheckBox(self.tr("&Protected: Pacemaker starts it on another host"))
        self.meaning = wrapped("")
        self.add("protect", "", self.protect, hint=self.meaning)
        self.priority = QSpinBox()
        self.priority.setRange(-_MOST_PRIORITY, _MOST_PRIORITY)
        self.others = wrapped("")
        self.add("priority", self.tr("P&riority"), self.priority, hint=self.others)
        self.apart = QLineEdit()
        self.apart.setPlaceholderText(self.tr("names of protected VMs, such as web1, web2"))
        hint = wrapped(self.tr("They do not share a host while there is another one."))
        self.add("apart", self.tr("Keep &apart from"), self.apart, hint=hint)
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        return replace(
            answers,
            protect=self.protect.isChecked(),
            priority=self.priority.value(),
            apart=self.apart.text(),
        )

    def show_sight(self, sight: Sight) -> None:
        protected = sight.answers.protect
        self.meaning.setText(
            self.tr(
                "It becomes a resource of Pacemaker like the other protected VMs, and is started "
                "again elsewhere when its host fails."
            )
            if protected
            else self.tr(
                "It is a VM of libvirt only: when its host fails, it stays off until somebody "
                "starts it."
            )
        )
        self.priority.setEnabled(protected)
        self.apart.setEnabled(protected)
        known = sorted(
            {vm.protection.priority for vm in sight.snapshot.vms.values() if vm.protection}
        )
        text = self.tr(
            "When room is short, VMs of higher priority are started first. In use: {numbers}."
        )
        self.others.setText(text.format(numbers=", ".join(map(str, known)) or "0"))
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self.protect.setChecked(answers.protect)
        self.priority.setValue(answers.priority)
        put_text(self.apart, answers.apart)
