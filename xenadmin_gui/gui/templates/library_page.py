"""The page of the template library: the list, the buttons above it, the selected one below."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.page import Page
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.templates import words
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.block_widgets import FactsWidget, clear_layout
from xenadmin_gui.gui.widgets.hint import EmptyHint
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.operations.templates.copying import lacking_servers

if TYPE_CHECKING:
    from xenadmin_gui.gui.templates.template_actions import TemplateActions

_WIDTHS = (120, 125, 160, 55, 65, 75)


class LibraryPage(Page):
    """Does nothing to a template before ``offer`` gave it the actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: TemplateActions | None = None
        self._snapshot: Snapshot | None = None
        self._shown: Key | None = None
        self.model = ObjectTreeModel(
            [
                self.tr("Template"),
                self.tr("State"),
                self.tr("Title"),
                self.tr("Kind"),
                self.tr("Disk"),
                self.tr("Memory"),
                self.tr("Lies on"),
            ],
            self,
        )
        self.model.set_numeric_columns((4, 5))
        self.view = ObjectTreeView(self.model, self)
        self.view.setRootIsDecorated(False)
        self.view.setSelectionMode(ObjectTreeView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.tr("Templates"))
        header = self.view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.view.activated_key.connect(self.opened)
        self.view.selection_settled.connect(self._on_selection)
        self.view.menu_requested.connect(self.menu_requested)
        self.hint = EmptyHint(self)
        self._buttons = self._make_buttons()
        self._details = QVBoxLayout()
        self._details.setContentsMargins(spacing.L, spacing.M, spacing.L, spacing.L)
        self._details.setSpacing(spacing.XS)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._build()
        self._enable()

    def offer(self, actions: TemplateActions) -> None:
        """Have the buttons do something."""
        self._actions = actions
        self._enable()

    def show_object(self, snapshot: Snapshot, key: Key) -> None:
        self._snapshot = snapshot
        rows = words.rows_of(snapshot)
        self.model.apply(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_why_empty(snapshot)
        elif not self.view.selection():
            self.view.select_key(snapshot.templates[0].key)
        self._show_details()
        self._enable()

    def selected(self) -> str:
        """Return the name of the selected template; empty for none."""
        selection = self.view.selection()
        return selection[0].id if len(selection) == 1 else ""

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        for button, icon in self._buttons.values():
            button.setIcon(icons.action_icon(icon))

    def _make_buttons(self) -> dict[str, tuple[QPushButton, str]]:
        made: dict[str, tuple[QPushButton, str]] = {}
        for name, text, icon in (
            ("new", self.tr("&New template"), "add"),
            ("verify", self.tr("Verif&y"), "look"),
            ("edit", self.tr("&Edit…"), "settings"),
            ("export", self.tr("E&xport…"), "save"),
            ("copy", self.tr("&Copy to every server"), "copy"),
            ("delete", self.tr("&Delete…"), "remove"),
        ):
            button = QPushButton(icons.action_icon(icon), text)
            button.setAutoDefault(False)
            button.setObjectName(f"template_{name}")
            made[name] = (button, icon)
            if name != "new":
                button.clicked.connect(lambda *_, name=name: self._on_button(name))
        menu = QMenu(made["new"][0])
        for text, what in (
            (self.tr("&Import an image that lies on a SAN server…"), "import"),
            (self.tr("&Send an image from this machine…"), "upload"),
            (self.tr("Make one of a &VM…"), "from-vm"),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda *_, what=what: self._on_button(what))
        made["new"][0].setMenu(menu)
        return made

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(spacing.S, spacing.S, spacing.S, spacing.S)
        row.setSpacing(spacing.S)
        for button, _ in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        content = QWidget()
        content.setLayout(self._details)
        content.setBackgroundRole(QPalette.ColorRole.Base)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(content)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.view)
        parts.addWidget(area)
        parts.setStretchFactor(1, 1)
        parts.setSizes([150, 350])
        self._stack = QStackedWidget()
        self._stack.addWidget(parts)
        self._stack.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self._stack, 1)

    def _say_why_empty(self, snapshot: Snapshot) -> None:
        if any(server.seen_at is not None for server in snapshot.san_servers):
            text = self.tr(
                "The library is empty. VMs are made of templates: import an image that lies on a "
                "SAN server, send one from this machine, or make one of a VM that is as it should "
                "be. Scripts that build images of Debian and openSUSE lie in {folder}."
            ).format(folder=resources.files("xenadmin_gui") / "data" / "templates")
            self.hint.say(text, self.tr("Import…"), lambda: self._on_button("import"))
        else:
            self.hint.say(self.tr("The SAN servers have not answered yet."))

    def _show_details(self) -> None:
        template = self._snapshot.template(self.selected()) if self._snapshot else None
        clear_layout(self._details)
        if template is None or self._snapshot is None:
            return
        for number, block in enumerate(words.blocks_of(self._snapshot, template)):
            if number:
                self._details.addSpacing(spacing.M)
            self._details.addWidget(section_title(block.title))
            self._details.addWidget(FactsWidget(block))
        self._details.addStretch(1)

    def _enable(self) -> None:
        name, ready = self.selected(), self._actions is not None
        template = self._snapshot.template(name) if self._snapshot else None
        usable = template is not None and not template.reason
        for what, (button, _) in self._buttons.items():
            if what == "new":
                button.setEnabled(ready and self._snapshot is not None)
            elif what in ("delete", "verify"):
                button.setEnabled(ready and template is not None)
            else:
                button.setEnabled(ready and usable)
        missing: tuple[str, ...] = ()
        if template is not None and self._snapshot is not None and usable:
            missing = lacking_servers(self._snapshot, template)
        self._buttons["copy"][0].setVisible(bool(missing))

    def _on_selection(self, _keys: object = None) -> None:
        self._show_details()
        self._enable()

    def _on_button(self, what: str) -> None:
        actions, name = self._actions, self.selected()
        if actions is None:
            return
        if what == "import":
            actions.open_import()
        elif what == "upload":
            actions.open_upload()
        elif what == "from-vm":
            actions.open_from_vm()
        elif name:
            {
                "verify": actions.verify,
                "edit": actions.open_edit,
                "export": actions.export,
                "copy": actions.copy,
                "delete": actions.delete,
            }[what](name)
