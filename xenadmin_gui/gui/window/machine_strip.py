"""One shape and name a machine, always in sight; a click selects the machine."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import Health, HostState
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons, palette, spacing

_GAP = 12
_SIGN = spacing.SIGN


@dataclass(frozen=True, slots=True)
class Machine:
    """What the strip shows of one machine; ``note`` only of those that are not simply up."""

    key: Key
    name: str
    health: Health
    note: str
    tip: str


class MachineStrip(QWidget):
    """Names are left out where they do not fit, first those of machines that are well.

    Signals:
        chosen: A machine was clicked or entered (Key).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._machines: tuple[Machine, ...] = ()
        self._places: list[QRect] = []
        self._texts: list[str] = []
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Machines"))

    def show_machines(self, machines: tuple[Machine, ...]) -> None:
        """Show the machines in their order."""
        if machines == self._machines:
            return
        self._machines = machines
        self._cursor = min(self._cursor, max(0, len(machines) - 1))
        self.setAccessibleDescription(", ".join(m.tip for m in machines))
        self._arrange()
        self.setMaximumWidth(self.sizeHint().width())
        self.updateGeometry()
        self.update()

    def place_of(self, number: int) -> QRect:
        """Return where a machine is painted."""
        return self._places[number]

    def sizeHint(self) -> QSize:
        """Room for every name with its note."""
        places = self._places_for(self._texts_for(notes=True, well=True, unwell=True))
        width = places[-1].right() + _GAP if places else 80
        return QSize(width, max(spacing.ROW, self.fontMetrics().height() + spacing.XS))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def _arrange(self) -> None:
        """Try with notes, with all names, with the names of the unwell only, with none."""
        for notes, well, unwell in (
            (True, True, True),
            (False, True, True),
            (False, False, True),
            (False, False, False),
        ):
            self._texts = self._texts_for(notes=notes, well=well, unwell=unwell)
            self._places = self._places_for(self._texts)
            if not self._places or self._places[-1].right() <= self.width():
                return

    def _texts_for(self, *, notes: bool, well: bool, unwell: bool) -> list[str]:
        texts = []
        for machine in self._machines:
            is_named = well if machine.health is Health.OK else unwell
            text = machine.name if is_named else ""
            if text and notes and machine.note:
                text = f"{text} ({machine.note})"
            texts.append(text)
        return texts

    def _places_for(self, texts: list[str]) -> list[QRect]:
        metrics = self.fontMetrics()
        places = []
        left = spacing.S
        for text in texts:
            width = _SIGN + (5 + metrics.horizontalAdvance(text) if text else 0)
            places.append(QRect(left - 4, 0, width + 8, self.height()))
            left += width + (_GAP if text else 4)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        middle = (self.height() - _SIGN) // 2
        for number, (machine, place) in enumerate(zip(self._machines, self._places, strict=True)):
            if self.hasFocus() and number == self._cursor:
                painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
                painter.drawRoundedRect(place.adjusted(0, 1, -1, -2), 3, 3)
            left = place.left() + 4
            painter.drawPixmap(left, middle, icons.state_pixmap(machine.health, _SIGN, ratio))
            ink = self.palette().color(QPalette.ColorRole.WindowText)
            if machine.health in (Health.DEGRADED, Health.FAILED):
                ink = palette.text_color(machine.health)
            painter.setPen(ink)
            area = QRect(left + _SIGN + 5, 0, place.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._texts[number])

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position().toPoint())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self._cursor = number
            self.update()
            self.chosen.emit(self._machines[number].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._machines:
            self._cursor = (self._cursor + step) % len(self._machines)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self._machines:
            self.chosen.emit(self._machines[self._cursor].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self._at(event.pos())
            tip = "" if number is None else self._machines[number].tip
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> int | None:
        for number, place in enumerate(self._places):
            if place.contains(point):
                return number
        return None


def machine_of(server: Server, note: str, note_health: Health) -> Machine:
    """Return what the strip shows of a server and the note on it."""
    health = server.health
    if health is Health.OK and note:
        health = note_health
    short = note if server.is_up else phrase(server.reason) or sentences.server_sentence(server)
    if server.state is HostState.FENCED:
        short = wording.host_state_word(server.state)
    tip = f"{server.name}: {sentences.server_sentence(server)}"
    if note:
        tip += f"\n{note}"
    short = short.removeprefix(server.name).lstrip(": ").rstrip(".")
    if len(short) > 40:
        short = short[:39] + "…"
    return Machine(server.key, server.name, health, short if health is not Health.OK else "", tip)
