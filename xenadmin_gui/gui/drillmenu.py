"""The Drill menu of a simulated cluster: break something, watch, mend it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from xenadmin_gui.domain.host import Role
from xenadmin_gui.gui.bridge import Relay
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.lane import Lane
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.sim.drill import DRBD_LINK

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session
    from xenadmin_gui.sim.drill import Drill


class DrillMenu(QMenu):
    """Each entry says at the foot of the window what to watch.

    Signals:
        said: What was done and what to watch, or why it failed.
    """

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if session.drill is None:
            raise ValueError("a real cluster has no drill")
        self._session = session
        self._drill: Drill = session.drill
        self._relay = Relay(self)
        self.setTitle(self.tr("D&rill"))
        self.setToolTipsVisible(True)
        servers = session.config.servers
        hosts = [server.name for server in servers if Role.HOST in server.roles]
        san = [server.name for server in servers if Role.HOST not in server.roles]
        networks = [network.name for network in session.config.storage_networks]
        self._fill(hosts, san, networks)
        self.said.connect(self._tell_window)

    def _fill(self, hosts: list[str], san: list[str], networks: list[str]) -> None:
        drill = self._drill
        plug = self._submenu(self.tr("&Pull the plug of"), "power-off")
        for host in hosts:
            watch = self.tr("{name} has no power. Watch: it is fenced, its VMs start elsewhere.")
            self._entry(plug, host, partial(drill.power_off, host), watch)
        kill = self._submenu(self.tr("&Kill the SAN server"), "san")
        for server in san:
            watch = self.tr("{name} is dead. Watch: the other SAN server takes over, VMs go on.")
            self._entry(kill, server, partial(drill.power_off, server), watch)
        cut = self._submenu(self.tr("&Cut the storage network"), "cut")
        for network in networks:
            watch = self.tr("{name} is cut. Watch: each LUN keeps one path, every VM goes on.")
            self._entry(cut, network, partial(drill.cut, network), watch)
        link = self.tr("The replicas are parted. Watch: every VM goes on, with one copy only.")
        cut.addSeparator()
        self._entry(cut, self.tr("DRBD replication"), partial(drill.cut, DRBD_LINK), link)
        self.addSeparator()
        power = self._submenu(self.tr("Power &on"), "start")
        for server in (*hosts, *san):
            watch = self.tr("{name} boots. Watch: it comes back, replicas synchronise.")
            self._entry(power, server, partial(drill.power_on, server), watch)
        mend = self._submenu(self.tr("&Mend the network"), "mend")
        for network in networks:
            watch = self.tr("{name} is whole again. Watch: the paths come back.")
            self._entry(mend, network, partial(drill.mend, network), watch)
        whole = self.tr("The replicas see each other again. Watch: they synchronise.")
        mend.addSeparator()
        self._entry(mend, self.tr("DRBD replication"), partial(drill.mend, DRBD_LINK), whole)
        self.addSeparator()
        everything = self.tr("Everything is mended. Watch: the cluster heals.")
        self.mend_all = self._entry(
            self,
            self.tr("Mend &everything"),
            self._mend_everything,
            everything,
        )
        self.mend_all.setIcon(icons.action_icon("mend"))

    def _submenu(self, title: str, icon: str) -> QMenu:
        menu = self.addMenu(icons.action_icon(icon), title)
        menu.setToolTipsVisible(True)
        return menu

    def _entry(self, menu: QMenu, name: str, act: Callable[[], object], watch: str) -> QAction:
        sentence = watch.format(name=name) if "{name}" in watch else watch
        action = menu.addAction(name)
        action.triggered.connect(lambda: self._run(act, sentence))
        return action

    def _mend_everything(self) -> None:
        for fault in self._drill.state():
            if fault.kind == "power":
                self._drill.power_on(fault.host)
            else:
                self._drill.mend(fault.network, fault.host or None)

    def _run(self, act: Callable[[], object], sentence: str) -> None:
        def job(_context: JobContext) -> None:
            act()

        lane = Lane("drill")

        def on_settled(outcome: Outcome[None]) -> None:
            lane.stop()
            self._relay.post(lambda: self._on_done(outcome, sentence))

        lane.submit(job).on_settled(on_settled)

    def _on_done(self, outcome: Outcome[None], sentence: str) -> None:
        self.said.emit(phrase(str(outcome.error)) if outcome.error is not None else sentence)

    def _tell_window(self, sentence: str) -> None:
        for window in QApplication.topLevelWidgets():
            if getattr(window, "session", None) is self._session and hasattr(window, "say"):
                window.say(sentence)
