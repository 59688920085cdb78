"""The action that shows a VM's screen in an external viewer, and says why it cannot.

A viewer ends when its VM moves. A new one would take the keyboard as it comes, whatever is being
typed just then: so the window says that there is one to be opened, with the button for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.session.screens import OpenScreen, no_viewer, screen_refusal
from xenadmin_gui.session.viewers import PACKAGES, find_viewer

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session


@dataclass(slots=True)
class _Shown:
    """A viewer, or None until it has started, and where its VM ran then."""

    vm: Vm
    screen: OpenScreen | None = None

    def is_left_by(self, vm: Vm) -> bool:
        """Whether the VM runs elsewhere by now, or was started anew."""
        return (vm.host, vm.domain_id) != (self.vm.host, self.vm.domain_id)


class ScreenAction(QObject):
    """One viewer a VM; all end with the window.

    Attributes:
        action: Enabled for one running VM with a screen, when its viewer is installed.
    """

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bridge = bridge
        self._vm: Vm | None = None
        self._snapshot: Snapshot | None = None
        self._selection: tuple[Key, ...] = ()
        self._installed: frozenset[str] = frozenset()
        self._is_looking = False
        self._open: dict[str, _Shown] = {}
        self._left: dict[str, str] = {}
        self._notice = window.objects.notice
        self._notice.verb_clicked.connect(self._open_left)
        self._notice.dismissed.connect(self._left.clear)
        self.action = QAction(icons.action_icon("screen"), self.tr("&Graphical console"), self)
        self.action.setObjectName("screen")
        self.action.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self.action.triggered.connect(self.show_screen)
        window.closed.connect(self._on_window_closed)
        self._look_for_viewers()

    def update(self, snapshot: Snapshot | None, selection: tuple[Key, ...]) -> None:
        """Follow the selection."""
        self._snapshot, self._selection = snapshot, selection
        if snapshot is not None and self._left:
            self._forget(uuid for uuid in self._left if _is_off(snapshot, uuid))
        keys = [key for key in selection if key.kind is Kind.VM] if len(selection) == 1 else []
        self._vm = snapshot.vms.get(keys[0].id) if snapshot is not None and keys else None
        why = self._why_not()
        self.action.setEnabled(not why)
        tip = self.tr("The VM's screen in a viewer of its own, over the connection to its host.")
        self.action.setToolTip(why or tip)
        self.action.setStatusTip((why or tip).replace("\n", " "))

    def show_screen(self) -> None:
        """Start the viewer of the selected VM."""
        if self._vm is not None:
            self._show(self._vm)

    def _show(self, vm: Vm) -> None:
        if vm.uuid in self._open:
            self._window.say(self.tr("The screen of {vm} is open already.").format(vm=vm.name))
            return
        self._open[vm.uuid] = _Shown(vm)
        self._forget([vm.uuid])
        self._window.say(self.tr("Opening the screen of {vm} …").format(vm=vm.name))
        ended = partial(self._on_viewer_ended, vm)

        def job(context: JobContext) -> OpenScreen:
            return self._session.screen(vm.uuid, ended, context)

        self._bridge.run(job, partial(self._on_opened, vm))

    def retint(self) -> None:
        """Draw the icon anew in the scheme in force."""
        self.action.setIcon(icons.action_icon("screen"))

    def _why_not(self) -> str:
        if self._snapshot is None or self._vm is None:
            return self.tr("Select one VM.")
        error: XenadminError | None = screen_refusal(self._snapshot, self._vm)
        if error is None and self._session.is_simulated:
            return self.tr("This is a demonstration: simulated VMs have no screen.")
        if error is None and not self._installed.intersection(self._vm.graphics):
            self._look_for_viewers()
            error = no_viewer(self._vm.graphics[0])
        if error is None:
            return ""
        return f"{phrase(error.sentence)}\n{phrase(error.next_step)}".strip()

    def _look_for_viewers(self) -> None:
        """Look in the background, again as long as none is found: one may be installed."""
        if self._is_looking or self._session.is_simulated:
            return
        self._is_looking = True

        def job(_context: JobContext) -> frozenset[str]:
            return frozenset(kind for kind in PACKAGES if find_viewer(kind) is not None)

        self._bridge.run(job, self._on_looked)

    def _on_looked(self, outcome: Outcome[frozenset[str]]) -> None:
        self._is_looking = False
        if outcome.value is not None and outcome.value != self._installed:
            self._installed = outcome.value
            self.update(self._snapshot, self._selection)

    def _on_opened(self, vm: Vm, outcome: Outcome[OpenScreen]) -> None:
        if outcome.value is not None:
            if vm.uuid in self._open:
                self._open[vm.uuid].screen = outcome.value
            return
        if vm.uuid in self._open:
            del self._open[vm.uuid]
            if outcome.error is not None:
                self._window.show_error(outcome.error)

    def _on_viewer_ended(self, vm: Vm, reason: str) -> None:
        """Called on the viewer's thread."""
        self._bridge.post(partial(self._tell_end, vm, reason))

    def _tell_end(self, vm: Vm, reason: str) -> None:
        shown = self._open.pop(vm.uuid, None)
        if shown is not None:  # else the window is closed
            look = self._session.refresh
            self._bridge.run(look, partial(self._on_looked_after, shown, reason))

    def _on_looked_after(self, shown: _Shown, reason: str, outcome: Outcome[Snapshot]) -> None:
        """Whoever closed a viewer wants no other; a VM that moved has closed it itself."""
        snapshot = outcome.value
        now = snapshot.vms.get(shown.vm.uuid) if snapshot is not None else None
        can_be_shown = snapshot is not None and now and screen_refusal(snapshot, now) is None
        if now is None or not can_be_shown or not shown.is_left_by(now):
            self._window.say(f"{shown.vm.name}: {phrase(reason)}")
        elif now.uuid not in self._open:
            self._left[now.uuid] = now.name
            self._show_left()

    def _show_left(self) -> None:
        names = wording.listing(sorted(self._left.values()))
        if not names:
            self._notice.hide()
            return
        text = self.tr(
            "The screen of {vms} was closed: it runs elsewhere now, or was started anew."
        )
        if len(self._left) > 1:
            text = self.tr(
                "The screens of {vms} were closed: they run elsewhere now, or were started anew."
            )
        self._notice.say(Health.WORKING, text.format(vms=names), self.tr("Open again"))

    def _forget(self, uuids: Iterable[str]) -> None:
        before = len(self._left)
        for uuid in tuple(uuids):
            self._left.pop(uuid, None)
        if len(self._left) != before:
            self._show_left()

    def _open_left(self) -> None:
        """Open what moving VMs closed, where they are now."""
        snapshot = self._snapshot
        for uuid in tuple(self._left):
            vm = snapshot.vms.get(uuid) if snapshot is not None else None
            if vm is not None:
                self._show(vm)

    def _on_window_closed(self) -> None:
        """Forget the viewers; the session ends them."""
        self._open.clear()


def _is_off(snapshot: Snapshot, uuid: str) -> bool:
    vm = snapshot.vms.get(uuid)
    return vm is None or vm.state is VmState.OFF
