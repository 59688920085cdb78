"""Errors nobody caught: into the log in full, to the administrator in a sentence."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.gui.bridge import Relay
from xenadmin_gui.gui.phrases import phrase

_log = logging.getLogger(__name__)


class FaultCatcher:
    """Takes the place of Python's hooks until ``remove``.

    Attributes:
        show: Called in the GUI thread with each error that nobody caught.
    """

    def __init__(self, show: Callable[[BaseException], object]) -> None:
        self.show = show
        self._relay = Relay()
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread

    def remove(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._former

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.critical("nobody caught this", exc_info=(kind, error, trace))
        self._relay.post(lambda: self.show(error))

    def _on_uncaught_in_thread(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._on_uncaught(hook.exc_type, hook.exc_value, hook.exc_traceback)


def error_box(error: BaseException, parent: QWidget | None = None) -> QMessageBox:
    """Return a calm box that says what happened and what to do; not shown yet."""
    tr = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("Faults", "xenadmin"))
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if isinstance(error, XenadminError):
        box.setText(f"<b>{_escaped(phrase(error.sentence))}</b>")
        box.setInformativeText(phrase(error.next_step))
    else:
        box.setText(f"<b>{tr('Faults', 'Something in this program went wrong.')}</b>")
        box.setInformativeText(
            tr(
                "Faults",
                "The cluster runs on without it. The details stand below and in the log.",
            )
        )
        box.setDetailedText("".join(traceback.format_exception(error)))
    close = box.addButton(tr("Faults", "&Close"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    return box


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
