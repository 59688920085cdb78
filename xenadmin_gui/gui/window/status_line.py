"""The bar at the foot: messages, every machine, the time of the last answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.style import palette, spacing
from xenadmin_gui.gui.tree.notes import host_note
from xenadmin_gui.gui.widgets.labels import ElidedLabel, faint_label
from xenadmin_gui.gui.window.machine_strip import MachineStrip, machine_of
from xenadmin_gui.jobs.clock import Clock, SystemClock

_STALE_S = 30.0


class StatusLine(QWidget):
    """Machines left, always; then a message for a while; the age of the last answer right.

    Signals:
        chosen: A machine was chosen (Key).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: Clock = SystemClock()
        self._answered_at: float | None = None
        self.machines = MachineStrip(self)
        self.machines.chosen.connect(self.chosen)
        self._message = ElidedLabel()
        self._message.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._age = faint_label()
        self._age.setToolTip(self.tr("When the last machine answered"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, spacing.S, 2)
        layout.setSpacing(spacing.M)
        layout.addWidget(self.machines, 1000)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._age)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._fall_silent)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_age)

    @property
    def message(self) -> str:
        """What is being said; empty when nothing is."""
        return self._message.text()

    @property
    def age(self) -> QLabel:
        return self._age

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show every machine and when the last one answered."""
        self.machines.show_machines(
            tuple(
                machine_of(server, *host_note(snapshot, server.name))
                for server in snapshot.servers.values()
            )
        )
        times = [s.seen_at for s in snapshot.servers.values() if s.seen_at is not None]
        self._answered_at = max(times, default=None)
        self._show_age()
        self._tick.start()

    def say(self, sentence: str, seconds: float = 4.0) -> None:
        """Show a sentence for a while; the notes on the machines make room for it."""
        self._message.setText(sentence)
        self._message.setToolTip(sentence)
        wanted = self._message.fontMetrics().horizontalAdvance(sentence) + spacing.S
        self._message.setMinimumWidth(min(wanted, self.width() * 3 // 5))
        self._silence.start(int(seconds * 1000))

    def _fall_silent(self) -> None:
        self._message.clear()
        self._message.setToolTip("")
        self._message.setMinimumWidth(0)

    def stop(self) -> None:
        """End the timers; the window closes."""
        self._tick.stop()
        self._silence.stop()

    def retint(self) -> None:
        """Paint anew in the scheme in force."""
        self.machines.update()

    def _show_age(self) -> None:
        now = self.clock.now()
        if self._answered_at is None:
            text = self.tr("no answer yet")
        else:
            text = wording.relative_time(self._answered_at, now)
        if text != self._age.text():
            self._age.setText(text)
            old = self._answered_at is None or now - self._answered_at > _STALE_S
            colors = palette.colors()
            self._age.setStyleSheet(f"color: {colors.degraded_text}" if old else "")
