"""The button that fills the pages from a preset, or keeps them as one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from xenadmin_gui.gui.style import icons


class PresetButton(QPushButton):
    """Signals: chosen, saved, removed; each with the name of a preset."""

    chosen = Signal(str)
    saved = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Pr&esets"))
        self.setAutoDefault(False)
        self.setMenu(QMenu(self))
        self.names: tuple[str, ...] = ()
        self.show_names(())

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offer the presets that there are."""
        self.names = names
        menu = self.menu()
        menu.clear()
        for name in names:
            action = menu.addAction(icons.action_icon("forward"), name.replace("&", "&&"))
            action.triggered.connect(lambda *_, name=name: self.chosen.emit(name))
        if not names:
            nothing = QAction(self.tr("None is saved yet"), menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        menu.addSeparator()
        save = menu.addAction(icons.action_icon("save"), self.tr("&Save these answers…"))
        save.triggered.connect(self._ask_name)
        if names:
            gone = menu.addMenu(icons.action_icon("remove"), self.tr("&Remove"))
            for name in names:
                action = gone.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda *_, name=name: self.removed.emit(name))

    def _ask_name(self) -> None:
        dialog = QInputDialog(self.window())
        dialog.setWindowTitle(self.tr("Save as a preset"))
        dialog.setLabelText(
            self.tr("Name of the preset; names, addresses and passwords are not kept:")
        )
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueChanged.connect(
            lambda text: dialog.setOkButtonText(
                self.tr("Replace") if text.strip() in self.names else self.tr("Save")
            )
        )
        dialog.textValueSelected.connect(self._on_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_named(self, name: str) -> None:
        if name.strip():
            self.saved.emit(name.strip())
