"""Shows a terminal's screen, takes keys and the mouse; knows nothing of hosts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from xenadmin_gui.gui.console import keys
from xenadmin_gui.gui.console.screen import Frame, Run, TerminalScreen
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.style.terminal import color_of

#: Frugal over thin lines, quick enough for the eye.
_FRAME_MS = 40
_LINES_A_NOTCH = 3
_SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TerminalView(QAbstractScrollArea):
    """Paints at most 25 times a second, and only when something changed.

    Signals:
        typed: bytes to send.
        resized: Columns and rows there is room for.
        find_requested: Ctrl+Shift+F.
        released: Ctrl+Alt+Return: the keyboard belongs to the window again.
    """

    typed = Signal(bytes)
    resized = Signal(int, int)
    find_requested = Signal()
    released = Signal()

    def __init__(self, screen: TerminalScreen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.screen_ = screen
        self._seen = -1
        self._back = 0
        self._selection: tuple[tuple[int, int], tuple[int, int]] | None = None
        self._frame = screen.frame()
        self._end = screen.end
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(self.tr("Terminal"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setFont(fonts.mono())
        self._measure()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._pause = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._pause.timeout.connect(self.refresh)

    def sizeHint(self) -> QSize:
        return QSize(80 * self._cell.width() + spacing.L, 24 * self._cell.height() + spacing.S)

    def refresh_soon(self) -> None:
        """Paint what has changed: at once after a rest, else with the next picture."""
        if not self._pause.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Paint what has changed."""
        version = self.screen_.version
        if version == self._seen or not self.isVisible():
            return
        self._seen = version
        self._pause.start()
        bar = self.verticalScrollBar()
        grown, self._end = self.screen_.end - self._end, self.screen_.end
        most = self._most_back
        if self._back:  # what is being read stays where it is, as long as it is kept
            self._back = min(self._back + grown, most)
        self._frame = self.screen_.frame(self._back)
        bar.blockSignals(True)
        bar.setRange(0, most)
        bar.setPageStep(self.screen_.size[1])
        bar.setValue(most - self._back)
        bar.blockSignals(False)
        self.viewport().update()

    def scroll_to(self, line: int) -> None:
        """Bring a line into view and mark it."""
        rows = self.screen_.size[1]
        self._selection = ((line, 0), (line, self.screen_.size[0] - 1))
        self._set_back(self.screen_.end - rows - max(self.screen_.oldest, line - rows // 2))

    def copy(self) -> None:
        """Put the marked text on the clipboard."""
        if self._selection is not None:
            QGuiApplication.clipboard().setText(self.screen_.text(*self._selection))

    def paste(self, source: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        """Type the clipboard's text, key by key."""
        text = QGuiApplication.clipboard().text(source)
        if text:
            self._send(text.replace("\r\n", "\r").replace("\n", "\r").encode())

    def event(self, event: QEvent) -> bool:
        """Keep Tab and the shortcuts of the window for the program, as long as it has the focus."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_ours(event):
            return
        code = keys.code_of(event, application_cursor=self.screen_.is_application_cursor)
        if code:
            self._send(code)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._send(event.commitString().encode())

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = max(2, (self.viewport().width() - spacing.S) // self._cell.width())
        rows = max(2, self.viewport().height() // self._cell.height())
        if (columns, rows) != self.screen_.size:
            self.screen_.resize(columns, rows)
            self.refresh_soon()
            self.resized.emit(columns, rows)
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        self._set_back(self._back + round(notches * _LINES_A_NOTCH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            place = self._place(event.position().toPoint())
            self._selection = (place, place)
            self.viewport().update()
        elif event.button() is Qt.MouseButton.MiddleButton:
            self.paste(QClipboard.Mode.Selection)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._selection is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._selection = (self._selection[0], self._place(event.position().toPoint()))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._selection is not None and self._selection[0] == self._selection[1]:
            self._selection = None
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        for row, runs in enumerate(self._frame.lines):
            for run in runs:
                self._paint_run(painter, row, run)
        self._paint_selection(painter)
        self._paint_cursor(painter, self._frame)
        painter.end()

    def focusInEvent(self, event: object) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        self.viewport().update()

    def _is_ours(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers == _SHIFT_CTRL:
            ours = {
                Qt.Key.Key_C: self.copy,
                Qt.Key.Key_V: self.paste,
                Qt.Key.Key_F: self.find_requested.emit,
            }
            if key in ours:
                ours[key]()
                return True
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            page = self.screen_.size[1] - 1
            steps = {Qt.Key.Key_PageUp: page, Qt.Key.Key_PageDown: -page}
            if key in steps:
                self._set_back(self._back + steps[key])
                return True
        leave = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if modifiers == leave and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.released.emit()
            return True
        return False

    @property
    def _most_back(self) -> int:
        return self.screen_.end - self.screen_.size[1] - self.screen_.oldest

    def _send(self, data: bytes) -> None:
        self._set_back(0)
        self._selection = None
        self.typed.emit(data)

    def _measure(self) -> None:
        metrics = QFontMetrics(self.font())
        self._cell = QSize(max(1, metrics.horizontalAdvance("m")), metrics.height())
        self._ascent = metrics.ascent()
        self._plain, self._bold = QFont(self.font()), QFont(self.font())
        self._bold.setBold(True)
        for font in (self._plain, self._bold):  # a run of text is as wide as its cells
            surplus = self._cell.width() - QFontMetricsF(font).horizontalAdvance("m")
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, surplus)

    def _place(self, point: QPoint) -> tuple[int, int]:
        column = (point.x() - spacing.XS) // self._cell.width()
        row = point.y() // self._cell.height()
        columns, rows = self.screen_.size
        return self._frame.first + min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)

    def _on_scrolled(self, value: int) -> None:
        self._set_back(self.verticalScrollBar().maximum() - value)

    def _set_back(self, lines: int) -> None:
        back = min(max(0, lines), self._most_back)
        if back != self._back:
            self._back = back
            self._seen = -1
            self.refresh()

    def _paint_run(self, painter: QPainter, row: int, run: Run) -> None:
        colors = self.palette()
        ink = color_of(run.fg, colors, is_ground=False)
        ground = color_of(run.bg, colors, is_ground=True)
        if run.reverse:
            ink, ground = ground, ink
        x, y = spacing.XS + run.column * self._cell.width(), row * self._cell.height()
        if run.reverse or run.bg != "default":
            painter.fillRect(x, y, run.width * self._cell.width(), self._cell.height(), ground)
        painter.setPen(ink)
        painter.setFont(self._bold if run.bold else self._plain)
        painter.drawText(x, y + self._ascent, run.text)
        if run.underline:
            line = y + self._ascent + 1
            painter.drawLine(x, line, x + run.width * self._cell.width(), line)

    def _paint_selection(self, painter: QPainter) -> None:
        if self._selection is None:
            return
        (first, left), (last, right) = sorted(self._selection)
        color = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        color.setAlpha(90)
        columns = self.screen_.size[0]
        shown = range(self._frame.first, self._frame.first + len(self._frame.lines))
        for line in range(max(first, shown.start), min(last + 1, shown.stop)):
            row = line - self._frame.first
            begin = left if line == first else 0
            end = right + 1 if line == last else columns
            x = spacing.XS + begin * self._cell.width()
            width = (end - begin) * self._cell.width()
            painter.fillRect(x, row * self._cell.height(), width, self._cell.height(), color)

    def _paint_cursor(self, painter: QPainter, frame: Frame) -> None:
        if frame.cursor is None:
            return
        column, row = frame.cursor
        x, y = spacing.XS + column * self._cell.width(), row * self._cell.height()
        color = self.palette().color(QPalette.ColorRole.Text)
        if self.hasFocus():
            color.setAlpha(140)
            painter.fillRect(x, y, self._cell.width(), self._cell.height(), color)
        else:
            painter.setPen(color)
            painter.drawRect(x, y, self._cell.width() - 1, self._cell.height() - 1)
