"""The tool bar: back and forward, the verbs of the selection, search or run."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.cluster_overview import mode_word
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.labels import faint_label
from xenadmin_gui.gui.window.shell_actions import ShellActions

#: Below this width the search button shows its icon only.
_NARROW = 900


class MainToolBar(QToolBar):
    """Signals: search_requested, the search button was pressed."""

    search_requested = Signal()

    def __init__(self, actions: ShellActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._search_text = self.tr("Search or run")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setObjectName("ToolBar")
        self.setMovable(False)
        self.setIconSize(QSize(spacing.ICON, spacing.ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addActions([actions.back, actions.forward])
        for action in (actions.back, actions.forward):
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.addSeparator()
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._gap = self.addWidget(gap)
        self._mode = faint_label()
        self._mode.setContentsMargins(spacing.S, 0, spacing.S, 0)
        self.addWidget(self._mode)
        self.search = QPushButton(self._search_text, self)
        self.search.setFlat(True)
        self.search.setIcon(actions.palette.icon())
        self.search.setAccessibleName(self._search_text)
        self.search.setToolTip(self.tr("Find any object or action by a few letters (Ctrl+K)"))
        self.search.clicked.connect(self.search_requested)
        self.addWidget(self.search)

    def show_verbs(self, actions: Iterable[QAction]) -> None:
        """Put the verbs between the arrows and the search."""
        self.insertActions(self._gap, list(actions))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say how far the automatics may go."""
        manager = snapshot.pacemaker
        text = QCoreApplication.translate("MainWindow", "Pacemaker: {mode}")
        self._mode.setText(text.format(mode=mode_word(manager.mode)) if manager.is_present else "")

    def below_search(self, width: int) -> QPoint:
        """Return where on the screen something of ``width`` hangs below the search button."""
        corner = QPoint(self.search.width() - width, self.search.height() + spacing.XS)
        return self.search.mapToGlobal(corner)

    def retint(self, actions: ShellActions) -> None:
        """Take the icons of the scheme in force."""
        self.search.setIcon(actions.palette.icon())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.search.setText(self._search_text if self.width() >= _NARROW else "")
        super().resizeEvent(event)
