"""A widget a block; each takes newer content of the same form in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pages.blocks import Facts, Findings, HostLine, Hosts, Meters
from xenadmin_gui.gui.pages.lookup import is_wrong
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.widgets.labels import LinkButton, StateSign, Value, faint_label, text_label
from xenadmin_gui.gui.widgets.meter import MeterLine

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft
#: Kinds of objects that findings are about and that have a menu of verbs.
_WITH_VERBS = frozenset(
    {Kind.HOST, Kind.SAN_SERVER, Kind.VM, Kind.VOLUME, Kind.LUN, Kind.REPLICA, Kind.SESSION}
)
#: Lines of machines that one event makes.
_LINES_A_TURN = 6


def _word(health: Health | None) -> str:
    return "" if health is None else wording.health_word(health)


class FactsWidget(QWidget):
    """Labels left, values right."""

    opened = Signal(object)

    def __init__(self, block: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.L)
        self._grid.setVerticalSpacing(spacing.XS)
        self._grid.setColumnStretch(1, 1)
        self._form: tuple[object, ...] = ()
        self._values: list[Value] = []
        self.show_block(block)

    def show_block(self, block: Facts) -> None:
        """Show the facts; the labels are made anew only when they differ."""
        form = tuple((f.label, f.is_mono, f.key) for f in block.facts)
        if form != self._form:
            self._build(block)
            self._form = form
        for value, fact in zip(self._values, block.facts, strict=True):
            value.show_value(fact.value, fact.health, _word(fact.health), fact.tip)

    def _build(self, block: Facts) -> None:
        clear_layout(self._grid)
        self._values = []
        for row, fact in enumerate(block.facts):
            label = faint_label(fact.label)
            label.setMinimumWidth(130)
            label.setToolTip(fact.tip)
            value = Value(is_link=fact.key is not None, is_mono=fact.is_mono)
            if fact.key is not None:
                value.clicked.connect(lambda key=fact.key: self.opened.emit(key))
            self._grid.addWidget(label, row, 0, _TOP | _LEFT)
            self._grid.addWidget(value, row, 1)
            self._values.append(value)


class MetersWidget(QWidget):
    """Bars below one another."""

    opened = Signal(object)

    def __init__(self, block: Meters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing.S)
        self._lines: list[MeterLine] = []
        self.setMaximumWidth(560)
        self.show_block(block)

    def show_block(self, block: Meters) -> None:
        """Show the meters."""
        while len(self._lines) < len(block.meters):
            line = MeterLine()
            line.set_text_width(140)
            self._lines.append(line)
            self._layout.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(block.meters))
            if number < len(block.meters):
                line.show_meter(block.meters[number])


class FindingsWidget(QWidget):
    """What is wrong, worst first: what, why, what to do, the way there, and what can be done.

    Signals:
        opened: The object of a finding was asked for (Key).
        menu_requested: What can be done with it is wanted (tuple of Key, QPoint on the screen).
    """

    opened = Signal(object)
    menu_requested = Signal(object, object)

    def __init__(self, block: Findings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing.S)
        self._shown: Findings | None = None
        self.show_block(block)

    def show_block(self, block: Findings) -> None:
        """Show the findings; nothing is touched when they are the same."""
        if block == self._shown:
            return
        self._shown = block
        clear_layout(self._layout)
        for finding, name in zip(block.findings, block.names, strict=True):
            line = self._line(finding, name)
            self._layout.addWidget(line)
            line.show()
        if not block.findings and block.calm:
            calm = text_label(block.calm)
            self._layout.addWidget(calm)

    def _line(self, finding: Finding, name: str) -> QWidget:
        line = QWidget()
        layout = QGridLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(spacing.S)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        sign = StateSign(spacing.ICON)
        if is_wrong(finding):
            sign.show_state(finding.health, _word(finding.health))
        else:
            ratio = self.devicePixelRatioF()
            sign.setPixmap(icons.named_pixmap("info", spacing.ICON, ratio))
        link = LinkButton(name)
        link.clicked.connect(lambda: self.opened.emit(finding.subject))
        layout.addWidget(sign, 0, 0, _TOP)
        layout.addWidget(text_label(phrase(finding.sentence)), 0, 1)
        layout.addWidget(link, 0, 2, _TOP)
        if finding.next_step:
            step = text_label(phrase(finding.next_step))
            step.setForegroundRole(step.palette().ColorRole.PlaceholderText)
            layout.addWidget(step, 1, 1)
            if finding.subject.kind in _WITH_VERBS:
                layout.addWidget(self._verbs_button(finding.subject, name), 1, 2, _TOP)
        return line

    def _verbs_button(self, subject: Key, name: str) -> QWidget:
        """A button with the verbs of the object that a finding is about."""
        button = LinkButton(self.tr("What can be done…"))
        button.setAccessibleName(self.tr("What can be done with {name}").format(name=name))

        def ask() -> None:
            self.menu_requested.emit((subject,), button.mapToGlobal(button.rect().bottomLeft()))

        button.clicked.connect(ask)
        return button


class HostsWidget(QWidget):
    """A line a machine: shape, name, processor, memory, VMs, what is wrong.

    A line is ten widgets: of many machines a few lines are made at once, the next ones in the next
    turns of the event loop, so that no event grows with the cluster.

    Attributes:
        block: What is shown, or will be when all lines are made.
    """

    opened = Signal(object)

    def __init__(self, block: Hosts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing.L)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self.block = Hosts("", ())
        self._names: tuple[str, ...] = ()
        self._lines: list[_HostWidgets] = []
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._build_some)
        self.show_block(block)

    @property
    def is_whole(self) -> bool:
        """Whether every machine has its line."""
        return len(self._lines) == len(self.block.lines)

    def show_block(self, block: Hosts) -> None:
        """Show the machines; a line that is as it was is not touched."""
        self.block = block
        names = tuple(line.name for line in block.lines)
        if names != self._names:
            clear_layout(self._grid)
            for column, head in enumerate((self.tr("CPU"), self.tr("Memory")), 1):
                self._grid.addWidget(faint_label(head), 0, column)
            self._lines = []
            self._names = names
            self._build_some()
        for widgets, line in zip(self._lines, block.lines, strict=False):
            widgets.show_line(line)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the shapes anew when the colours changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for widgets in self._lines:
                widgets.redraw()

    def _build_some(self) -> None:
        """Add the next lines, as they are in the newest block."""
        first = len(self._lines)
        for row, line in enumerate(self.block.lines[first : first + _LINES_A_TURN], first + 1):
            widgets = self._build(row, line)
            widgets.show_line(line)
            self._lines.append(widgets)
        if not self.is_whole:
            self._next_turn.start(0)

    def _build(self, row: int, line: HostLine) -> _HostWidgets:
        widgets = _HostWidgets(line.name)
        widgets.link.clicked.connect(lambda: self.opened.emit(line.key))
        for column, widget in enumerate(widgets.cells):
            self._grid.addWidget(widget, row, column)
        self._grid.addWidget(widgets.sentence, row, 1, 1, 2)
        return widgets


class _HostWidgets:
    """The cells of one machine; where it does not answer a sentence replaces the bars."""

    def __init__(self, name: str) -> None:
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.sign = StateSign()
        self.link = LinkButton(name)
        layout.addWidget(self.sign)
        layout.addWidget(self.link)
        layout.addStretch(1)
        self.cpu = MeterLine(with_label=False)
        self.cpu.set_text_width(40)
        self.memory = MeterLine(with_label=False)
        self.memory.set_text_width(120)
        self.vms = faint_label()
        self.sentence = text_label()
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cells = (head, self.cpu, self.memory, self.vms)
        self._shown: HostLine | None = None

    def show_line(self, line: HostLine) -> None:
        if line != self._shown:
            self._shown = line
            self.redraw()

    def redraw(self) -> None:
        line = self._shown
        if line is None:
            return
        self.sign.show_state(line.health, line.sentence)
        self.link.setToolTip(line.sentence)
        has_bars = line.cpu is not None or line.memory is not None
        self.cpu.setVisible(line.cpu is not None)
        self.memory.setVisible(line.memory is not None)
        self.sentence.setVisible(not has_bars)
        self.sentence.setText(line.sentence)
        if line.cpu is not None:
            self.cpu.show_meter(line.cpu)
        if line.memory is not None:
            self.memory.show_meter(line.memory)
        self.vms.setText(line.vms)


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of ``layout``, and out of those inside it, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
