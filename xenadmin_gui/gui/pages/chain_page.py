"""The Storage chain tab: the chain as a drawn picture, or as a table for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages.chain import chain_rows, headers
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.san.scene.chain_picture import picture_of
from xenadmin_gui.gui.san.scene.impact_box import ImpactBox
from xenadmin_gui.gui.san.scene.picture import Node, Picture, letter_of
from xenadmin_gui.gui.san.scene.view import PictureView
from xenadmin_gui.gui.scale import is_large
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.hint import EmptyHint
from xenadmin_gui.gui.widgets.labels import faint_label

_ZOOM_STEP = 1.2


class ChainPage(Page):
    """Return on an element opens it; a selected one says what its failure would mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._key: Key | None = None
        self._made: Picture | None = None
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._draw)
        self.picture = PictureView(self)
        self.picture.setAccessibleName(self.tr("Picture of the storage chain"))
        self.picture.opened.connect(self.opened)
        self.picture.menu_requested.connect(self.menu_requested)
        self.picture.chosen.connect(self._on_chosen)
        self.impact = ImpactBox(self)
        self.impact.opened.connect(self.opened)
        self._model = ObjectTreeModel(headers(), self)
        self._view = self._make_table()
        self._hint = EmptyHint(self)
        self._hint.say(
            self.tr("No chain is known: no disk here leads to a LUN of the SAN as far as known.")
        )
        self.stack = QStackedWidget(self)
        for widget in (self.picture, self._view, self._hint):
            self.stack.addWidget(widget)
        self._legend = faint_label("")
        self.as_table = self._button(self.tr("As a table"), self._on_switched)
        self.as_table.setCheckable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_strip())
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.impact)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_print)

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        if key != self._key:
            self._key = key
            self.picture.start_over()
            self.impact.show_impact(snapshot, None)
        self._snapshot = snapshot
        self._catch_up()

    def retint(self) -> None:
        """Draw it in the scheme in force."""
        self.picture.retint()

    def draw_on(self, printer: QPrinter) -> None:
        """Print the picture in black and white."""
        painter = QPainter(printer)
        self.picture.print_on(painter)
        painter.end()

    def _catch_up(self) -> None:
        """Bring what is in front up to date; the other follows when it is shown."""
        if self._snapshot is None or self._key is None:
            return
        if self.as_table.isChecked():
            rows = chain_rows(self._snapshot, self._key)
            self._model.apply(rows)
            self.stack.setCurrentWidget(self._view if rows else self._hint)
            self.impact.show_impact(self._snapshot, None)
            return
        self._made = picture_of(self._snapshot, self._key)
        if is_large(self._snapshot):
            self._next_turn.start(0)
        else:
            self._draw()

    def _draw(self) -> None:
        """Draw the picture that was made; of a large cluster in another event than it was made."""
        picture = self._made
        if picture is None or self._snapshot is None or self.as_table.isChecked():
            return
        self._legend.setText(self._legend_of(picture))
        self.stack.setCurrentWidget(self.picture if picture.nodes else self._hint)
        self.picture.show_picture(picture)
        self.impact.show_impact(self._snapshot, self.picture.node(self.picture.current))

    def _legend_of(self, picture: Picture) -> str:
        lines = ("━━━", "╍╍╍", "┄┄┄", "─·─")
        return "     ".join(
            f"{letter_of(number)} {lines[number % len(lines)]} {name}"
            for number, name in enumerate(picture.networks)
        )

    def _make_table(self) -> ObjectTreeView:
        view = ObjectTreeView(self._model, self)
        view.setAccessibleName(self.tr("Storage chain"))
        view.activated_key.connect(self.opened)
        view.menu_requested.connect(self.menu_requested)
        header = view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((220, 120, 190)):
            header.resizeSection(column, width)
        return view

    def _make_strip(self) -> QHBoxLayout:
        strip = QHBoxLayout()
        strip.setContentsMargins(spacing.M, spacing.XS, spacing.S, spacing.XS)
        strip.setSpacing(spacing.XS)
        strip.addWidget(self._legend)
        strip.addStretch(1)
        smaller = self._button("−", lambda: self.picture.zoom_by(1 / _ZOOM_STEP))
        smaller.setToolTip(self.tr("Smaller (-, Ctrl and the wheel)"))
        larger = self._button("+", lambda: self.picture.zoom_by(_ZOOM_STEP))
        larger.setToolTip(self.tr("Larger (+, Ctrl and the wheel)"))
        whole = self._button("100 %", self.picture.reset_zoom)
        whole.setToolTip(self.tr("As large as the other text (0)"))
        self.picture.zoomed.connect(lambda zoom: whole.setText(wording.percent(100 * zoom)))
        for button in (smaller, whole, larger, self.as_table):
            strip.addWidget(button)
        return strip

    def _button(self, text: str, call: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.clicked.connect(call)
        return button

    def _on_switched(self) -> None:
        self._catch_up()

    def _on_chosen(self, node: Node | None) -> None:
        if self._snapshot is not None:
            self.impact.show_impact(self._snapshot, node)

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.draw_on(printer))
        QDialog.open(dialog)
