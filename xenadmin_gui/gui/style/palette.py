"""The two palettes of our own look, and the colour of each state in both."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from xenadmin_gui.domain.states import Health


class Appearance(StrEnum):
    """What the user asked for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colors:
    """One scheme, as ``#rrggbb``."""

    ground: str
    panel: str
    text: str
    faint: str
    line: str
    accent: str
    ok: str
    working: str
    degraded: str
    failed: str
    unknown: str
    #: Text that must stay readable at 4.5:1 where the state colour itself is too light.
    degraded_text: str
    failed_text: str
    accent_text: str
    #: Ground of selected rows: soft, so that shapes keep their colours on it.
    selection: str


LIGHT = Colors(
    ground="#FCFCFC",
    panel="#EFF0F1",
    text="#232629",
    faint="#62686C",
    line="#D3D5D7",
    accent="#2A7FB8",
    ok="#2E9E5B",
    working="#2A7FB8",
    degraded="#C77C02",
    failed="#C6303C",
    unknown="#7E57C2",
    degraded_text="#8F5800",
    failed_text="#C6303C",
    accent_text="#1F6A9C",
    selection="#CBE2F1",
)
DARK = Colors(
    ground="#1B1E20",
    panel="#2A2E32",
    text="#EFF0F1",
    faint="#A1A9B1",
    line="#43484D",
    accent="#3DAEE9",
    ok="#4CC77E",
    working="#61B5EA",
    degraded="#F6A821",
    failed="#F0616B",
    unknown="#B08FE8",
    degraded_text="#F6A821",
    failed_text="#F4808A",
    accent_text="#61B5EA",
    selection="#25465A",
)


class _InForce:
    """The scheme that ``apply_appearance`` put on; asked for with every row that is painted."""

    scheme: Colors | None = None


def is_own_look() -> bool:
    """Whether our look is in charge: not where the desktop brings Breeze."""
    if _InForce.scheme is not None:
        return True
    style = QApplication.style()
    return style is None or style.objectName().lower() != "breeze"


def is_dark() -> bool:
    """Whether the window is shown light on dark now."""
    if _InForce.scheme is not None:
        return _InForce.scheme is DARK
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colors() -> Colors:
    """Return the scheme in force."""
    if _InForce.scheme is not None:
        return _InForce.scheme
    return DARK if is_dark() else LIGHT


def state_color(health: Health) -> QColor:
    """Return the colour of a state's shape in the scheme in force."""
    scheme = colors()
    return QColor(
        {
            Health.OK: scheme.ok,
            Health.WORKING: scheme.working,
            Health.DEGRADED: scheme.degraded,
            Health.FAILED: scheme.failed,
            Health.OFF: scheme.faint,
            Health.UNKNOWN: scheme.unknown,
            Health.PAUSED: scheme.faint,
            Health.MAINTENANCE: scheme.accent,
        }[health]
    )


def text_color(health: Health) -> QColor:
    """Return the colour of a word about a state: readable at 4.5:1, faint where all is well."""
    scheme = colors()
    words = {
        Health.DEGRADED: scheme.degraded_text,
        Health.FAILED: scheme.failed_text,
        Health.WORKING: scheme.accent_text,
        Health.UNKNOWN: scheme.unknown,
    }
    return QColor(words.get(health, scheme.faint))


def faint() -> QColor:
    """Return the colour of secondary text."""
    return QColor(colors().faint)


def line() -> QColor:
    """Return the colour of separating lines."""
    return QColor(colors().line)


def apply_appearance(app: QApplication, wanted: Appearance) -> None:
    """Put our look on ``app``, light or dark; Breeze keeps its own palette."""
    hints = app.styleHints()
    asked = {
        Appearance.SYSTEM: Qt.ColorScheme.Unknown,
        Appearance.LIGHT: Qt.ColorScheme.Light,
        Appearance.DARK: Qt.ColorScheme.Dark,
    }[wanted]
    hints.setColorScheme(asked)
    if not is_own_look():
        return
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    dark = wanted is Appearance.DARK or (
        wanted is Appearance.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
    )
    scheme = DARK if dark else LIGHT
    _InForce.scheme = scheme
    app.setPalette(make_palette(scheme))
    for kind in ("QCheckBox", "QRadioButton"):
        app.setPalette(_of_boxes(scheme), kind)  # type: ignore[arg-type]  # the stub says bytes
    app.setPalette(_of_menus(scheme), "QMenu")  # type: ignore[arg-type]  # the stub says bytes
    app.setStyleSheet(_FLAT.format(**asdict(scheme)))


#: What Fusion draws with gradients and bevels is flat in our look; its fields are equally high.
_FLAT = """
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {line};
    padding: 2px 4px; spacing: 2px; }}
QMenuBar {{ background: {panel}; border: none; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {line}; }}
QHeaderView {{ background: {ground}; border: none; }}
QHeaderView::section {{ background: {ground}; color: {faint}; border: none;
    border-bottom: 1px solid {line}; padding: 3px 6px 3px 4px; }}
QAbstractSpinBox {{ min-height: 1.4em; }}
QMainWindow::separator {{ background: {line}; height: 1px; width: 1px; }}
"""


def make_palette(scheme: Colors) -> QPalette:
    """Return the palette of one scheme."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, scheme.panel),
        (role.WindowText, scheme.text),
        (role.Base, scheme.ground),
        (role.AlternateBase, scheme.panel),
        (role.Text, scheme.text),
        (role.Button, scheme.panel),
        (role.ButtonText, scheme.text),
        (role.BrightText, scheme.failed),
        (role.ToolTipBase, scheme.ground),
        (role.ToolTipText, scheme.text),
        (role.PlaceholderText, scheme.faint),
        (role.Link, scheme.accent_text),
        (role.LinkVisited, scheme.accent_text),
        (role.Highlight, scheme.selection),
        (role.HighlightedText, scheme.text),
        (role.Accent, scheme.accent),
        (role.Mid, scheme.line),
        (role.Midlight, scheme.line),
        (role.Dark, scheme.line),
    ):
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, _between(scheme.faint, scheme.panel))
    return palette


def _of_boxes(scheme: Colors) -> QPalette:
    """Boxes to tick stand out by their fill in the dark, where Fusion's outline is not seen."""
    palette = make_palette(scheme)
    if scheme is DARK:
        palette.setColor(QPalette.ColorRole.Base, _between(scheme.panel, scheme.faint))
    return palette


def _of_menus(scheme: Colors) -> QPalette:
    """Menus lie above the page: in the dark, where no frame is seen, by a lighter ground."""
    palette = make_palette(scheme)
    if scheme is DARK:
        palette.setColor(QPalette.ColorRole.Base, _between(scheme.panel, scheme.line))
    return palette


def _between(one: str, other: str) -> QColor:
    a, b = QColor(one), QColor(other)
    return QColor(
        (2 * a.red() + b.red()) // 3,
        (2 * a.green() + b.green()) // 3,
        (2 * a.blue() + b.blue()) // 3,
    )
