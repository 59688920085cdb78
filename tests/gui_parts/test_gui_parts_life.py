"""A plan from its draft to its record, on the simulated cluster."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui.actions import verbs
from xenadmin_gui.gui.bridge import Bridge
from xenadmin_gui.gui.docks.tasks import TasksDock
from xenadmin_gui.gui.drillmenu import DrillMenu
from xenadmin_gui.gui.pieces import whole
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.cutoff import CutOffDialog, offer_cut_off_plans
from xenadmin_gui.gui.sheets.keeper import SheetKeeper, sheet_keeper
from xenadmin_gui.gui.sheets.migrate import MigrateDialog
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.runner import Choice
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vminstall.install import NewVm, VmInstall, new_uuid
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session

PATIENCE_MS = 30_000


@pytest.fixture
def session() -> Iterator[Session]:
    session = open_demo(virtual=True)
    session.refresh(JobContext(clock=session.clock))
    yield session
    session.close()


@pytest.fixture
def bridge(session: Session, qapp: QApplication) -> Iterator[Bridge]:
    bridge = Bridge(session)
    bridge.start()
    yield bridge
    bridge.close()


@pytest.fixture
def keeper(session: Session, bridge: Bridge) -> SheetKeeper:
    return sheet_keeper(session, bridge)


def uuid_of(session: Session, name: str) -> str:
    return session.snapshot.vms_named(name)[0].uuid


def offer(session: Session, verb: VmVerb, *names: str) -> Offer:
    draft = VmDraft(verb, tuple(uuid_of(session, name) for name in names))
    return Offer(draft, partial(verbs.button_text, verb), verb in verbs.DESTRUCTIVE)


def opened(qtbot: QtBot, keeper: SheetKeeper, what: Offer) -> PlanSheet:
    sheet = keeper.open_draft(what, None)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    qtbot.waitUntil(sheet.isVisible, timeout=PATIENCE_MS)
    return sheet


def until(qtbot: QtBot, sheet: PlanSheet, state: TaskState, patience_ms: int = PATIENCE_MS) -> None:
    qtbot.waitUntil(lambda: sheet.content.state is state, timeout=patience_ms)


def test_the_commands_of_the_preview_are_the_commands_that_run(
    qtbot: QtBot, session: Session, keeper: SheetKeeper
) -> None:
    sheet = opened(qtbot, keeper, offer(session, VmVerb.START, "test3", "ldap1"))
    assert sheet.run_button.text() == "Start test3"
    assert sheet.counts.reasons.count() == 1
    promised = sheet.content.commands
    sheet.run_button.click()
    until(qtbot, sheet, TaskState.DONE)
    sent = tuple(
        (record.host, record.argv)
        for record in session.commands.records()
        if record.plan_id == sheet.content.task_id
    )
    assert sent[: len(promised)] == promised
    assert session.snapshot.vms_named("test3")[0].state is VmState.RUNNING


def test_of_several_new_vms_only_the_rest_is_tried_again(
    qtbot: QtBot, session: Session, keeper: SheetKeeper
) -> None:
    assert session.drill is not None
    there = session.drill._world.state.machines["san1"].files
    there["/etc/drbd.d/shop2.res"] = "# somebody's\n"
    vms = tuple(
        NewVm(
            name=name,
            uuid=new_uuid(),
            vcpus=1,
            memory_bytes=1 << 30,
            disk_bytes=8 << 30,
            nics=(GuestNic("xenbr0"),),
            guest=GuestSettings(name),
            protect=False,
            start=False,
        )
        for name in ("shop1", "shop2")
    )
    draft = VmInstall(vms, "leap-15")
    sheet = opened(qtbot, keeper, Offer(draft, lambda names: f"Create {' '.join(names)}"))
    assert "shop1, off: 1 vCPU" in sheet._afterwards.text()
    sheet.run_button.click()
    until(qtbot, sheet, TaskState.FAILED, 6 * PATIENCE_MS)
    assert sheet.again_button.text() == "&Try the rest again"
    del there["/etc/drbd.d/shop2.res"]
    sheet.again_button.click()
    qtbot.waitUntil(lambda: sheet.content.state is None, timeout=PATIENCE_MS)
    assert sheet.run_button.text() == "Create shop2"
    assert "shop1" not in sheet._afterwards.text()


def test_a_plan_overtaken_by_events_says_so_and_can_be_made_again(
    qtbot: QtBot, session: Session, keeper: SheetKeeper
) -> None:
    sheet = opened(qtbot, keeper, offer(session, VmVerb.START, "test3"))
    other = session.plan(VmDraft(VmVerb.START, (uuid_of(session, "test3"),)))
    session.run(other, JobContext(clock=session.clock))
    qtbot.waitUntil(lambda: not sheet.notice.isHidden(), timeout=PATIENCE_MS)
    assert not sheet.run_button.isEnabled()
    sheet.notice.verb_clicked.emit()
    qtbot.waitUntil(lambda: not sheet.content.steps, timeout=PATIENCE_MS)
    assert sheet.counts.reasons.count() == 1
    assert sheet.run_button.isHidden()


def test_a_task_stands_in_the_dock_and_opens_again_as_a_record(
    qtbot: QtBot, session: Session, bridge: Bridge, keeper: SheetKeeper
) -> None:
    dock = TasksDock(session, bridge)
    qtbot.addWidget(dock)
    sheet = opened(qtbot, keeper, offer(session, VmVerb.PAUSE, "ldap1"))
    commands = sheet.content.commands
    sheet.run_button.click()
    until(qtbot, sheet, TaskState.DONE)
    sheet.close()
    assert [task.state for task in dock.model.tasks] == [TaskState.DONE]
    dock.view.setCurrentIndex(dock.model.index(0, 0))
    record = keeper.open_task(dock.model.task(0), None)
    qtbot.waitUntil(lambda: record.content.commands == commands, timeout=PATIENCE_MS)
    assert record.run_button.isHidden()
    assert not dock.cancel_action.isEnabled()
    record.close()
    dock.shut_down()


def test_the_keeper_is_one_for_every_dock_and_action(session: Session, bridge: Bridge) -> None:
    assert sheet_keeper(session, bridge) is sheet_keeper(session, bridge)


def test_a_cancelled_move_can_be_rolled_back(
    qtbot: QtBot, session: Session, keeper: SheetKeeper
) -> None:
    assert session.drill is not None
    sheet = opened(qtbot, keeper, offer(session, VmVerb.PAUSE, "ldap1", "ldap2"))
    session.drill.power_off("xen2")
    sheet.run_button.click()
    until(qtbot, sheet, TaskState.FAILED)
    assert not sheet.undo_button.isHidden()
    sheet.undo_button.click()
    until(qtbot, sheet, TaskState.ROLLED_BACK)
    assert session.snapshot.vms_named("ldap1")[0].state is VmState.RUNNING


CUT_OFF = """
import os, sys
from pathlib import Path
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.session.opening import open_demo
session = open_demo(Path(sys.argv[1]), virtual=True)
context = JobContext(clock=session.clock)
vm = session.refresh(context).vms_named("test3")[0]
session.run(session.plan(VmDraft(VmVerb.START, (vm.uuid,))), context, lambda *_: os._exit(9))
"""


@pytest.mark.parametrize(
    ("choice", "end"),
    [(Choice.CONTINUE, TaskState.DONE), (Choice.LEAVE, TaskState.LEFT)],
)
def test_a_plan_that_was_cut_off_is_asked_about(
    qtbot: QtBot, tmp_path: Path, choice: Choice, end: TaskState
) -> None:
    demo = tmp_path / "demo"
    died = subprocess.run([sys.executable, "-c", CUT_OFF, str(demo)], check=False, timeout=60)
    assert died.returncode == 9
    session = open_demo(demo, virtual=True)
    bridge = Bridge(session)
    bridge.start()
    dialogs: list[CutOffDialog] = []

    def shown() -> bool:
        dialogs[:] = [w for w in QApplication.topLevelWidgets() if isinstance(w, CutOffDialog)]
        return bool(dialogs)

    offer_cut_off_plans(session, bridge, None)
    qtbot.waitUntil(shown, timeout=PATIENCE_MS)
    dialog = dialogs[0]
    task_id = dialog.task.id
    assert dialog.later_button.isDefault()
    dialog.buttons[choice].click()
    qtbot.waitUntil(lambda: session.task(task_id).state is end, timeout=PATIENCE_MS)
    bridge.close()
    session.close()
    for widget in QApplication.topLevelWidgets():
        widget.close()


def test_a_host_that_cannot_take_the_vm_keeps_its_reason(qtbot: QtBot, session: Session) -> None:
    assert session.drill is not None
    session.drill.power_off("xen4")
    snapshot = session.refresh(JobContext(clock=session.clock))
    dialog = MigrateDialog(snapshot, (uuid_of(session, "web1"),))
    qtbot.addWidget(dialog)
    rows = [dialog.hosts.topLevelItem(i) for i in range(dialog.hosts.topLevelItemCount())]
    texts = {row.text(0): row for row in rows if row is not None}
    assert "xen4" in texts["xen4"].text(3)
    assert texts["xen4"].flags() == Qt.ItemFlag.NoItemFlags
    assert dialog.hosts.chosen == "xen2"
    with qtbot.waitSignal(dialog.draft_chosen) as chosen:
        dialog.plan_button.click()
    assert chosen.args is not None
    assert chosen.args[0].target == "xen2"


def test_a_pv_guest_is_offered_the_way_with_an_interruption(qtbot: QtBot, session: Session) -> None:
    dialog = MigrateDialog(session.snapshot, (uuid_of(session, "legacy"),))
    qtbot.addWidget(dialog)
    assert "PV guest" in dialog.notice.text
    assert not dialog.plan_button.isEnabled()
    dialog.interrupt.setChecked(True)
    assert dialog.plan_button.isEnabled()
    assert dialog.draft().live is False


def test_each_of_several_vms_may_go_elsewhere(qtbot: QtBot, session: Session) -> None:
    uuids = tuple(uuid_of(session, name) for name in ("web1", "ldap1"))
    dialog = MigrateDialog(session.snapshot, uuids)
    qtbot.addWidget(dialog)
    box = dialog.table.boxes[uuids[1]]
    box.setCurrentIndex(box.findData("xen3"))
    moves = {move.uuid: move.target for move in dialog.draft().moves}
    assert moves == {uuids[0]: None, uuids[1]: "xen3"}
    dialog.table.all_to.setCurrentIndex(dialog.table.all_to.findData("xen2"))
    assert {move.target for move in dialog.draft().moves} == {"xen2"}


@pytest.mark.parametrize(
    ("names", "verb", "allowed", "reason"),
    [
        ((), VmVerb.START, False, "Select a VM first."),
        (("web1",), VmVerb.START, False, "already"),
        (("web1", "test3"), VmVerb.START, True, ""),
        (("test3",), VmVerb.MIGRATE, False, "Start it first."),
        (("legacy",), VmVerb.MIGRATE, True, ""),
    ],
)
def test_a_disabled_verb_says_why(
    session: Session, names: tuple[str, ...], verb: VmVerb, allowed: bool, reason: str
) -> None:
    uuids = [uuid_of(session, name) for name in names]
    permission = whole(verbs.permission(session.snapshot, uuids, verb))
    assert permission.allowed is allowed
    assert reason in permission.why_not


def test_verbs_wait_for_the_first_answer() -> None:
    assert not whole(verbs.permission(Snapshot("x"), ["u"], VmVerb.START)).allowed
    assert not whole(verbs.permission(None, [], VmVerb.START)).allowed


def entry(menu: DrillMenu, *path: str) -> Callable[[], None]:
    actions = menu.actions()
    for word in path[:-1]:
        found = next(a for a in actions if word in a.text().replace("&", ""))
        submenu = found.menu()
        assert submenu is not None
        actions = submenu.actions()
    return next(a for a in actions if path[-1] in a.text().replace("&", "")).trigger


def test_a_drill_pulls_the_plug_says_what_to_watch_and_mends(
    qtbot: QtBot, session: Session
) -> None:
    menu = DrillMenu(session)
    qtbot.addWidget(menu)
    with qtbot.waitSignal(menu.said, timeout=PATIENCE_MS) as said:
        entry(menu, "Pull the plug", "xen2")()
    assert said.args is not None
    assert said.args[0].startswith("xen2 has no power")
    assert session.drill is not None
    assert "xen2" in [fault.host for fault in session.drill.state() if fault.kind == "power"]
    with qtbot.waitSignal(menu.said, timeout=PATIENCE_MS):
        menu.mend_all.trigger()
    assert session.drill.state() == ()
