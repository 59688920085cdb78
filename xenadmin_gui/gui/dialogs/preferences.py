"""Language and appearance; both are also on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from xenadmin_gui.gui import i18n
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.gui.window import settings

if TYPE_CHECKING:
    from xenadmin_gui.gui.window.main_window import MainWindow

#: A language is called what its speakers call it.
_OWN_NAMES = {"de": "Deutsch", "en": "English"}


class PreferencesDialog(QDialog):
    """Each choice is kept at once; the language speaks from the next start on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Preferences"))
        title = QLabel(self.tr("Preferences"))
        title.setFont(fonts.title())
        self.language = QComboBox()
        self.language.addItem(self.tr("As the desktop"), "")
        for code in i18n.languages():
            self.language.addItem(_OWN_NAMES.get(code, code), code)
        self.appearance = QComboBox()
        for word, appearance in (
            (self.tr("As the desktop"), Appearance.SYSTEM),
            (self.tr("Light"), Appearance.LIGHT),
            (self.tr("Dark"), Appearance.DARK),
        ):
            self.appearance.addItem(word, appearance)
        store = settings.window_settings()
        self.language.setCurrentIndex(max(0, self.language.findData(i18n.kept_language(store))))
        now = settings.load_appearance(store)
        self.appearance.setCurrentIndex(self.appearance.findData(now))
        self.later = QLabel(self.tr("The language changes at the next start."))
        self.later.hide()
        form = QFormLayout()
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Appearance"), self.appearance)
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.later)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(380)
        self.language.currentIndexChanged.connect(self._on_language)
        self.appearance.currentIndexChanged.connect(self._on_appearance)

    @Slot()
    def _on_language(self) -> None:
        i18n.keep_language(settings.window_settings(), str(self.language.currentData()))
        self.later.show()

    @Slot()
    def _on_appearance(self) -> None:
        self._window.appearance_requested.emit(Appearance(self.appearance.currentData()))
