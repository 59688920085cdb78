"""The XML tab: read-only text in monospace, with find and copy."""

from __future__ import annotations

from PySide6.QtGui import QAction, QGuiApplication, QPalette, QTextCursor
from PySide6.QtWidgets import QPushButton, QStackedLayout, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.forms.ui_configuration_page import Ui_ConfigurationPage
from xenadmin_gui.gui.pages.configuration import TextCopy, configuration_texts, verdict
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.style import fonts
from xenadmin_gui.gui.widgets.hint import EmptyHint


class ConfigurationPage(Page):
    """Shows one of the copies; the choice survives newer snapshots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[TextCopy, ...] = ()
        self._key: Key | None = None
        content = QWidget(self)
        self.form = Ui_ConfigurationPage()
        self.form.setupUi(content)
        self.form.text.setFont(fonts.mono())
        self.form.verdict.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.form.copies.currentIndexChanged.connect(self._on_copy_chosen)
        self.form.copy_button.clicked.connect(self._on_copy)
        self.form.find_line.textChanged.connect(self._on_find_changed)
        self.form.find_line.returnPressed.connect(self._on_find_next)
        self._history: QAction | None = None
        self.history_button = QPushButton(self.tr("&History…"), content)
        self.history_button.setToolTip(
            self.tr("The definitions it had, what changed since, and the way back.")
        )
        self.history_button.clicked.connect(self._on_history)
        self.history_button.hide()
        self.form.bar.addWidget(self.history_button)
        self._hint = EmptyHint(self)
        self._hint.say(
            self.tr("Its definition has not been read yet. It comes with the next full answer.")
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self._hint)

    def offer_history(self, action: QAction) -> None:
        """Have a button that triggers ``action`` while a VM is shown."""
        self._history = action
        self.history_button.setVisible(self._key is not None and self._key.kind is Kind.VM)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        texts = configuration_texts(snapshot, key)
        self._stack.setCurrentIndex(0 if texts else 1)
        self.form.verdict.setText(verdict(snapshot, key))
        self.history_button.setVisible(self._history is not None and key.kind is Kind.VM)
        if texts == self._texts and key == self._key:
            return
        chosen = self.form.copies.currentText() if key == self._key else ""
        self._texts, self._key = texts, key
        copies = self.form.copies
        copies.blockSignals(True)
        copies.clear()
        copies.addItems([copy.title for copy in texts])
        copies.setCurrentIndex(max(0, copies.findText(chosen)) if texts else -1)
        copies.setEnabled(len(texts) > 1)
        copies.blockSignals(False)
        self._on_copy_chosen()

    def _on_history(self) -> None:
        if self._history is not None:
            self._history.trigger()

    def _on_copy_chosen(self) -> None:
        place = self.form.copies.currentIndex()
        text = self._texts[place].text if 0 <= place < len(self._texts) else ""
        if text != self.form.text.toPlainText():
            self.form.text.setPlainText(text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.text.toPlainText())

    def _on_find_changed(self) -> None:
        self.form.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._on_find_next()

    def _on_find_next(self) -> None:
        """Select the next place; after the last one begin again at the top."""
        wanted = self.form.find_line.text()
        if wanted and not self.form.text.find(wanted):
            self.form.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.form.text.find(wanted)
