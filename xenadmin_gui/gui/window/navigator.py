"""The left pane: filter line, switch between the views, and the three trees."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pieces import Pieces, Steps, whole
from xenadmin_gui.gui.scale import FEW_VMS, is_large
from xenadmin_gui.gui.style import flat, icons, spacing
from xenadmin_gui.gui.tree import views, vm_table
from xenadmin_gui.gui.tree.filter import Filter
from xenadmin_gui.gui.tree.model import ObjectTreeModel
from xenadmin_gui.gui.tree.row import Row, RowId
from xenadmin_gui.gui.tree.view import ObjectTreeView
from xenadmin_gui.gui.widgets.hint import EmptyHint

_KEEP_PLACE_MS = 3000
_FILTER_DELAY_MS = 150
_ASCENDING = Qt.SortOrder.AscendingOrder


#: Widths of the columns of the VM table, and below which width of the pane a column gives way.
_WIDTHS = {vm_table.STATE: 72, vm_table.HOST: 58, vm_table.CPU: 58, vm_table.MEMORY: 46}
_GIVES_WAY = {vm_table.STATE: 380, vm_table.MEMORY: 300}


class View(IntEnum):
    """The three views, in the order of their tabs."""

    CLUSTER = 0
    SAN = 1
    VMS = 2


class Navigator(QWidget):
    """Filter and trees; only the tree that is shown takes snapshots, the others catch up.

    Signals:
        selection_changed: Selected objects of the shown tree (tuple of Key).
        opened: Return or double click (Key).
        menu_requested: tuple of Key, QPoint.
    """

    selection_changed = Signal(object)
    opened = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._filter = Filter()
        self._caches = [views.RowCache() for _ in View]
        self._stale = [True for _ in View]
        self._work = Pieces(self)
        self._is_switching = False
        self._carried: Key | None = None
        self._unfolded = [Filter() for _ in View]
        self._opened: list[list[RowId]] = [[] for _ in View]
        self.filter_line = self._make_filter_line()
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setDocumentMode(True)
        flat.flatten_tabs(self.tabs)
        for name in (self.tr("Cluster"), self.tr("SAN"), self.tr("VMs")):
            self.tabs.addTab(name)
        self.stack = QStackedWidget(self)
        self.trees = [self._make_tree(view) for view in View]
        self._hint = EmptyHint(self)
        for tree in self.trees:
            self.stack.addWidget(tree)
        self.stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing.S, 0, 0)
        layout.setSpacing(spacing.XS)
        inner = QVBoxLayout()
        inner.setContentsMargins(spacing.S, 0, spacing.S, 0)
        inner.addWidget(self.filter_line)
        layout.addLayout(inner)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_view_changed)
        self._filter_timer = _single_shot(self, _FILTER_DELAY_MS, self._on_filter_settled)
        self._place_timer = _single_shot(self, _KEEP_PLACE_MS, self._on_pointer_still)
        self.setMinimumWidth(200)

    @property
    def view(self) -> View:
        return View(self.tabs.currentIndex())

    @property
    def tree(self) -> ObjectTreeView:
        """The tree that is shown."""
        return self.trees[self.view]

    def selection(self) -> tuple[Key, ...]:
        """Return the selected objects of the shown tree."""
        return self.tree.selection()

    def show_snapshot(self, snapshot: Snapshot) -> Pieces:
        """Bring the shown tree to ``snapshot``; the hidden ones follow when shown.

        Returns:
            The work; of a small cluster it is done.
        """
        self._snapshot = snapshot
        self._mark_stale()
        self._catch_up()
        return self._work

    def stop(self) -> None:
        """Show nothing any more; the window closes."""
        self._work.stop()

    def show_view(self, view: View) -> None:
        """Switch to a view and give its tree the keyboard."""
        self.tabs.setCurrentIndex(view)
        self.tree.setFocus()

    def select(self, key: Key) -> bool:
        """Select an object, in another view when the shown one has it not; say whether found."""
        is_switching, self._is_switching = self._is_switching, False
        self._work.finish()
        if self.tree.select_key(key):
            if is_switching:
                self.selection_changed.emit(self.selection())
            return True
        for view in View:
            if self._filter:
                self.filter_line.clear()
                self._on_filter_settled()
                self._work.finish()
            whole(self._bring_up(view))
            # Selected before it is shown: what that tree had selected is not shown in passing.
            if self.trees[view].select_key(key):
                self.tabs.setCurrentIndex(view)
                return self.tree.select_key(key)
        return False

    def retint(self) -> None:
        """Make all texts and colours anew."""
        for tree in self.trees:
            tree.retint()
        flat.flatten_tabs(self.tabs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.trees[View.VMS].header()
        for column, width in _GIVES_WAY.items():
            header.setSectionHidden(column, self.width() < width)

    def _make_filter_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(self.tr("Filter: web  state:failed  host:xen2"))
        line.setToolTip(
            self.tr(
                "Words, or one of name: state: host: protected: ip: lun: mac: uuid: tag: kind:\n"
                "For example: state:failed host:xen2, or protected:no"
            )
        )
        line.setAccessibleName(self.tr("Filter"))
        line.setClearButtonEnabled(True)
        line.addAction(icons.action_icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(lambda: self._filter_timer.start())
        line.returnPressed.connect(self._on_filter_entered)
        return line

    def _make_tree(self, view: View) -> ObjectTreeView:
        is_table = view is View.VMS
        model = ObjectTreeModel(vm_table.headers() if is_table else [""], self)
        tree = ObjectTreeView(model, self)
        tree.setHeaderHidden(not is_table)
        tree.setAccessibleName(self.tabs.tabText(view))
        if is_table:
            model.set_numeric_columns(vm_table.NUMERIC)
            tree.setRootIsDecorated(False)
            header = tree.header()
            header.setStretchLastSection(False)
            header.setMinimumSectionSize(44)
            header.setSectionResizeMode(vm_table.NAME, QHeaderView.ResizeMode.Stretch)
            for column, width in _WIDTHS.items():
                header.resizeSection(column, width)
            header.setSectionsClickable(True)
            header.setSortIndicatorShown(True)
            header.setSortIndicator(vm_table.NAME, _ASCENDING)
            header.sortIndicatorChanged.connect(self._on_sort_changed)
        tree.selection_settled.connect(self._on_tree_selection)
        tree.activated_key.connect(self.opened)
        tree.menu_requested.connect(self.menu_requested)
        tree.pointer_moved.connect(self._on_pointer_moved)
        return tree

    def _rows(self, view: View, snapshot: Snapshot) -> Steps[list[Row]]:
        cache = self._caches[view]
        if view is View.CLUSTER:
            return views.cluster_view(snapshot, self._filter, cache)
        if view is View.SAN:
            return views.san_view(snapshot, self._filter, cache)
        header = self.trees[view].header()
        return vm_table.vm_rows(
            snapshot.vms.values(),
            self._filter,
            cache,
            header.sortIndicatorSection(),
            descending=header.sortIndicatorOrder() is not _ASCENDING,
        )

    def _catch_up(self) -> None:
        """Bring the shown tree up to date: of a large cluster some rows in each turn."""
        self._work.begin(self._catching_up(self.view))
        if self._snapshot is None or not is_large(self._snapshot):
            self._work.finish()

    def _catching_up(self, view: View) -> Steps[None]:
        if self.trees[view].rows.rowCount() or self.stack.currentWidget() is not self._hint:
            self.stack.setCurrentIndex(view)
        yield from self._bring_up(view)
        if self._snapshot is not None and self.trees[view].rows.rowCount() == 0:
            self._show_hint(view)
            self.stack.setCurrentWidget(self._hint)
        else:
            self.stack.setCurrentIndex(view)
        self._arrive()

    def _bring_up(self, view: View) -> Steps[None]:
        snapshot = self._snapshot
        if snapshot is None or not self._stale[view]:
            return
        model = self.trees[view].rows
        model.keeps_order = self._place_timer.isActive()
        if not self._filter:
            self.trees[view].close_rows(self._opened[view])
            self._opened[view] = []
        rows = yield from self._rows(view, snapshot)
        yield from model.steps(rows)
        self._stale[view] = snapshot is not self._snapshot
        self._unfold(view, rows)

    def _mark_stale(self) -> None:
        self._stale = [True for _ in View]

    def _unfold(self, view: View, rows: list[Row]) -> None:
        """Open what a new filter left, where it left little: a match may not hide."""
        if self._unfolded[view] == self._filter:
            return
        self._unfolded[view] = self._filter
        above = list(views.rows_above(rows))
        if self._filter and sum(len(row.children) for row in above) <= FEW_VMS:
            self._opened[view] += self.trees[view].open_rows(row.id for row in above)

    def _show_hint(self, view: View) -> None:
        if self._filter:
            self._hint.say(
                self.tr("Nothing matches the filter."),
                self.tr("Show everything"),
                self.filter_line.clear,
            )
        elif view is View.SAN:
            self._hint.say(self.tr("No SAN server has answered yet."))
        else:
            self._hint.say(self.tr("No VM is known yet."))

    def _on_view_changed(self) -> None:
        former = self.stack.currentWidget()
        self._carried = former.current_key() if isinstance(former, ObjectTreeView) else None
        self._is_switching = True
        self._catch_up()

    def _arrive(self) -> None:
        """End a switch of views: what the former one had selected is selected here too."""
        if self._is_switching:
            self._is_switching = False
            if self._carried is not None and not self.selection():
                self.tree.select_key(self._carried)
            self.selection_changed.emit(self.selection())

    def _on_filter_settled(self) -> None:
        self._filter_timer.stop()
        self._filter = Filter.parse(self.filter_line.text())
        self._mark_stale()
        self._catch_up()

    def _on_filter_entered(self) -> None:
        self._on_filter_settled()
        tree = self.tree
        if not tree.selection():
            match = self._first_match()
            if match is not None:
                tree.select_key(match)
        tree.setFocus()

    def _first_match(self) -> Key | None:
        if self._snapshot is None:
            return None
        for vm in self._snapshot.vms.values():
            if self._filter.matches(vm):
                return Key(Kind.VM, vm.uuid)
        return None

    def _on_tree_selection(self, *_: object) -> None:
        if self.sender() in (None, self.tree):
            self.selection_changed.emit(self.selection())

    def _on_sort_changed(self) -> None:
        self._place_timer.stop()
        self._stale[View.VMS] = True
        self._catch_up()

    def _on_pointer_moved(self) -> None:
        self._place_timer.start()

    def _on_pointer_still(self) -> None:
        self._mark_stale()
        self._catch_up()


def _single_shot(parent: QObject, delay_ms: int, call: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay_ms)
    timer.timeout.connect(call)
    return timer
