"""What can be done with the template library: menu entries and the page's buttons alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from shiboken6 import isValid

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import Template
from xenadmin_gui.gui.dialogs.draft_form import DraftForm
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san.entry import ready
from xenadmin_gui.gui.sheets.conductor import Offer
from xenadmin_gui.gui.sheets.keeper import sheet_keeper
from xenadmin_gui.gui.style import icons
from xenadmin_gui.gui.templates import forms
from xenadmin_gui.gui.templates.transfer import TransferDialog
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.outcome import Outcome
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.templates.change import TemplateDelete, TemplateEdit
from xenadmin_gui.operations.templates.copying import TemplateCopy, lacking_servers
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.operations.templates.verify import TemplateVerify
from xenadmin_gui.session import library

if TYPE_CHECKING:
    from xenadmin_gui.gui.bridge import Bridge
    from xenadmin_gui.gui.window.main_window import MainWindow
    from xenadmin_gui.session.session import Session

T = TypeVar("T")


class TemplateActions(QObject):
    """Every change ends in the plan sheet; only what is sent or fetched runs beside it."""

    def __init__(self, window: MainWindow, session: Session, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._bridge = bridge
        self._keeper = sheet_keeper(session, bridge)
        self._keeper.task_ended.connect(self._on_task_ended)
        #: Templates that are to be copied by way of this machine once they are made.
        self._to_carry: set[str] = set()
        self._transfers: list[TransferDialog] = []
        window.closed.connect(self._on_window_closed)

    def fill(self, menu: QMenu, snapshot: Snapshot, selection: tuple[Key, ...]) -> None:
        """Add the verbs of a single selected template or VM to ``menu``."""
        if len(selection) != 1:
            return
        key = selection[0]
        if key.kind is Kind.VM and key.id in snapshot.vms:
            text = self.tr("Ma&ke a template of it…")
            self._add(menu, text, "template", lambda: self.open_from_vm(key.id))
        template = snapshot.template(key.id) if key.kind is Kind.TEMPLATE else None
        if template is None:
            return
        name = template.name
        verify, edit = TemplateVerify(name), TemplateEdit(template)
        self._add(
            menu,
            self.tr("Verif&y"),
            "look",
            lambda: self.verify(name),
            ready(snapshot, verify),
        )
        self._add(
            menu, self.tr("&Edit…"), "settings", lambda: self.open_edit(name), ready(snapshot, edit)
        )
        if lacking_servers(snapshot, template):
            text = self.tr("&Copy to every SAN server")
            copy = TemplateCopy(name)
            self._add(menu, text, "copy", lambda: self.copy(name), ready(snapshot, copy))
        why_not = phrase(template.reason)
        self._add(menu, self.tr("E&xport…"), "save", lambda: self.export(name), why_not)
        menu.addSeparator()
        delete = TemplateDelete(name)
        text = self.tr("&Delete…")
        self._add(menu, text, "remove", lambda: self.delete(name), ready(snapshot, delete))

    def fill_whole(self, menu: QMenu) -> None:
        """Add what can be done whatever is selected."""
        menu.addSeparator()
        self._add(menu, self.tr("&Template library"), "template", self.show_library)
        self._add(menu, self.tr("&Import a template…"), "", self.open_import)
        self._add(menu, self.tr("Send an i&mage as template…"), "", self.open_upload)
        self._add(menu, self.tr("Make a template of a &VM…"), "", self.open_from_vm)

    def show_library(self) -> None:
        """Show the page of the library."""
        snapshot = self._bridge.snapshot
        if snapshot is not None:
            self._window.open_object(Key(Kind.CLUSTER, snapshot.cluster))
            self._window.objects.show_library()

    def open_import(self) -> None:
        """Ask for an image on a server."""
        self._ask(forms.import_form(self._snapshot, self._window), self._on_import)

    def open_from_vm(self, uuid: str = "") -> None:
        """Ask for a VM."""
        self._ask(forms.from_vm_form(self._snapshot, uuid, self._window), self._on_from_vm)

    def open_edit(self, name: str) -> None:
        """Ask how a template is to be described."""
        template = self._snapshot.template(name)
        if template is not None:
            form = forms.edit_form(self._snapshot, template, self._window)
            self._ask(form, partial(self._offer, self.tr("Change {0}").format(name)))

    def open_upload(self) -> None:
        """Ask for a file of this machine, then what it is."""
        dialog = QFileDialog(self._window, self.tr("Which image should be sent?"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        images = self.tr("Images") + " (*.raw *.img *.qcow2 *.zst *.xz *.gz)"
        dialog.setNameFilters([images, self.tr("All files") + " (*)"])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def verify(self, name: str) -> None:
        """Offer to compare the images with their checksums."""
        self._offer(self.tr("Verify {0}").format(name), TemplateVerify(name))

    def copy(self, name: str) -> None:
        """Offer to copy it to the servers that lack it, or carry it there."""
        template = self._snapshot.template(name)
        if template is None or not template.servers:
            return
        source, session = template.servers[0], self._session

        def done(outcome: Outcome[bool]) -> None:
            if outcome.value:
                self._offer(self.tr("Copy {0}").format(name), TemplateCopy(name))
            elif outcome.error is None:
                self._carry(name)
            else:
                self._window.show_error(outcome.error)

        self._bridge.run(lambda context: library.may_push(session, source, context), done)

    def delete(self, name: str) -> None:
        """Offer to remove it."""
        button = self.tr("Delete {0}").format(name)
        offer = Offer(TemplateDelete(name), lambda _names: button, destructive=True)
        self._keeper.open_draft(offer, self._window)

    def export(self, name: str) -> None:
        """Ask where to, then fetch it."""
        dialog = QFileDialog(self._window, self.tr("Where should {0} be put?").format(name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.fetch(name, Path(folder)))
        dialog.open()

    def fetch(self, name: str, folder: Path) -> None:
        """Fetch a template into a folder of this machine."""
        template, session = self._snapshot.template(name), self._session
        if template is None:
            return

        def job(context: JobContext) -> tuple[Path, Path]:
            return library.download(session, template, folder, context)

        def done(outcome: Outcome[tuple[Path, Path]]) -> None:
            if outcome.value is not None:
                text = self.tr("{0} lies in {1} now.")
                self._window.say(text.format(name, outcome.value[1].parent))
            elif outcome.error is not None:
                self._window.show_error(outcome.error)

        self._transfer(self.tr("Fetching {0}").format(name), job, done)

    def send(self, file: Path, draft: TemplateImport) -> None:
        """Send an image, then show the plan that takes it into the library."""
        session, template, server = self._session, draft.template, draft.server

        def job(context: JobContext) -> tuple[library.Sent, bool]:
            push = library.may_push(session, server, context)
            return library.upload(session, server, file, template, context), push

        def done(outcome: Outcome[tuple[library.Sent, bool]]) -> None:
            if outcome.value is None:
                if outcome.error is not None:
                    self._window.show_error(outcome.error)
                return
            sent, push = outcome.value
            self._note(template, push=push)
            whole = replace(
                draft,
                path=sent.path,
                sha256=draft.sha256 or sent.sha256,
                file_bytes=sent.size_bytes,
                push=push,
            )
            self._offer(self.tr("Import {0}").format(template.name), whole)

        self._transfer(self.tr("Sending {0}").format(file.name), job, done)

    @property
    def _snapshot(self) -> Snapshot:
        return self._bridge.snapshot or self._session.snapshot

    def _ask(self, form: DraftForm, chosen: Callable[[Any], object]) -> None:
        form.draft_chosen.connect(chosen)
        self._bridge.snapshot_changed.connect(form.show_snapshot)
        form.show()

    def _offer(self, button: str, draft: Draft) -> None:
        self._keeper.open_draft(Offer(draft, lambda _names: button), self._window)

    def _on_import(self, draft: TemplateImport) -> None:
        session = self._session

        def job(context: JobContext) -> tuple[int, bool]:
            size = library.file_size(session, draft.server, draft.path, context)
            return size, library.may_push(session, draft.server, context)

        def done(outcome: Outcome[tuple[int, bool]]) -> None:
            if outcome.value is None:
                if outcome.error is not None:
                    self._window.show_error(outcome.error)
                return
            size, push = outcome.value
            self._note(draft.template, push=push)
            whole = replace(draft, file_bytes=size, push=push)
            self._offer(self.tr("Import {0}").format(draft.template.name), whole)

        self._bridge.run(job, done)

    def _on_from_vm(self, draft: TemplateFromVm) -> None:
        session, server = self._session, self._snapshot.san.active_server or ""

        def done(outcome: Outcome[bool]) -> None:
            if outcome.value is None:
                if outcome.error is not None:
                    self._window.show_error(outcome.error)
                return
            self._note(draft.template, push=outcome.value)
            button = self.tr("Make {0}").format(draft.template.name)
            self._offer(button, replace(draft, push=outcome.value))

        self._bridge.run(lambda context: library.may_push(session, server, context), done)

    def _on_file(self, name: str) -> None:
        file = Path(name)

        def done(outcome: Outcome[int]) -> None:
            if outcome.value is None:
                if outcome.error is not None:
                    self._window.show_error(outcome.error)
                return
            form = forms.upload_form(self._snapshot, file, outcome.value, self._window)
            self._ask(form, lambda draft: self.send(file, draft))

        self._bridge.run(lambda _context: library.local_size(file), done)

    def _note(self, template: Template, *, push: bool) -> None:
        self._to_carry.discard(template.name)
        if not push:
            self._to_carry.add(template.name)

    def _on_task_ended(self, task: Task) -> None:
        for key in task.subjects:
            if key.kind is Kind.TEMPLATE and key.id in self._to_carry:
                self._to_carry.discard(key.id)
                if task.state is TaskState.DONE:
                    self._carry(key.id)

    def _carry(self, name: str) -> None:
        """Copy a template by way of this machine: the servers may not log in to one another."""
        session = self._session

        def job(context: JobContext) -> tuple[Task, ...]:
            return library.copy_through_here(session, name, context)

        def done(outcome: Outcome[tuple[Task, ...]]) -> None:
            if outcome.error is not None:
                self._window.show_error(outcome.error)
            for task in outcome.value or ():
                if task.state is not TaskState.DONE:
                    self._keeper.open_task(task, self._window)

        self._transfer(self.tr("Copying {0} to every SAN server").format(name), job, done)

    def _transfer(
        self,
        title: str,
        job: Callable[[JobContext], T],
        done: Callable[[Outcome[T]], object],
    ) -> None:
        dialog = TransferDialog(title, self._window)
        self._transfers = [one for one in self._transfers if isValid(one)]
        self._transfers.append(dialog)
        dialog.run(self._bridge, job, done)

    def _on_window_closed(self) -> None:
        for dialog in self._transfers:
            if isValid(dialog):
                dialog.close()

    def _add(
        self, menu: QMenu, text: str, icon: str, call: Callable[[], object], why_not: str = ""
    ) -> None:
        action = menu.addAction(text)
        if icon:
            action.setIcon(icons.action_icon(icon))
        action.setEnabled(not why_not)
        action.setToolTip(why_not)
        action.setStatusTip(why_not)
        action.triggered.connect(lambda *_: call())
