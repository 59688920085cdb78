"""No cluster yet: three ways to begin, or what is being opened, or why that failed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCommandLinkButton, QWidget

from xenadmin_gui.gui.forms.ui_welcome_page import Ui_WelcomePage
from xenadmin_gui.gui.style import fonts, icons, spacing


class WelcomePage(QWidget):
    """Signals: add_requested, demo_requested, read_requested, each when its button is pressed."""

    add_requested = Signal()
    demo_requested = Signal()
    read_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_WelcomePage()
        self.form.setupUi(self)
        self.form.title.setFont(fonts.title())
        self.form.notice.hide()
        self.form.add_button.clicked.connect(self.add_requested)
        self.form.demo_button.clicked.connect(self.demo_requested)
        self.form.read_button.clicked.connect(self.read_requested)
        self.retint()

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        for button, icon in zip(self.buttons(), ("add", "look", "book"), strict=True):
            button.setIcon(icons.action_icon(icon))
            button.setIconSize(QSize(spacing.XL, spacing.XL))
            button.setMinimumWidth(540)

    def buttons(self) -> tuple[QCommandLinkButton, ...]:
        """Return the three buttons, the likeliest first."""
        return (self.form.add_button, self.form.demo_button, self.form.read_button)

    def show_opening(self, name: str) -> None:
        """Say that a cluster is being opened; the buttons wait."""
        self.form.title.setText(self.tr("Opening {name} …").format(name=name))
        self.form.explanation.hide()
        self.form.notice.hide()
        for button in self.buttons():
            button.hide()

    def show_choice(self, notice: str = "") -> None:
        """Offer the three ways to begin; ``notice`` says why the last one failed."""
        self.form.retranslateUi(self)
        self.form.explanation.show()
        self.form.notice.setText(notice)
        self.form.notice.setVisible(bool(notice))
        for button in self.buttons():
            button.show()
        self.form.add_button.setFocus()
