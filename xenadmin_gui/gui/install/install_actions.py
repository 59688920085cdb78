"""New VM and Clone in menu, tool bar and context menu; the files that the assistant asks for."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from xenadmin_gui.domain.errors import PreconditionError, XenadminError
from xenadmin_gui.domain.installer import MOST_ANSWERS
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install import presets, proposals
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.presets import Preset
from xenadmin_gui.gui.install.sshkeys import PublicKey, read_keys
from xenadmin_gui.gui.install.wizard import InstallWizard
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.style import icons
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.draft import Draft

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session


_WITH_NEW = (Kind.CLUSTER, Kind.HOST, Kind.TEMPLATE)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What this machine has to offer: keys, time zones, presets."""

    keys: tuple[PublicKey, ...]
    timezones: tuple[str, ...]
    presets: tuple[str, ...]


class InstallActions(QObject):
    """The assistant stays hidden behind the plan: whoever turns back finds it as it was.

    Signals:
        library_requested: There is no template; the page of the library shows how to get one.
    """

    library_requested = Signal()

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._keeper = sheet_keeper(session, bridge)
        self._snapshot: Snapshot | None = None
        self._selection: tuple[Key, ...] = ()
        self.new = QAction(icons.action_icon("add"), self.tr("New &VM…"), self)
        self.new.setObjectName("vm_new")
        self.new.setShortcut(QKeySequence("Ctrl+N"))
        self.new.triggered.connect(self._on_new)
        self.clone = QAction(icons.action_icon("copy"), self.tr("C&lone…"), self)
        self.clone.setObjectName("vm_clone")
        self.clone.triggered.connect(self._on_clone)

    def update(self, snapshot: Snapshot | None, selection: tuple[Key, ...]) -> None:
        """Follow the cluster and the selection."""
        self._snapshot, self._selection = snapshot, selection
        self.new.setEnabled(snapshot is not None)
        self.new.setToolTip(self.tr("Make VMs from a template; shows the plan first (Ctrl+N)."))
        can_clone = snapshot is not None and self._one(Kind.VM) in snapshot.vms
        self.clone.setEnabled(can_clone)
        self.clone.setToolTip(
            self.tr("Make another VM like this one; shows the plan first.")
            if can_clone
            else self.tr("Select one VM.")
        )

    def fill(self, menu: QMenu, selection: tuple[Key, ...]) -> bool:
        """Add what fits a cluster, a host or a template; say whether that was anything."""
        if len(selection) != 1 or selection[0].kind not in _WITH_NEW:
            return False
        key = selection[0]
        texts = {
            Kind.HOST: self.tr("New &VM on {name}…"),
            Kind.TEMPLATE: self.tr("New &VM from {name}…"),
        }
        text = texts.get(key.kind, self.new.text()).format(name=key.id.replace("&", "&&"))
        action = menu.addAction(icons.action_icon("add"), text)
        action.setEnabled(self.new.isEnabled())
        action.triggered.connect(lambda *_: self.open_for(key))
        return True

    def open_for(self, key: Key | None) -> None:
        """Show the assistant for a new VM from a template or on a host."""
        if self._snapshot is None:
            return
        template = key.id if key and key.kind is Kind.TEMPLATE else ""
        host = key.id if key and key.kind is Kind.HOST else ""
        self.open(proposals.for_install(self._snapshot, template, host))

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        self.new.setIcon(icons.action_icon("add"))
        self.clone.setIcon(icons.action_icon("copy"))

    def open(self, proposed: Answers) -> InstallWizard | None:
        """Show the assistant with ``proposed`` filled in; None before the cluster answered."""
        if self._snapshot is None:
            return None
        wizard = InstallWizard(self._snapshot, proposed, self._window, run=self._bridge.run)
        wizard.draft_chosen.connect(lambda draft: self._offer(wizard, draft))
        wizard.preset_button.chosen.connect(lambda name: self._load(wizard, name))
        wizard.preset_button.saved.connect(lambda name: self._save(wizard, name))
        wizard.preset_button.removed.connect(lambda name: self._remove(wizard, name))
        wizard.library_requested.connect(self.library_requested)
        wizard.script_requested.connect(lambda: self._ask_script(wizard))
        self._bridge.snapshot_changed.connect(wizard.show_snapshot)
        wizard.show()

        def known(outcome: Outcome[Surroundings]) -> None:
            found = outcome.value
            if found is not None and isValid(wizard):
                wizard.guest.show_timezones(found.timezones)
                wizard.show_keys(found.keys)
                wizard.preset_button.show_names(found.presets)

        self._bridge.run(_look_around, known)
        return wizard

    def _on_new(self) -> None:
        self.open_for(self._selection[0] if len(self._selection) == 1 else None)

    def _on_clone(self) -> None:
        vm = self._snapshot.vms.get(self._one(Kind.VM)) if self._snapshot else None
        if vm is not None and self._snapshot is not None:
            self.open(proposals.for_clone(self._snapshot, vm))

    def _one(self, kind: Kind) -> str:
        """Id of the selected object when it is a single one of ``kind``, else an empty text."""
        keys = self._selection
        return keys[0].id if len(keys) == 1 and keys[0].kind is kind else ""

    def _offer(self, wizard: InstallWizard, draft: Draft) -> None:
        """Show the plan in place of the assistant, which comes back when nothing is run."""
        is_clone = bool(wizard.answers.source)
        create, clone = self.tr("Create {vm}"), self.tr("Clone as {vm}")

        def button(names: tuple[str, ...]) -> str:
            if len(names) > 1:
                return self.tr("Create %n VMs", "", len(names))
            text = clone if is_clone else create
            return text.format(vm=wording.listing(list(names)))

        place = wizard.pos()
        wizard.hide()
        sheet = self._keeper.open_draft(Offer(draft, button), self._window)
        has_run: list[bool] = []

        def closed() -> None:
            if isValid(wizard) and not has_run:
                wizard.move(place)
                wizard.show()
                wizard.activateWindow()

        def run() -> None:
            has_run.append(True)
            if isValid(wizard):
                wizard.accept()

        sheet.run_requested.connect(run)
        sheet.closed.connect(closed)

    def _ask_script(self, wizard: InstallWizard) -> None:
        """Have a file with an installer's answers chosen, and read it."""
        dialog = QFileDialog(wizard, self.tr("Which answers?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._read_script(wizard, Path(path)))
        dialog.open()

    def _read_script(self, wizard: InstallWizard, path: Path) -> None:
        def read(outcome: Outcome[str]) -> None:
            if not isValid(wizard):
                return
            if outcome.value is not None:
                wizard.show_script(outcome.value)
            else:
                self._complain(wizard, outcome.error)

        self._bridge.run(lambda _context: read_answers(path), read)

    def _load(self, wizard: InstallWizard, name: str) -> None:
        def loaded(outcome: Outcome[Preset]) -> None:
            if not isValid(wizard):
                return
            if outcome.value is not None:
                wizard.apply_preset(outcome.value.answers)
            else:
                self._complain(wizard, outcome.error)

        self._bridge.run(lambda _context: presets.load(name), loaded)

    def _save(self, wizard: InstallWizard, name: str) -> None:
        preset = Preset(name, wizard.answers)

        def job(_context: JobContext) -> tuple[str, ...]:
            presets.save(preset)
            return presets.preset_names()

        said = self.tr("Saved as the preset {name}.").format(name=name)
        self._bridge.run(job, lambda outcome: self._listed(wizard, outcome, said))

    def _remove(self, wizard: InstallWizard, name: str) -> None:
        def job(_context: JobContext) -> tuple[str, ...]:
            presets.remove(name)
            return presets.preset_names()

        said = self.tr("The preset {name} is gone.").format(name=name)
        self._bridge.run(job, lambda outcome: self._listed(wizard, outcome, said))

    def _listed(self, wizard: InstallWizard, outcome: Outcome[tuple[str, ...]], said: str) -> None:
        if not isValid(wizard):
            return
        if outcome.value is None:
            self._complain(wizard, outcome.error)
            return
        wizard.preset_button.show_names(outcome.value)
        wizard.notice.say(Health.OK, said)

    def _complain(self, wizard: InstallWizard, error: BaseException | None) -> None:
        sentence = str(error)
        if isinstance(error, XenadminError):
            sentence = f"{phrase(error.sentence)} {phrase(error.next_step)}".strip()
        wizard.notice.say(Health.FAILED, sentence)


def read_answers(path: Path) -> str:
    """Read a file with an installer's answers.

    Raises:
        PreconditionError: It cannot be read, is no text, or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_ANSWERS + 1)
        text = data.decode()
    except OSError as error:
        why = error.strerror or str(error)
        raise PreconditionError(f"{path} cannot be read: {why}.", code="no-file") from error
    except UnicodeDecodeError:
        raise PreconditionError(f"{path} is no text.", code="no-text") from None
    if len(data) > MOST_ANSWERS:
        raise PreconditionError(f"{path} is too large: 256 KiB is the most.", code="too-large")
    return text


def _look_around(_context: JobContext) -> Surroundings:
    return Surroundings(
        read_keys(Path.home() / ".ssh"),
        tuple(sorted(zoneinfo.available_timezones())),
        presets.preset_names(),
    )
