"""One network card: its bridge, its MAC, and how the guest gets its address."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.bridges import ClusterBridge
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import NicAnswer
from xenadmin_gui.gui.install.page import held, put_below, put_text, wrapped
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.operations.vmedit.cards import VLANS

_DHCP, _FIXED = range(2)
_BRIDGE_CHARS = 20


class NicBox(QWidget):
    """The fields of one card.

    Signals:
        changed: Something was filled in.
        removed: The card is to go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading: QLabel = section_title("")
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self.removed)
        self.bridge = QComboBox()
        self.bridge.setEditable(True)
        self.bridge.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.bridge.setMinimumContentsLength(_BRIDGE_CHARS)
        self.vlan = QSpinBox()
        self.vlan.setRange(0, VLANS[-1])
        self.vlan.setSpecialValueText(self.tr("none"))
        self.mac = QLineEdit()
        self.mac.setPlaceholderText(self.tr("a free one is drawn"))
        self.way = QComboBox()
        self.way.addItem(self.tr("asks for it (DHCP)"))
        self.way.addItem(self.tr("is given here"))
        self.address, self.gateway, self.dns = QLineEdit(), QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("10.0.0.5/24")
        self.gateway.setPlaceholderText("10.0.0.1")
        self.dns.setPlaceholderText("10.0.0.2, 10.0.0.3")
        self.meant, self.lacking = wrapped(""), wrapped("")
        self._known: dict[str, ClusterBridge] = {}
        self.fields = {
            "bridge": held(self.bridge),
            "vlan": held(self.vlan),
            "mac": held(self.mac),
            "address": held(self.address),
            "gateway": held(self.gateway),
            "dns": held(self.dns),
        }
        self._build()

    def _build(self) -> None:
        put_below(self.fields["address"], self.meant)
        put_below(self.fields["bridge"], self.lacking)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(spacing.L)
        self.form.setVerticalSpacing(spacing.S)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget, QWidget], ...] = (
            (self.tr("Brid&ge"), self.fields["bridge"], self.bridge),
            (self.tr("&VLAN"), self.fields["vlan"], self.vlan),
            (self.tr("&MAC address"), self.fields["mac"], self.mac),
            (self.tr("&IP address"), held(self.way), self.way),
            (self.tr("A&ddress"), self.fields["address"], self.address),
            (self.tr("Gate&way"), self.fields["gateway"], self.gateway),
            (self.tr("Name &servers"), self.fields["dns"], self.dns),
        )
        for label, field, editor in rows:
            self.form.addRow(label, field)
            editor.setAccessibleName(label.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        column.addLayout(head)
        column.addLayout(self.form)
        self.bridge.currentTextChanged.connect(self._show_lacking)
        self.bridge.currentTextChanged.connect(self.changed)
        self.vlan.valueChanged.connect(self.changed)
        self.way.currentIndexChanged.connect(self._on_way)
        for line in (self.mac, self.address, self.gateway, self.dns):
            line.textChanged.connect(self.changed)
        self._show_way()

    def answer(self) -> NicAnswer:
        """Return what is filled in."""
        return NicAnswer(
            bridge=self.bridge.currentText(),
            mac=self.mac.text(),
            is_fixed=self.way.currentIndex() == _FIXED,
            address=self.address.text(),
            gateway=self.gateway.text(),
            dns=self.dns.text(),
            vlan=self.vlan.value(),
        )

    def typed(self, field: str) -> str:
        """Return what stands in a field; empty for one that there is not."""
        editors = {"mac": self.mac, "address": self.address, "gateway": self.gateway}
        if field == "bridge":
            return self.bridge.currentText().strip()
        return editors[field].text().strip() if field in editors else ""

    def put(self, nic: NicAnswer) -> None:
        """Show ``nic``."""
        if self.bridge.currentText() != nic.bridge:
            self.bridge.setCurrentText(nic.bridge)
        self.vlan.setValue(nic.vlan)
        self.way.setCurrentIndex(_FIXED if nic.is_fixed else _DHCP)
        for line, text in (
            (self.mac, nic.mac),
            (self.address, nic.address),
            (self.gateway, nic.gateway),
            (self.dns, nic.dns),
        ):
            put_text(line, text)

    def show_bridges(self, bridges: tuple[ClusterBridge, ...]) -> None:
        """Offer the bridges that are known, and say which hosts lack the chosen one."""
        self._known = {one.name: one for one in bridges}
        self._show_lacking()
        names = list(self._known)
        if names == [self.bridge.itemText(n) for n in range(self.bridge.count())]:
            return
        with QSignalBlocker(self.bridge):
            typed = self.bridge.currentText()
            self.bridge.clear()
            self.bridge.addItems(names)
            self.bridge.setCurrentText(typed)

    def _show_lacking(self) -> None:
        found = self._known.get(self.bridge.currentText().strip())
        text = ""
        if found is not None and found.lacking:
            text = self.tr("Missing on {hosts}: a VM with this card cannot run there.")
            text = text.format(hosts=wording.listing(list(found.lacking)))
        is_switch = found is not None and found.is_ovs
        self.form.setRowVisible(self.fields["vlan"], is_switch or self.vlan.value() > 0)
        self.lacking.setText(text)
        self.lacking.setVisible(bool(text))

    def complain(self, wrong: dict[str, list[str]]) -> None:
        """Show what is wrong, by field; what belongs to none stands at the bridge."""
        for name, field in self.fields.items():
            its = wrong.get(name, [])
            if name == "bridge":
                its = [*its, *wrong.get("nics", [])]
            field.complain("\n".join(its[:3]))

    def show_meaning(self, text: str) -> None:
        """Say which addresses several VMs get; empty: nothing."""
        self.meant.setText(text)
        self._show_way()

    def _on_way(self) -> None:
        self._show_way()
        self.changed.emit()

    def _show_way(self) -> None:
        is_fixed = self.way.currentIndex() == _FIXED
        for name in ("address", "gateway", "dns"):
            self.form.setRowVisible(self.fields[name], is_fixed)
        self.meant.setVisible(is_fixed and bool(self.meant.text()))
