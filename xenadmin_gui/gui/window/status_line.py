"""The bar at the foot: messages, every machine, the time of the last answer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.style import palette, spacing
from xenadmin_gui.gui.tree.notes import host_note
from xenadmin_gui.gui.widgets.labels import faint_label, text_label
from xenadmin_gui.gui.window.machine_strip import MachineStrip, machine_of
from xenadmin_gui.jobs.clock import Clock, SystemClock

_STALE_S = 30.0


class StatusLine(QWidget):
    """The machines are covered by a message only while it is said.

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
        self._message = text_label()
        self._message.setWordWrap(False)
        self._age = faint_label()
        self._age.setToolTip(self.tr("When the last machine answered"))
        left = QWidget(self)
        self._stack = QStackedLayout(left)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.machines)
        self._stack.addWidget(self._message)
        self._message.setContentsMargins(spacing.S, 0, 0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, spacing.S, 2)
        layout.setSpacing(spacing.M)
        layout.addWidget(left, 1)
        layout.addWidget(self._age)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(lambda: self._stack.setCurrentIndex(0))
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_age)

    @property
    def message(self) -> str:
        """What is being said; empty when the machines are shown."""
        return self._message.text() if self._stack.currentIndex() else ""

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
        """Show a sentence for a while."""
        self._message.setText(sentence)
        self._stack.setCurrentIndex(1)
        self._silence.start(int(seconds * 1000))

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
