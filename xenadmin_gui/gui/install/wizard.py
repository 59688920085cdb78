"""The assistant for a new VM: pages listed on the left, one in front, the plan at the end."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.passwordhash import new_salt, password_hash
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.answers import Answers, carried, clone_draft, install_draft
from xenadmin_gui.gui.install.checker import DraftChecker, Run
from xenadmin_gui.gui.install.checks import all_cautions, all_troubles
from xenadmin_gui.gui.install.disk_page import DiskPage
from xenadmin_gui.gui.install.guest_page import GuestPage
from xenadmin_gui.gui.install.machine_page import MachinePage
from xenadmin_gui.gui.install.name_page import NamePage
from xenadmin_gui.gui.install.network_page import NetworkPage
from xenadmin_gui.gui.install.page import InstallPage, Sight
from xenadmin_gui.gui.install.page_list import PageList
from xenadmin_gui.gui.install.placement_page import PlacementPage
from xenadmin_gui.gui.install.places import Place, Trouble
from xenadmin_gui.gui.install.preset_button import PresetButton
from xenadmin_gui.gui.install.presets import applied
from xenadmin_gui.gui.install.protection_page import ProtectionPage
from xenadmin_gui.gui.install.source_page import SourcePage
from xenadmin_gui.gui.install.sshkeys import PublicKey
from xenadmin_gui.gui.install.summary_page import SummaryPage
from xenadmin_gui.gui.install.template_page import TemplatePage
from xenadmin_gui.gui.sheets.notice import Notice
from xenadmin_gui.gui.style import fonts, spacing
from xenadmin_gui.gui.widgets.room import resize_within
from xenadmin_gui.operations.draft import Draft, Problem
from xenadmin_gui.operations.vminstall.install import new_uuid

#: Checking waits until one stops typing for this long.
_CHECK_MS = 120
#: How long after news of the cluster.
_RECHECK_MS = 2000
_SIZE = (820, 600)


class InstallWizard(QDialog):
    """Follows the cluster while one thinks; runs nothing, and reads no file itself.

    Attributes:
        answers: What is filled in now.
        troubles: What is wrong with that.

    Signals:
        draft_chosen: The draft to be previewed; the assistant stays until it is told to go.
        library_requested: There is no template; the library shows how to get one.
        script_requested: A file with answers is to be read; ``show_script`` takes its text.
    """

    draft_chosen = Signal(object)
    library_requested = Signal()
    script_requested = Signal()

    def __init__(
        self,
        snapshot: Snapshot,
        proposed: Answers,
        parent: QWidget | None = None,
        *,
        run: Run | None = None,
    ) -> None:
        """Open on the first page with ``proposed`` filled in; with a source it makes a clone.

        Args:
            run: Runs what takes long off the GUI thread; None: it is done at once.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self._snapshot = snapshot
        self._proposed = self.answers = proposed
        self.troubles: tuple[Trouble, ...] = ()
        self._uuids: dict[str, str] = {}
        self._salt = new_salt()
        self._hashes: dict[str, str] = {}
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.timeout.connect(self._on_check)
        self._checker = DraftChecker(run, self)
        self._checker.checked.connect(self._on_checked)
        self._problems: tuple[Problem, ...] = ()
        self._wants_plan = False
        self.guest = GuestPage()
        self.pages = self._make_pages()
        self.list = PageList([(page.place, page.title) for page in self.pages])
        self.stack = QStackedWidget()
        self.preset_button = PresetButton()
        self.notice = Notice()
        self._build()
        source = snapshot.vms.get(proposed.source)
        self.setWindowTitle(
            self.tr("Clone {vm}").format(vm=source.name) if source else self.tr("New VM")
        )
        self._fill()
        self._on_check()
        self.go_to(Place.TEMPLATE)

    def _make_pages(self) -> list[InstallPage]:
        is_clone = bool(self.answers.source)
        first: InstallPage
        if is_clone:
            first = SourcePage()
        else:
            first = TemplatePage()
            first.library_requested.connect(self._on_library)
            first.script_requested.connect(self.script_requested)
        pages: list[InstallPage] = [
            first,
            NamePage(many=not is_clone),
            MachinePage(),
            DiskPage(),
            NetworkPage(),
            self.guest,
            PlacementPage(),
            ProtectionPage(),
        ]
        self.summary = SummaryPage({page.place: page.title for page in pages})
        self.summary.place_requested.connect(self.go_to)
        for page in pages:
            page.changed.connect(self._on_changed)
        return [*pages, self.summary]

    def _build(self) -> None:
        self._question = QLabel()
        self._question.setFont(fonts.title())
        self._question.setWordWrap(True)
        for page in self.pages:
            self.stack.addWidget(_scrolling(page))
        self.list.chosen.connect(self._show)
        self.back_button = QPushButton(self.tr("&Back"))
        self.next_button = QPushButton(self.tr("&Next"))
        self.plan_button = QPushButton(self.tr("Show the plan"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.plan_button.clicked.connect(self._on_plan)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(spacing.M, spacing.S, spacing.L, spacing.S)
        buttons.setSpacing(spacing.S)
        buttons.addWidget(self.preset_button)
        buttons.addStretch(1)
        for button in (cancel, self.back_button, self.next_button, self.plan_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.setContentsMargins(spacing.L, spacing.M, spacing.L, 0)
        right.setSpacing(spacing.M)
        right.addWidget(self._question)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda step=step: self._step(step)
            )
        resize_within(self, *_SIZE)

    # what others tell it

    def show_snapshot(self, snapshot: Snapshot, _changed: object = None) -> None:
        """Follow the cluster: rooms, reasons and templates change."""
        self._snapshot = snapshot
        answers = self.answers
        if not answers.source and not answers.template and not answers.begins_empty:
            self._propose_anew(self.answers)
            self._fill()
        if not self._check.isActive():
            self._check.start(_RECHECK_MS)

    def show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        """Offer the SSH keys of the person who sits here, ticked unless somebody chose before."""
        lines = tuple(key.line for key in keys)
        now = replace(self._proposed, ssh_keys=lines)
        self.guest.show_keys(keys)
        self.answers = carried(self.answers, self._proposed, now)
        self._proposed = now
        self._fill()
        self._start_check()

    def show_script(self, text: str) -> None:
        """Fill in the answers for a network installer."""
        self.notice.hide()
        self.answers = replace(self.answers, script=text)
        self._fill()
        self._start_check()

    def apply_preset(self, answers: Answers) -> None:
        """Fill in what a preset keeps."""
        self.notice.hide()
        self.answers = applied(self.answers, answers)
        self._fill()
        self._start_check()

    # what is filled in

    def draft(self) -> Draft:
        """Return the draft of what is filled in now, the same each time."""
        if self.answers.source:
            clone = clone_draft(self.answers, self._uuid_of, self._hash_of)
            if clone is not None:
                return clone
        return install_draft(self.answers, self._uuid_of, self._hash_of)

    def go_to(self, place: Place) -> None:
        """Show a page, and give its first field the keyboard."""
        self.notice.hide()
        self._show(place)
        first = self._page.first()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit | QAbstractSpinBox):
            first.selectAll()  # what is typed stands in place of what was proposed

    @property
    def _page(self) -> InstallPage:
        return self.pages[self.stack.currentIndex()]

    def _uuid_of(self, name: str) -> str:
        return self._uuids.setdefault(name, new_uuid())

    def _hash_of(self, password: str) -> str:
        if password not in self._hashes:
            self._hashes = {password: password_hash(password, self._salt)}
        return self._hashes[password]

    def _fill(self) -> None:
        for page in self.pages:
            page.fill(self.answers)

    def _propose_anew(self, answers: Answers) -> None:
        """Bring what nobody touched to what fits the template that is chosen now."""
        now = proposals.for_install(self._snapshot, answers.template, answers.host)
        if answers.begins_empty:
            now = proposals.for_installer(self._snapshot, answers.host, is_cd=answers.is_cd)
        now = replace(now, ssh_keys=self._proposed.ssh_keys)
        fitting = carried(answers, self._proposed, now)
        self.answers = replace(
            fitting, template=now.template, is_cd=now.is_cd, is_kernel=now.is_kernel
        )
        self._proposed = now

    @Slot()
    def _on_changed(self) -> None:
        before = self.answers
        for page in self.pages:
            self.answers = page.taken(self.answers)
        if _origin(self.answers) != _origin(before) and not self.answers.source:
            self._propose_anew(self.answers)
            self._fill()
        self._start_check()

    def _start_check(self) -> None:
        self._check.start(_CHECK_MS)

    @Slot()
    def _on_check(self) -> None:
        self._check.stop()
        self._look()
        self._checker.check(self.draft(), self._snapshot)

    def _on_checked(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self._look()
        if self._wants_plan:
            self._wants_plan = False
            self._offer()

    def _look(self) -> None:
        """Show what is known by now."""
        self.troubles = all_troubles(self.answers, self._problems)
        cautions = all_cautions(self.draft(), self._snapshot)
        sight = Sight(self._snapshot, self.answers, self.troubles, cautions)
        for page in self.pages:
            page.show_sight(sight)
        self.list.show_troubles(self.troubles, cautions)
        self._show_buttons()

    # going

    def _show(self, place: Place) -> None:
        number = next(n for n, page in enumerate(self.pages) if page.place is place)
        self.stack.setCurrentIndex(number)
        self.list.select(place)
        self._question.setText(self._page.question)
        self._show_buttons()

    def _step(self, step: int) -> None:
        number = self.stack.currentIndex() + step
        if 0 <= number < len(self.pages):
            self.go_to(self.pages[number].place)

    def _show_buttons(self) -> None:
        number = self.stack.currentIndex()
        is_last = number == len(self.pages) - 1
        self.back_button.setEnabled(number > 0)
        self.next_button.setVisible(not is_last)
        self.plan_button.setVisible(is_last)
        self.plan_button.setEnabled(not self.troubles)
        tip = self.tr("Mend what is listed above first.") if self.troubles else ""
        self.plan_button.setToolTip(tip)
        default = self.plan_button if is_last else self.next_button
        if not default.isDefault():
            default.setDefault(True)

    @Slot()
    def _on_plan(self) -> None:
        """Look once more, then say what the draft is."""
        self._wants_plan = True
        self._on_check()

    def _offer(self) -> None:
        if not self.troubles:
            self.draft_chosen.emit(self.draft())

    # ending

    @Slot()
    def _on_library(self) -> None:
        self.accept()
        self.library_requested.emit()

    def reject(self) -> None:
        """Close it; what somebody filled in is not thrown away without a question."""
        if self.answers == self._proposed:
            super().reject()
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Throw away what you filled in?"))
        box.setInformativeText(self.tr("Nothing was done on the cluster yet."))
        throw = box.addButton(self.tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        throw.clicked.connect(super().reject)
        box.open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "list"):
            self.list.retint()


def _origin(answers: Answers) -> tuple[str, bool, bool]:
    return answers.template, answers.is_cd, answers.is_kernel


def _scrolling(page: InstallPage) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
