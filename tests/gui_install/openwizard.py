"""The assistant opened, and what tests do to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.wizard import InstallWizard


def opened(qtbot: QtBot, snapshot: Snapshot, answers: Answers | None = None) -> InstallWizard:
    wizard = InstallWizard(snapshot, answers or proposals.for_install(snapshot))
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    qtbot.waitExposed(wizard)
    return wizard


def page(wizard: InstallWizard, place: Place) -> InstallPage:
    return next(page for page in wizard.pages if page.place is place)


def checked(wizard: InstallWizard) -> None:
    """What one typed is looked at, now rather than in a moment."""
    wizard._on_check()


def marked(wizard: InstallWizard, word: str = "wrong") -> list[Place]:
    """The pages that the list shows a sign at: of what is ``wrong``, or is to be looked at."""
    items = [wizard.list.item(number) for number in range(wizard.list.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if word in item.toolTip()]


def press(wizard: InstallWizard, key: Qt.Key) -> None:
    target = wizard.focusWidget() or wizard
    QTest.keyClick(target, key)
