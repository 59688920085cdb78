"""A transfer that runs: how far it is, and the way to end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout
from shiboken6 import isValid

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.jobs.outcome import Outcome

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from xenadmin_gui.gui.bridge import Bridge

T = TypeVar("T")
_STEPS = 1000


class TransferDialog(QDialog):
    """Not modal: the window goes on; closing it cancels."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._cancel: Callable[[], object] | None = None
        self.text = QLabel(title)
        self.text.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.amount = QLabel()
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.amount, 1)
        foot.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.M)
        column.setSpacing(spacing.M)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        column.addLayout(foot)
        self.resize(460, 0)

    def run(
        self,
        bridge: Bridge,
        job: Callable[[JobContext], T],
        on_done: Callable[[Outcome[T]], object],
    ) -> None:
        """Run ``job`` on a thread of its own; ``on_done`` is called when it has ended."""
        lane = Lane("transfer", clock=bridge.clock)

        def tell(progress: Progress) -> None:
            bridge.post(lambda: self._show_if_open(progress))

        handle: JobHandle[T] = lane.submit(job, on_progress=tell)
        self._cancel = handle.cancel

        def ended(outcome: Outcome[T]) -> None:
            lane.stop(0.0)
            self._cancel = None
            if isValid(self):
                self.close()
            on_done(outcome)

        bridge.watch(handle, ended)
        self.show()

    def _show_if_open(self, progress: Progress) -> None:
        if self._cancel is not None and isValid(self):
            self.show_progress(progress)

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self.text.setText(phrase(progress.text))
        if progress.total > 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(min(_STEPS, int(_STEPS * progress.done / progress.total)))
            text = self.tr("{done} of {total}")
            done, total = wording.size(int(progress.done)), wording.size(int(progress.total))
            self.amount.setText(text.format(done=done, total=total))

    def closeEvent(self, event: QCloseEvent) -> None:
        cancel, self._cancel = self._cancel, None
        if cancel is not None:
            cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        self.close()
