"""Add a cluster, first page: one machine of it, and how to log in there."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from xenadmin_gui.domain.config import SshConfig
from xenadmin_gui.gui.dialogs.field import Field
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.session import cluster_rules
from xenadmin_gui.session.discovery import Start
from xenadmin_gui.session.yamlnodes import Rule

AGENT, KEY, PASSWORD = range(3)


class WherePage(QWidget):
    """Name, address, user, port and the way to log in.

    Attributes:
        taken_names: Of the clusters that there are already.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.taken_names: tuple[str, ...] = ()
        self.name = QLineEdit()
        self.name.setPlaceholderText("prod")
        self.address = QLineEdit()
        self.address.setPlaceholderText("xen1.example.org")
        self.user = QLineEdit("root")
        self.port = QSpinBox()
        self.port.setRange(1, 65535)
        self.port.setValue(22)
        self.way = QComboBox()
        self.way.addItem(self.tr("SSH agent and OpenSSH's own keys"))
        self.way.addItem(self.tr("A key file"))
        self.way.addItem(self.tr("A password, kept in the keyring"))
        self.key = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.jump = QLineEdit()
        self.jump.setPlaceholderText(self.tr("nobody; or user@host:port"))
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        key_line = QWidget()
        line = QHBoxLayout(key_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing.XS)
        line.addWidget(self.key, 1)
        line.addWidget(browse)
        self.name_field, self.address_field = Field(self.name), Field(self.address)
        self.user_field, self.key_field = Field(self.user), Field(key_line)
        self.password_field, self.jump_field = Field(self.password), Field(self.jump)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.addRow(self.tr("&Name of the cluster"), self.name_field)
        self.form.addRow(self.tr("&One of its machines"), self.address_field)
        self.form.addRow(self.tr("&User"), self.user_field)
        self.form.addRow(self.tr("&Port"), self.port)
        self.form.addRow(self.tr("&Log in with"), self.way)
        self.form.addRow(self.tr("&Key file"), self.key_field)
        self.form.addRow(self.tr("Pass&word"), self.password_field)
        self.form.addRow(self.tr("&Through"), self.jump_field)
        self.way.currentIndexChanged.connect(self._on_way)
        self._on_way()

    def start(self) -> Start | None:
        """Return what is filled in; None when something is wrong, which is said beside it."""
        checks = (
            (self.name_field, self._name_problem()),
            (self.address_field, self._problem(cluster_rules.ADDRESS, self.address.text())),
            (self.user_field, self._problem(cluster_rules.USER, self.user.text())),
            (self.jump_field, self._jump_problem()),
            (self.key_field, self._key_problem()),
            (self.password_field, self._password_problem()),
        )
        for field, problem in checks:
            field.complain(problem)
        wrong = [field for field, problem in checks if problem]
        if wrong:
            wrong[0].setFocus()
            return None
        port = self.port.value()
        key = self.key.text().strip() if self.way.currentIndex() == KEY else None
        user = self.user.text().strip()
        return Start(
            name=self.name.text().strip(),
            address=self.address.text().strip(),
            port=None,
            user=None,
            jump=self.jump.text().strip() or None,
            ssh=SshConfig(user=user, port=port, identity=key),
        )

    @property
    def account(self) -> str:
        """The keyring's name of the password."""
        user, address = self.user.text().strip(), self.address.text().strip()
        return f"{user}@{address}:{self.port.value()}"

    @property
    def wanted_password(self) -> str:
        """The password to keep; empty when another way is chosen."""
        return self.password.text() if self.way.currentIndex() == PASSWORD else ""

    def _problem(self, rule: Rule[str], text: str) -> str:
        try:
            rule.read(text.strip())
        except ValueError:
            return self.tr("This does not look right. Expected: {what}.").format(
                what=self._expected(rule)
            )
        return ""

    def _expected(self, rule: Rule[str]) -> str:
        words = {
            cluster_rules.NAME.expected: self.tr("a name of letters, digits, dots and dashes"),
            cluster_rules.ADDRESS.expected: self.tr("a host name or an IP address"),
            cluster_rules.USER.expected: self.tr("a user name"),
            cluster_rules.PATH.expected: self.tr("an absolute path, or one that begins with ~/"),
        }
        return words.get(rule.expected, rule.expected)

    def _name_problem(self) -> str:
        name = self.name.text().strip()
        if name in self.taken_names:
            return self.tr("There is a cluster of this name already.")
        return self._problem(cluster_rules.NAME, name)

    def _jump_problem(self) -> str:
        jump = self.jump.text().strip()
        if jump and not cluster_rules.is_jump_address(jump):
            return self.tr("Expected: user@host:port, user and port may be left out.")
        return ""

    def _key_problem(self) -> str:
        if self.way.currentIndex() != KEY:
            return ""
        return self._problem(cluster_rules.PATH, self.key.text())

    def _password_problem(self) -> str:
        if self.way.currentIndex() == PASSWORD and not self.password.text():
            return self.tr("Type the password.")
        return ""

    @Slot()
    def _on_way(self) -> None:
        way = self.way.currentIndex()
        self.form.setRowVisible(self.key_field, way == KEY)
        self.form.setRowVisible(self.password_field, way == PASSWORD)

    @Slot()
    def _on_browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Private key"), self.key.text())
        if path:
            self.key.setText(path)
