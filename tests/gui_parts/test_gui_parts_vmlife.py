"""A VM's life in the whole window: F2, history, and what menus say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.gui.actions.life_actions import LifeActions
from xenadmin_gui.gui.actions.vm_actions import VmActions
from xenadmin_gui.gui.dialogs.delete_vm import DeletedVmsDialog
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.dialogs.history import HistoryDialog
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.operations.vmlife.delete import VmDelete
from xenadmin_gui.operations.vmlife.protect import VmProtect
from xenadmin_gui.operations.vmlife.restore import VmRestore
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session

PATIENCE_MS = 120_000
D = TypeVar("D", bound=QWidget)


@pytest.fixture
def session() -> Session:
    session = open_demo(virtual=True)
    session.refresh(JobContext(clock=session.clock))
    return session


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.attach(session)
    window.show()
    qtbot.waitUntil(lambda: window.snapshot is not None, timeout=PATIENCE_MS)
    yield window
    window.close()


def done(session: Session, draft: Draft) -> None:
    context = JobContext(clock=session.clock)
    assert session.run(session.plan(draft), context).state is TaskState.DONE


def uuid_of(session: Session, name: str) -> str:
    return session.snapshot.vms_named(name)[0].uuid


def choose(window: MainWindow, uuid: str) -> LifeActions:
    window.open_object(Key(Kind.VM, uuid))
    actions = window.findChild(VmActions)
    assert isinstance(actions, VmActions)
    return actions.life


def to_tab(window: MainWindow, name: str) -> None:
    tabs = window.objects.tabs
    tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index(name))


def opened(qtbot: QtBot, kind: type[D]) -> D:
    def found() -> list[D]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, kind) and top.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
    return found()[0]


def close(qtbot: QtBot, dialog: QDialog) -> None:
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog), timeout=PATIENCE_MS)


def test_f2_asks_for_a_name_and_shows_the_plan(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    uuid = uuid_of(session, "test3")
    if session.snapshot.vms[uuid].host is not None:
        done(session, VmDraft(VmVerb.SHUTDOWN, (uuid,)))
    life = choose(window, uuid)
    qtbot.waitUntil(life.rename.isEnabled, timeout=PATIENCE_MS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    qtbot.keyClick(window, Qt.Key.Key_F2)
    form = opened(qtbot, DraftForm)
    (line,) = form.findChildren(QLineEdit)
    assert line.selectedText() == "test3"
    line.setText("web1")
    assert not form.plan_button.isEnabled()
    assert "web1 already" in form.fields["new_name"].complaint.text()
    line.setText("prod3")
    form.plan_button.click()
    sheet = opened(qtbot, PlanSheet)
    assert "Rename test3 to prod3" in sheet.windowTitle()
    close(qtbot, sheet)


def test_a_running_vm_says_why_it_is_not_renamed(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    life = choose(window, uuid_of(session, "web1"))
    assert not life.rename.isEnabled()
    assert "Shut it down first" in life.rename.toolTip()
    assert life.history.isEnabled()


def test_a_vm_without_a_screen_says_so(window: MainWindow, session: Session) -> None:
    choose(window, uuid_of(session, "web1"))
    actions = window.findChild(VmActions)
    assert isinstance(actions, VmActions)
    screen = actions.console.screen
    assert not screen.isEnabled()
    assert "web1 has no screen.\nUse its text console." in screen.toolTip()
    assert screen in window.menus.vm.actions()
    choose(window, uuid_of(session, "erp"))
    assert not screen.isEnabled()
    assert "simulated VMs have no screen" in screen.toolTip()


def test_the_history_shows_what_changed_and_the_way_back(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    uuid = uuid_of(session, "web1")
    first = session.snapshot.vms[uuid].definitions[0].xml
    done(session, VmEdit(uuid, vcpus=3))
    choose(window, uuid)
    to_tab(window, "XML")
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "&History…"]
    assert button.isVisible()
    button.click()
    dialog = opened(qtbot, HistoryDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=PATIENCE_MS)
    assert dialog.list.item(0).text().endswith("now")
    assert '+  <vcpu placement="static">3</vcpu>' in dialog.difference.toPlainText()
    dialog.list.setCurrentRow(0)
    assert not dialog.plan_button.isEnabled()
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.plan_button.click()
    assert chosen.args == [VmEdit(uuid, xml=first)]
    close(qtbot, opened(qtbot, PlanSheet))


def test_the_button_for_the_history_is_for_vms_only(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    window.open_object(Key(Kind.CLUSTER, session.snapshot.cluster))
    to_tab(window, "Configuration")
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "&History…"]
    assert not button.isVisible()


def test_a_vm_is_deleted_and_the_list_brings_it_back(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    uuid = uuid_of(session, "test3")
    if session.snapshot.vms[uuid].host is not None:
        done(session, VmDraft(VmVerb.SHUTDOWN, (uuid,)))
    life = choose(window, uuid)
    qtbot.waitUntil(life.delete.isEnabled, timeout=PATIENCE_MS)
    life.delete.trigger()
    form = opened(qtbot, DraftForm)
    with qtbot.waitSignal(form.draft_chosen) as chosen:
        form.plan_button.click()
    assert chosen.args == [VmDelete(uuid)]
    close(qtbot, opened(qtbot, PlanSheet))
    done(session, VmDelete(uuid))
    session.refresh(JobContext(clock=session.clock))
    assert session.drill is not None
    session.drill.advance(90)
    session.refresh(JobContext(clock=session.clock))
    life.deleted.trigger()
    dialog = opened(qtbot, DeletedVmsDialog)
    qtbot.waitUntil(dialog.restore_button.isEnabled, timeout=PATIENCE_MS)
    with qtbot.waitSignal(dialog.restore_chosen) as restored:
        dialog.restore_button.click()
    assert restored.args == [VmRestore(uuid), "Restore test3"]
    close(qtbot, opened(qtbot, PlanSheet))
    close(qtbot, dialog)


def test_protection_is_offered_by_what_a_vm_has(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    life = choose(window, uuid_of(session, "test3"))
    assert life.protect.isVisible()
    assert not life.unprotect.isVisible()
    life.protect.trigger()
    form = opened(qtbot, DraftForm)
    with qtbot.waitSignal(form.draft_chosen) as chosen:
        form.plan_button.click()
    assert chosen.args == [VmProtect(uuid_of(session, "test3"), 0)]
    close(qtbot, opened(qtbot, PlanSheet))
    life = choose(window, uuid_of(session, "web1"))
    assert life.unprotect.isVisible()
    life.unprotect.trigger()
    sheet = opened(qtbot, PlanSheet)
    assert "End the protection of web1" in sheet.windowTitle()
    close(qtbot, sheet)
