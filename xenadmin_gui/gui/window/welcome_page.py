"""No cluster yet: three ways to begin, or what is being opened, or why that failed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.forms.ui_welcome_page import Ui_WelcomePage
from xenadmin_gui.gui.style import fonts, icons, palette, spacing

#: The buttons are equally wide, and have room for icon and margins beside their sentences.
_WIDTH, _BESIDE = 540, 64


class WelcomePage(QWidget):
    """Signals: what the buttons say; ``cluster_requested`` carries a name."""

    add_requested = Signal()
    demo_requested = Signal()
    read_requested = Signal()
    cluster_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_WelcomePage()
        self.form.setupUi(self)
        self.form.title.setFont(fonts.title())
        self._clusters: list[QCommandLinkButton] = []
        self.form.notice.hide()
        self.form.add_button.clicked.connect(self.add_requested)
        self.form.demo_button.clicked.connect(self.demo_requested)
        self.form.read_button.clicked.connect(self.read_requested)
        self.retint()

    def retint(self) -> None:
        """Draw the icons anew in the scheme in force."""
        longest = max(self.fontMetrics().horizontalAdvance(b.description()) for b in self.buttons())
        width = max(_WIDTH, longest + _BESIDE)
        own = list(zip(self.buttons(), ("add", "look", "book"), strict=True))
        for button, icon in own + [(button, "cluster") for button in self._clusters]:
            button.setIcon(icons.action_icon(icon))
            button.setIconSize(QSize(spacing.XL, spacing.XL))
            button.setMinimumWidth(width)

    def show_clusters(self, names: Sequence[str]) -> None:
        """Offer the clusters that there are files of, above the ways to begin."""
        for old in self._clusters:
            old.deleteLater()
        self._clusters = []
        place = self.form.column.indexOf(self.form.add_button)
        for number, name in enumerate(names):
            button = QCommandLinkButton(name, self.tr("Open this cluster."), self)
            button.clicked.connect(lambda *_, name=name: self.cluster_requested.emit(name))
            self.form.column.insertWidget(place + number, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._clusters.append(button)
        self.retint()
        (self._clusters or list(self.buttons()))[0].setFocus()

    def buttons(self) -> tuple[QCommandLinkButton, ...]:
        """Return the three buttons, the likeliest first."""
        return (self.form.add_button, self.form.demo_button, self.form.read_button)

    def show_opening(self, name: str) -> None:
        """Say that a cluster is being opened; the buttons wait."""
        self.form.title.setText(self.tr("Opening {name} …").format(name=name))
        self.form.explanation.hide()
        self.form.notice.hide()
        for button in (*self.buttons(), *self._clusters):
            button.hide()

    def show_choice(self, notice: str = "") -> None:
        """Offer the three ways to begin; ``notice`` says why the last one failed."""
        self.form.retranslateUi(self)
        self.form.explanation.show()
        colors = self.form.notice.palette()
        colors.setColor(self.form.notice.foregroundRole(), palette.state_color(Health.FAILED))
        self.form.notice.setPalette(colors)
        self.form.notice.setText(notice)
        self.form.notice.setVisible(bool(notice))
        for button in (*self.buttons(), *self._clusters):
            button.show()
        self.form.add_button.setFocus()
