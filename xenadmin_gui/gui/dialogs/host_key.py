"""An unknown host key asks with its fingerprint; a changed one is a hard stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.errors import HostKeyChangedError, HostKeyUnknownError
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import shelltext
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import fonts, icons, spacing


class _KeyDialog(QDialog):
    """Sign, sentence and a column to fill."""

    def __init__(self, health: Health, title: str, sentence: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        sign = QLabel()
        sign.setPixmap(icons.state_pixmap(health, spacing.XL, self.devicePixelRatioF()))
        heading = QLabel(title)
        heading.setFont(fonts.title())
        heading.setWordWrap(True)
        text = QLabel(sentence)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(spacing.M)
        head.addWidget(sign)
        head.addWidget(heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        self.column.setSpacing(spacing.M)
        self.column.addLayout(head)
        self.column.addWidget(text)


class UnknownHostKeyDialog(_KeyDialog):
    """Accepted only after the administrator says that the fingerprints were compared."""

    def __init__(self, error: HostKeyUnknownError, parent: QWidget | None = None) -> None:
        super().__init__(
            Health.UNKNOWN,
            self.tr("Is this really {host}?").format(host=error.host),
            self.tr(
                "This host has never been seen from here. Compare the fingerprint with the "
                "host's own before you trust it; on the host's console this prints it:"
            ),
            parent,
        )
        self.error = error
        command = QLabel(f"ssh-keygen -lf /etc/ssh/ssh_host_{_short(error.key_type)}_key.pub")
        fingerprint = QLabel(error.fingerprint)
        for label in (command, fingerprint):
            label.setFont(fonts.mono())
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form = QFormLayout()
        form.addRow(self.tr("Host"), QLabel(error.host))
        form.addRow(self.tr("Kind of key"), QLabel(error.key_type))
        form.addRow(self.tr("Fingerprint"), fingerprint)
        self.compared = QCheckBox(self.tr("I have &compared the fingerprints: they are the same"))
        self.accept_button = QPushButton(self.tr("&Trust this host"))
        self.accept_button.setEnabled(False)
        self.accept_button.setToolTip(self.tr("Compare the fingerprints first."))
        self.compared.toggled.connect(self.accept_button.setEnabled)
        self.accept_button.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Do not connect"))
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.accept_button)
        self.column.addWidget(command)
        self.column.addLayout(form)
        self.column.addWidget(self.compared)
        self.column.addLayout(buttons)
        cancel.setFocus()


class ChangedHostKeyDialog(_KeyDialog):
    """Offers no way on: whoever changed the key must be known before the file is edited."""

    def __init__(self, error: HostKeyChangedError, parent: QWidget | None = None) -> None:
        super().__init__(
            Health.FAILED,
            self.tr("{host} shows another key than before").format(host=error.host),
            phrase(error.sentence),
            parent,
        )
        why = QLabel(
            self.tr(
                "Either the host was installed anew, or somebody stands between you and the "
                "host. Nothing was sent. Ask who looks after the host; only when the new key is "
                "explained, remove the old one:"
            )
        )
        why.setWordWrap(True)
        line = shelltext.shell_line(("ssh-keygen", "-R", error.host))
        command = QLabel(line)
        command.setFont(fonts.mono())
        command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(icons.action_icon("copy"), self.tr("Copy as &shell"))
        copy.clicked.connect(lambda: shelltext.copy(line))
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        copy.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self.column.addWidget(why)
        self.column.addWidget(command)
        if error.next_step:
            step = QLabel(phrase(error.next_step))
            step.setWordWrap(True)
            self.column.addWidget(step)
        self.column.addLayout(buttons)


def _short(key_type: str) -> str:
    """``ssh-ed25519`` is kept in ``ssh_host_ed25519_key``."""
    if key_type.startswith("ecdsa"):
        return "ecdsa"
    return key_type.removeprefix("ssh-")
