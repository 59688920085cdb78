"""What an administrator does in the window of a large cluster, each deed measured by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDockWidget

from tests.bench.measured import Deed, MeasuredApplication, settle
from tests.gui.shell_sessions import ToldSession
from xenadmin_gui.domain.command import CommandRecord
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.gui.docks.commands import CommandsDock
from xenadmin_gui.gui.docks.tasks import TasksDock
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.wizard import InstallWizard
from xenadmin_gui.gui.sheets.plansheet import PlanSheet
from xenadmin_gui.gui.sheets.planview import preview_content
from xenadmin_gui.gui.style import palette
from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.gui.window.command_palette import CommandPalette
from xenadmin_gui.gui.window.main_window import MainWindow
from xenadmin_gui.gui.window.navigator import View
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.tasks import StepState, Task, TaskState, TaskStep
from xenadmin_gui.operations.verbs import VmVerb
from xenadmin_gui.operations.vm import VmDraft
from xenadmin_gui.session.eventlog import Event
from xenadmin_gui.session.recording import TAIL_CHARS

_FILTER_MS = 400
_EVENTS_MS = 600
_TABS = ("Overview", "Map", "SAN", "Templates", "Configuration", "Events")
_CHAIN_TAB, _SAN_TAB, _EVENTS_TAB = 1, 2, 5


def often(application: MeasuredApplication, window: MainWindow) -> list[Deed]:
    """Views, pages, tabs, the filter, the palette, one after the other."""
    do, navigator, tabs = application.do, window.navigator, window.objects.tabs
    snapshot = window.snapshot
    assert snapshot is not None
    vms = [Key(Kind.VM, uuid) for uuid in snapshot.vms]
    cluster = Key(Kind.CLUSTER, snapshot.cluster)
    shown = [(f"view {view.name}", partial(navigator.show_view, view)) for view in (*View, *View)]
    keys = [vms[1000], vms[500], snapshot.hosts[3].key, snapshot.san.multipaths[99].key, cluster]
    shown += [(f"open a {key.kind}", partial(window.open_object, key)) for key in keys]
    shown += [(f"tab {name}", partial(tabs.setCurrentIndex, n)) for n, name in enumerate(_TABS)]
    found = [do(name, call) for name, call in shown]
    for view in View:
        navigator.show_view(view)
        for text in ("1", "12", "host:xen2", "nothing", ""):
            call = partial(navigator.filter_line.setText, text)
            found.append(do(f"filter {text!r} in {view.name}", call, _FILTER_MS))
    navigator.show_view(View.VMS)
    found.append(do("select all VMs", navigator.tree.selectAll))
    found.append(do("open the palette", window.actions_.palette.trigger))
    for dialog in window.findChildren(CommandPalette):
        found.append(do("type in the palette", partial(dialog.line.setText, "vm1")))
        dialog.close()
    return found


def seldom(
    application: MeasuredApplication, window: MainWindow, session: ToldSession
) -> list[Deed]:
    """Colours, chains, events, docks, a plan, the assistant: what one does now and then."""
    do, navigator, tabs = application.do, window.navigator, window.objects.tabs
    snapshot = window.snapshot
    assert snapshot is not None
    navigator.show_view(View.CLUSTER)
    window.open_object(Key(Kind.CLUSTER, snapshot.cluster))
    found = []
    for tab in (0, _CHAIN_TAB, _SAN_TAB):
        tabs.setCurrentIndex(tab)
        settle(application)
        for scheme in (Appearance.DARK, Appearance.LIGHT):
            call = partial(palette.apply_appearance, application, scheme)
            found.append(do(f"all of it {scheme.value}, with the tab {_TABS[tab]}", call))
    keys = (
        snapshot.hosts[3].key,
        next(iter(snapshot.vms.values())).key,
        snapshot.san.luns[9].key,
        snapshot.san_servers[0].key,
    )
    for key in keys:
        window.open_object(key)
        found.append(do(f"the chain of a {key.kind}", partial(tabs.setCurrentIndex, _CHAIN_TAB)))
        tabs.setCurrentIndex(0)
    _fill_events(session)
    window.open_object(Key(Kind.CLUSTER, snapshot.cluster))
    tabs.setCurrentIndex(0)
    call = partial(tabs.setCurrentIndex, _EVENTS_TAB)
    found.append(do("the events, with 10,000 kept", call, _EVENTS_MS))
    tabs.setCurrentIndex(0)
    found += _docks(application, window, session)
    found += _plan(application, window)
    return found + _assistant(application, window)


def _docks(
    application: MeasuredApplication, window: MainWindow, session: ToldSession
) -> list[Deed]:
    """5,000 commands, one of which said a megabyte, and 500 tasks."""
    do = application.do
    commands = window.findChild(CommandsDock)
    tasks = window.findChild(TasksDock)
    assert commands is not None
    assert tasks is not None
    for dock in window.findChildren(QDockWidget):
        dock.raise_()
    records = [_command(number) for number in range(5000)]

    def arrive() -> None:
        for record in records:
            session.commands.add(record)

    commands.raise_()
    found = [do("5,000 commands at once", arrive, _EVENTS_MS)]
    found += [
        do("all of them, monitoring too", partial(commands.hide_monitoring.setChecked, False)),
        do("filter the commands", partial(commands.text_filter.setText, "blockdev"), _FILTER_MS),
        do("no longer", partial(commands.text_filter.setText, ""), _FILTER_MS),
        do("select all commands", commands.view.selectAll),
        do("a command that said 1 MB", partial(_select_row, commands, 4999)),
    ]
    tasks.raise_()
    many = [_task(number) for number in range(500)]
    return [*found, do("500 tasks", partial(tasks.take, many))]


def _select_row(dock: CommandsDock, row: int) -> None:
    dock.view.clearSelection()
    dock.view.setCurrentIndex(dock.model.index(row, 0))


def _command(number: int) -> CommandRecord:
    """As a session records it: of a megabyte only the end."""
    said = ("one line of what a command may say\n" * (30_000 if number == 4999 else 3))[
        -TAIL_CHARS:
    ]
    argv = ("blockdev", "--getsize64", f"/dev/san/vol-{number}")
    origin = f"Grow vol-{number % 40}" if number % 5 else "monitoring"
    return CommandRecord(f"xen{number % 64 + 1}", argv, origin, "", 0, 100.0 + number, 0.1, said)


def _task(number: int) -> Task:
    steps = tuple(
        TaskStep(n, Key(Kind.VM, f"u{number}"), "Shut it down", "xen1", StepState.DONE)
        for n in range(4)
    )
    at = 100.0 + number
    return Task(
        f"t{number}",
        f"Shut down vm{number}",
        TaskState.DONE,
        at,
        at,
        at + 9,
        "anna@desk",
        (),
        steps,
    )


def _fill_events(session: ToldSession) -> None:
    def tell(name: str, old: str | None, new: str | None, is_new: bool) -> Event:
        del old, new, is_new
        return Event(100.0, Health.OK, Key(Kind.VM, name), name, "vm-state", f"{name} runs.")

    session.events.observe({f"vm{number}": "running" for number in range(10_000)}, tell)


def _plan(application: MeasuredApplication, window: MainWindow) -> list[Deed]:
    """The preview of a plan for 200 VMs; it is made off the GUI thread, shown in it."""
    snapshot = window.snapshot
    assert snapshot is not None
    running = [vm.uuid for vm in snapshot.vms.values() if vm.state is VmState.RUNNING][:200]
    draft = VmDraft(VmVerb.SHUTDOWN, tuple(running))
    content = preview_content(preview(draft.plan(snapshot), snapshot))
    sheet = PlanSheet(SystemClock(), window)

    def show() -> None:
        sheet.show_content(content)
        sheet.show()

    found = [
        application.do(f"a plan of {len(content.steps)} steps", show),
        application.do("every command of it", partial(sheet.steps.show_commands, True)),
        application.do("the plan again", partial(sheet.show_content, content)),
    ]
    sheet.close()
    return found


def _assistant(application: MeasuredApplication, window: MainWindow) -> list[Deed]:
    """The assistant for new VMs; its draft is looked at off the GUI thread, as in the window."""
    snapshot, bridge = window.snapshot, window.bridge
    assert snapshot is not None
    assert bridge is not None
    wizards: list[InstallWizard] = []

    def show() -> None:
        proposed = proposals.for_install(snapshot)
        wizards.append(InstallWizard(snapshot, proposed, window, run=bridge.run))
        wizards[0].show()

    found = [application.do("the assistant for a new VM", show)]
    for place in Place:
        call = partial(wizards[0].go_to, place)
        found.append(application.do(f"… its page {place.name}", call, _FILTER_MS))
    wizards[0].close()
    return found
