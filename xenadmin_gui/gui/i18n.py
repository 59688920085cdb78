"""The language of the window: by --lang or by the desktop, from compiled catalogues."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from xenadmin_gui.gui.window import settings

_log = logging.getLogger(__name__)

#: Where the compiled catalogues lie; inside the package, so that they travel in the wheel.
CATALOGUES = Path(__file__).resolve().parent.parent / "data" / "translations"

#: The language the sources are written in; its catalogue holds plural forms only.
SOURCE_LANGUAGE = "en"

#: Translators and what they read from: Qt copies nothing.
_installed: list[tuple[QTranslator, bytes]] = []


def languages() -> tuple[str, ...]:
    """Return the languages that there is a catalogue for, such as ``("de", "en")``."""
    found = {path.stem.removeprefix("xenadmin_gui_") for path in CATALOGUES.glob("*.qm")}
    return tuple(sorted(found | {SOURCE_LANGUAGE}))


def choose(wanted: str | None, desktop: Iterable[str]) -> str:
    """Return the language to speak.

    Args:
        wanted: What the administrator asked for (``de``, ``de_AT``, ``de-DE``), or None.
        desktop: The desktop's languages, best first.
    """
    candidates = [wanted] if wanted else list(desktop)
    known = languages()
    for candidate in candidates:
        base = candidate.replace("-", "_").split("_")[0].lower()
        if base in known:
            return base
    return SOURCE_LANGUAGE


def kept_language(store: QSettings) -> str:
    """Return the language chosen in the preferences; empty: as the desktop."""
    return str(store.value("language", "") or "")


def keep_language(store: QSettings, language: str) -> None:
    """Keep the language for the next start; empty: as the desktop."""
    store.setValue("language", language)


def install(app: QCoreApplication, wanted: str | None = None) -> str:
    """Translate ``app`` from now on and set the default locale; return the language.

    Without ``wanted`` the language chosen in the preferences counts, then the desktop's.

    A call replaces what an earlier call installed. Texts already shown stay as they are.
    """
    wanted = wanted or kept_language(settings.window_settings()) or None
    for old, _content in _installed:
        app.removeTranslator(old)
    _installed.clear()
    system = QLocale.system()
    language = choose(wanted, system.uiLanguages())
    speaks_it = system.name().split("_")[0] == language
    QLocale.setDefault(system if speaks_it and not wanted else QLocale(wanted or language))
    qt_catalogues = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _load(app, f"qtbase_{language}", qt_catalogues)
    if not _load(app, f"xenadmin_gui_{language}", str(CATALOGUES)):
        _log.warning("no catalogue for the language %s in %s", language, CATALOGUES)
    return language


def _load(app: QCoreApplication, name: str, directory: str) -> bool:
    """Install a catalogue from memory.

    Qt would map the file: whoever writes it anew while the window is open ends the program.
    """
    try:
        content = Path(directory, f"{name}.qm").read_bytes()
    except OSError:
        return False
    translator = QTranslator(app)
    if not translator.load(content, directory):
        return False
    _installed.append((translator, content))
    return bool(app.installTranslator(translator))
