"""Add a cluster, second page: what was found, to be corrected before it is written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.gui.style import fonts, spacing

_USE, _NAME, _ADDRESS, _HOST, _SAN = range(5)
_EDITABLE = Qt.ItemFlag.ItemIsEditable


class FoundPage(QWidget):
    """Two tables: machines with their roles, networks with their names and kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config = ClusterConfig("")
        self.servers = self._table(
            (
                self.tr("Use"),
                self.tr("Name"),
                self.tr("Address"),
                self.tr("Runs VMs"),
                self.tr("Offers storage"),
            )
        )
        self.servers.setAccessibleName(self.tr("Machines that were found"))
        self.networks = self._table((self.tr("Name"), self.tr("Network"), self.tr("Used for")))
        stretch = QHeaderView.ResizeMode.Stretch
        self.servers.horizontalHeader().setSectionResizeMode(_ADDRESS, stretch)
        self.networks.horizontalHeader().setSectionResizeMode(1, stretch)
        self.networks.setAccessibleName(self.tr("Networks that were found"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing.S)
        for text, table in (
            (self.tr("Machines"), self.servers),
            (self.tr("Networks"), self.networks),
        ):
            label = QLabel(text)
            label.setFont(fonts.bold())
            label.setBuddy(table)
            column.addWidget(label)
            column.addWidget(table, 1)

    @staticmethod
    def _table(heads: tuple[str, ...]) -> QTableWidget:
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(spacing.ROW + spacing.XS)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.setShowGrid(False)
        return table

    def show_config(self, config: ClusterConfig) -> None:
        """Fill the tables."""
        self._config = config
        self.servers.setRowCount(len(config.servers))
        for row, server in enumerate(config.servers):
            self.servers.setItem(row, _USE, _checked(True))
            self.servers.setItem(row, _NAME, QTableWidgetItem(server.name))
            self.servers.setItem(row, _ADDRESS, QTableWidgetItem(server.address))
            self.servers.setItem(row, _HOST, _checked(Role.HOST in server.roles))
            self.servers.setItem(row, _SAN, _checked(Role.SAN in server.roles))
        self.networks.setRowCount(len(config.networks))
        for row, network in enumerate(config.networks):
            self.networks.setItem(row, 0, QTableWidgetItem(network.name))
            cidr = QTableWidgetItem(network.cidr)
            cidr.setFlags(cidr.flags() & ~_EDITABLE)
            self.networks.setItem(row, 1, cidr)
            kind = QComboBox()
            kind.addItem(self.tr("management"), "management")
            kind.addItem(self.tr("storage"), "storage")
            kind.setCurrentIndex(kind.findData(network.kind))
            self.networks.setCellWidget(row, 2, kind)

    def config(self) -> ClusterConfig:
        """Return what stands in the tables; servers that are not to be used are left out."""
        networks = tuple(
            NetworkConfig(self._text(self.networks, row, 0), self._kind(row), network.cidr)
            for row, network in enumerate(self._config.networks)
        )
        pairs = zip(self._config.networks, networks, strict=True)
        renamed = {old.name: new.name for old, new in pairs}
        servers = tuple(
            self._server(row, server, renamed)
            for row, server in enumerate(self._config.servers)
            if self._is_checked(row, _USE)
        )
        return replace(self._config, servers=servers, networks=networks)

    def _server(self, row: int, server: ServerConfig, renamed: dict[str, str]) -> ServerConfig:
        columns = ((_HOST, Role.HOST), (_SAN, Role.SAN))
        name = self._text(self.servers, row, _NAME)
        return replace(
            server,
            name=name,
            node=server.node_name if name != server.node_name else "",
            address=self._text(self.servers, row, _ADDRESS),
            roles=frozenset(role for column, role in columns if self._is_checked(row, column)),
            networks={renamed.get(key, key): value for key, value in server.networks.items()},
        )

    def _kind(self, row: int) -> str:
        box = self.networks.cellWidget(row, 2)
        return str(box.currentData()) if isinstance(box, QComboBox) else "management"

    def _is_checked(self, row: int, column: int) -> bool:
        item = self.servers.item(row, column)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    @staticmethod
    def _text(table: QTableWidget, row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text().strip() if item is not None else ""


def _checked(state: bool) -> QTableWidgetItem:
    item = QTableWidgetItem()
    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~_EDITABLE)
    item.setCheckState(Qt.CheckState.Checked if state else Qt.CheckState.Unchecked)
    return item
