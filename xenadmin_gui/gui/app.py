"""The running program: one window a cluster, sessions opened off the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.gui import faults
from xenadmin_gui.gui.bridge import Relay
from xenadmin_gui.gui.collector import Collector
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons, palette
from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.gui.watchdog import Watchdog
from xenadmin_gui.gui.window import parts, settings
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.lane import JobHandle, Lane
from xenadmin_gui.jobs.outcome import Ending, Outcome

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session

_log = logging.getLogger(__name__)

#: How long the sessions may take to end when the program ends.
_CLOSE_S = 8.0


@dataclass(frozen=True, slots=True)
class Sessions:
    """Where sessions come from; each is called off the GUI thread, where imports may take time.

    Attributes:
        names: Names of the clusters that there are files of.
        cluster: Opens a cluster by name.
        demo: Opens the demonstration cluster.
    """

    names: Callable[[], tuple[str, ...]]
    cluster: Callable[[str], Session]
    demo: Callable[[], Session]


class Application(QObject):
    """Owns windows and sessions.

    Attributes:
        windows: Those that are open, the oldest first.
        watchdog: Measures gaps of the event loop.
    """

    def __init__(self, app: QApplication, sessions: Sessions) -> None:
        super().__init__(app)
        self._app = app
        self._sessions = sessions
        self._names: tuple[str, ...] = ()
        self._relay = Relay(self)
        self._lane = Lane("opening")
        self._opening: list[JobHandle[Session]] = []
        self._closing: list[JobHandle[None]] = []
        self.windows: list[MainWindow] = []
        self.watchdog = Watchdog(self)
        self.watchdog.start()
        self._collector = Collector(self)
        self._collector.start()
        self._faults = faults.FaultCatcher(self._show_fault)
        self.appearance = settings.load_appearance(settings.window_settings())
        app.setWindowIcon(icons.app_icon())
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def start(self, cluster: str | None, *, is_demo: bool, appearance: Appearance | None) -> None:
        """Show the first window now; what was asked for, or the only cluster, opens behind it."""
        if appearance is not None:
            self.appearance = appearance
        palette.apply_appearance(self._app, self.appearance)
        window = self.new_window()
        if is_demo:
            self.open_demo(window)
        elif cluster is not None:
            self.open_cluster(window, cluster)
        self._read_names(None if is_demo or cluster else window)

    def new_window(self) -> MainWindow:
        """Show a window without a cluster."""
        window = MainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.menus.cluster_names = lambda: self._names
        window.cluster_requested.connect(partial(self._on_cluster_requested, window))
        window.demo_requested.connect(partial(self._on_demo_requested, window))
        window.add_requested.connect(partial(self._on_add_requested, window))
        window.read_requested.connect(partial(parts.show_handbook, window))
        window.preferences_requested.connect(partial(self._on_preferences_requested, window))
        window.about_requested.connect(partial(parts.show_about, window))
        window.quit_requested.connect(self.quit)
        window.appearance_requested.connect(self.set_appearance)
        window.closed.connect(partial(self._on_window_closed, window))
        window.show_appearance(self.appearance)
        self.windows.append(window)
        window.show()
        return window

    def open_cluster(self, window: MainWindow, name: str) -> None:
        """Open the cluster ``name`` in ``window``, which shows none yet."""
        window.welcome.show_opening(name)
        self._open(window, lambda: self._sessions.cluster(name))

    def open_demo(self, window: MainWindow) -> None:
        """Open the demonstration cluster in ``window``, which shows none yet."""
        window.welcome.show_opening(self.tr("the demonstration cluster"))
        self._open(window, self._sessions.demo)

    def set_appearance(self, wanted: Appearance) -> None:
        """Show every window light, dark or as the desktop, from now on and next time."""
        self.appearance = wanted
        settings.window_settings().setValue("appearance", wanted.value)
        palette.apply_appearance(self._app, wanted)
        for window in self.windows:
            window.show_appearance(wanted)

    def quit(self) -> None:
        """Close every window; the program ends when their sessions have ended."""
        for window in tuple(self.windows):
            window.close()

    def close(self) -> None:
        """Let go of everything; after the event loop."""
        self.quit()
        self.watchdog.stop()
        self._collector.stop()
        for opening in self._opening:
            opening.cancel()
            outcome = opening.wait(_CLOSE_S)
            if outcome is not None and outcome.value is not None:
                self._let_go(outcome.value)
        for closing in self._closing:
            closing.wait(_CLOSE_S)
        self._lane.stop(_CLOSE_S)
        self._faults.remove()

    # opening

    def _open(self, window: MainWindow, make: Callable[[], Session]) -> None:
        def job(context: JobContext) -> Session:
            session = make()
            parts.preload()
            session.start()
            return session

        handle = self._lane.submit(job)
        self._opening.append(handle)
        handle.on_settled(
            lambda outcome: self._relay.post(lambda: self._on_opened(handle, window, outcome))
        )

    def _on_opened(
        self, handle: JobHandle[Session], window: MainWindow, outcome: Outcome[Session]
    ) -> None:
        self._opening.remove(handle)
        session = outcome.value
        if session is not None and window in self.windows:
            window.attach(session)
        elif session is not None:
            self._let_go(session)
        elif window in self.windows and outcome.ending is not Ending.CANCELLED:
            window.welcome.show_choice(_sentence_of(outcome.error))

    def _read_names(self, waiting: MainWindow | None) -> None:
        """Learn which clusters there are; ``waiting`` opens the only one."""
        handle = self._lane.submit(lambda context: self._sessions.names())
        handle.on_settled(
            lambda outcome: self._relay.post(lambda: self._on_names(waiting, outcome))
        )

    def _on_names(self, waiting: MainWindow | None, outcome: Outcome[tuple[str, ...]]) -> None:
        self._names = outcome.value or ()
        if waiting is None or waiting not in self.windows or waiting.session is not None:
            return
        if len(self._names) == 1:
            self.open_cluster(waiting, self._names[0])
        else:
            waiting.welcome.show_clusters(self._names)

    def _let_go(self, session: Session) -> None:
        self._closing.append(self._lane.submit(lambda context: session.close()))

    # what windows ask for

    def _free_window(self, window: MainWindow) -> MainWindow:
        return window if window.session is None else self.new_window()

    def _on_cluster_requested(self, window: MainWindow, name: str) -> None:
        for other in self.windows:
            if other.session is not None and other.session.name == name:
                other.raise_()
                other.activateWindow()
                return
        self.open_cluster(self._free_window(window), name)

    def _on_demo_requested(self, window: MainWindow) -> None:
        self.open_demo(self._free_window(window))

    def _on_add_requested(self, window: MainWindow) -> None:
        dialog = parts.make_add_dialog(window)
        dialog.cluster_added.connect(lambda name: self._on_cluster_added(window, name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_cluster_added(self, window: MainWindow, name: str) -> None:
        self._read_names(None)
        self._on_cluster_requested(window, name)

    def _on_preferences_requested(self, window: MainWindow) -> None:
        parts.show_preferences(window)

    def _on_window_closed(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        if window.session is not None:
            self._let_go(window.session)

    def _on_scheme_changed(self) -> None:
        if self.appearance is Appearance.SYSTEM:
            palette.apply_appearance(self._app, self.appearance)

    def _show_fault(self, error: BaseException) -> None:
        parent: QWidget | None = self.windows[-1] if self.windows else None
        faults.error_box(error, parent).open()


def _sentence_of(error: BaseException | None) -> str:
    if isinstance(error, XenadminError):
        return f"{phrase(error.sentence)} {phrase(error.next_step)}".strip()
    _log.error("a cluster could not be opened", exc_info=error)
    return "" if error is None else f"{type(error).__name__}: {error}"
