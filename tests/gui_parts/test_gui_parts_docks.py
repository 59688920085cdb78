"""The Commands and Log docks: bounded, filtered, fed from any thread."""

from __future__ import annotations

import logging
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.command import CommandRecord
from xenadmin_gui.gui.docks import commandsmodel, logmodel
from xenadmin_gui.gui.docks.commands import CommandsDock
from xenadmin_gui.gui.docks.commandsmodel import CommandsModel
from xenadmin_gui.gui.docks.inbox import Inbox
from xenadmin_gui.gui.docks.log import LogDock
from xenadmin_gui.session.commandlog import CommandLog


class Commands:
    """What the dock sees of a session: its command log."""

    def __init__(self) -> None:
        self.commands = CommandLog()


def record(number: int, origin: str = "Start web1", host: str = "xen1") -> CommandRecord:
    return CommandRecord(
        host, ("virsh", "start", "--domain", f"web {number}"), origin, "p1", 0, 1e9, 0.5, "started"
    )


def test_rows_beyond_the_limit_leave_at_the_head(qtbot: QtBot) -> None:
    model = CommandsModel(limit=3)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.append([record(1), record(2)])
    model.append([record(3), record(4), record(5)])
    texts = [model.text(model.row(i), commandsmodel.COMMAND) for i in range(model.rowCount())]
    assert texts == [f"virsh start --domain 'web {n}'" for n in (3, 4, 5)]
    assert resets == []


def test_hidden_rows_count_to_the_limit_but_are_not_shown(qtbot: QtBot) -> None:
    model = CommandsModel(limit=4)
    model.set_filter(lambda r: r.origin != "monitoring")
    model.append([record(1), record(2, "monitoring"), record(3), record(4, "monitoring")])
    model.append([record(5), record(6, "monitoring")])
    assert [model.row(i).argv[-1] for i in range(model.rowCount())] == ["web 3", "web 5"]
    assert len(model.rows) == 4


def test_monitoring_is_hidden_until_asked_for(qtbot: QtBot) -> None:
    session = Commands()
    session.commands.add(record(1))
    session.commands.add(record(2, "monitoring"))
    dock = CommandsDock(session)
    qtbot.addWidget(dock)
    assert dock.model.rowCount() == 1
    dock.hide_monitoring.setChecked(False)
    assert dock.model.rowCount() == 2


def test_commands_of_other_threads_arrive_in_one_bunch(qtbot: QtBot) -> None:
    session = Commands()
    dock = CommandsDock(session)
    qtbot.addWidget(dock)
    bunches: list[int] = []
    dock.model.rowsInserted.connect(lambda _parent, first, last: bunches.append(last - first + 1))
    threads = [
        threading.Thread(target=lambda n=n: [session.commands.add(record(n)) for _ in range(50)])
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: dock.model.rowCount() == 200)
    assert len(bunches) <= 2
    dock.shut_down()


def test_a_command_that_came_before_the_dock_is_shown_once(qtbot: QtBot) -> None:
    session = Commands()
    session.commands.add(record(1))
    dock = CommandsDock(session)
    qtbot.addWidget(dock)
    dock.inbox.flush()
    assert dock.model.rowCount() == 1


def test_host_operation_and_text_narrow_the_list(qtbot: QtBot) -> None:
    session = Commands()
    session.commands.add(record(1))
    session.commands.add(record(2, "Shut down db1", "xen2"))
    dock = CommandsDock(session)
    qtbot.addWidget(dock)
    dock.host_filter.setCurrentIndex(dock.host_filter.findData("xen2"))
    assert [dock.model.row(0).host] == ["xen2"]
    dock.host_filter.setCurrentIndex(0)
    dock.show_operation("Start web1")
    assert dock.model.rowCount() == 1
    dock.operation_filter.setCurrentIndex(0)
    dock.text_filter.setText("WEB 2")
    assert dock.model.rowCount() == 1


def test_copied_commands_can_be_pasted_into_a_shell(qtbot: QtBot) -> None:
    session = Commands()
    session.commands.add(record(1))
    session.commands.add(record(2))
    dock = CommandsDock(session)
    qtbot.addWidget(dock)
    dock.view.selectAll()
    assert "started" in dock.output.toPlainText()
    dock.copy_selected()
    expected = "# on xen1\nvirsh start --domain 'web 1'\nvirsh start --domain 'web 2'\n"
    assert QGuiApplication.clipboard().text() == expected


@pytest.mark.parametrize(
    ("status", "origin", "health"),
    [(0, "x", "ok"), (5, "x", "failed"), (None, "x", "unknown"), (1, "monitoring", "off")],
)
def test_a_command_without_an_end_is_unknown(status: int | None, origin: str, health: str) -> None:
    one = CommandRecord("xen1", ("true",), origin, "", status, 0.0, 0.0)
    assert commandsmodel.status_health(one) == health


def test_the_log_dock_hears_the_package_and_nothing_after_its_end(qtbot: QtBot) -> None:
    log = logging.getLogger("xenadmin_gui.transport.ssh")
    dock = LogDock()
    qtbot.addWidget(dock)
    log.warning("xen2 is slow")
    try:
        raise ValueError("broken")
    except ValueError:
        log.exception("cannot read")
    dock.inbox.flush()
    messages = [dock.model.text(row, logmodel.MESSAGE) for row in dock.model.rows]
    assert messages == ["xen2 is slow", "cannot read"]
    assert "ValueError: broken" in dock.model.rows[1].details
    dock.level_filter.setCurrentIndex(3)
    assert dock.model.rowCount() == 1
    dock.shut_down()
    log.warning("nobody listens")
    dock.inbox.flush()
    assert len(dock.model.rows) == 2


def test_an_inbox_drops_what_its_view_would_drop(qtbot: QtBot) -> None:
    taken: list[list[int]] = []
    inbox: Inbox[int] = Inbox(taken.append, limit=3)
    for number in range(10):
        inbox.put(number)
    inbox.flush()
    assert taken == [[7, 8, 9]]
