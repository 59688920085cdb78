"""What comes of it when the selected element fails: VMs that stop, VMs that lose redundancy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from xenadmin_gui.domain.impact import RESTARTS, impact
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.san.scene.picture import Node
from xenadmin_gui.gui.style import spacing
from xenadmin_gui.gui.widgets.block_widgets import clear_layout
from xenadmin_gui.gui.widgets.labels import LinkButton, StateSign, faint_label, text_label

_SHOWN = 8


class ImpactBox(QFrame):
    """Below the picture; hidden while nothing is selected.

    Signals:
        opened: A VM, or the element itself, was asked for (Key).
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(spacing.L, spacing.S, spacing.L, spacing.S)
        self._rows.setSpacing(spacing.XS)
        self.setAutoFillBackground(True)
        self.hide()

    def show_impact(self, snapshot: Snapshot, node: Node | None) -> None:
        """Say what a failure of ``node`` would mean as things stand; None hides the box."""
        if node is None:
            self._shown = ()
            self.hide()
            return
        key = node.subject
        found = impact(snapshot, key) if key is not None else None
        shown = (node.id, node.title, node.tip, node.health, found)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._rows)
        self._head(node)
        if found is not None:
            self._rows.addWidget(text_label(_said(found.sentence)))
            grid = QGridLayout()
            grid.setHorizontalSpacing(spacing.M)
            grid.setVerticalSpacing(0)
            grid.setColumnStretch(2, 1)
            stops, loses = self.tr("These VMs stop"), self.tr("These VMs lose redundancy")
            _list(self, grid, 0, Health.FAILED, stops, snapshot, found.stops)
            _list(self, grid, 1, Health.DEGRADED, loses, snapshot, found.loses)
            self._rows.addLayout(grid)
        self.show()

    def _head(self, node: Node) -> None:
        line = QHBoxLayout()
        line.setSpacing(spacing.S)
        title = self.tr("If {name} fails").format(name=_name(node))
        label = text_label(title)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        line.addWidget(label, 1)
        if node.key is not None:
            key: Key = node.key
            link = LinkButton(self.tr("Open"))
            link.clicked.connect(lambda: self.opened.emit(key))
            line.addWidget(link)
        self._rows.addLayout(line)


def _said(sentence: str) -> str:
    """The sentence in the window's language; its end would pass for the last VM's name."""
    parts = [sentence.removesuffix(f" {RESTARTS}")]
    if sentence.endswith(RESTARTS):
        parts.append(RESTARTS)
    return " ".join(phrase(part) for part in parts)


def _name(node: Node) -> str:
    key = node.subject
    if key is None:
        return node.title
    title = key.id if node.fails_as is not None else node.title
    return f"{wording.kind_word(key.kind)} {title}"


def _list(
    box: ImpactBox,
    grid: QGridLayout,
    row: int,
    health: Health,
    words: str,
    snapshot: Snapshot,
    uuids: tuple[str, ...],
) -> None:
    """A line: shape, words, a link for each VM."""
    if not uuids:
        return
    sign = StateSign(spacing.SIGN)
    sign.show_state(health, words)
    grid.addWidget(sign, row, 0)
    grid.addWidget(faint_label(words), row, 1)
    links = QHBoxLayout()
    links.setSpacing(spacing.M)
    for uuid in uuids[:_SHOWN]:
        link = LinkButton(snapshot.vms[uuid].name)
        link.clicked.connect(partial(box.opened.emit, Key(Kind.VM, uuid)))
        links.addWidget(link)
    if len(uuids) > _SHOWN:
        count = len(uuids) - _SHOWN
        rest = QCoreApplication.translate("ImpactBox", "and %n more", None, count)
        links.addWidget(faint_label(rest))
    links.addStretch(1)
    grid.addLayout(links, row, 2)
