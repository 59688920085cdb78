"""German is complete, keeps every placeholder, and is what the window loads."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.gui import i18n, wording
from xenadmin_gui.gui.phrases import phrase

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
HOLES = re.compile(r"\{\w+\}|%n")


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    sys.path.insert(0, str(PACKAGING))
    try:
        return importlib.import_module("build_translations")
    finally:
        sys.path.remove(str(PACKAGING))


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    i18n.install(qapp, "de")
    yield
    i18n.install(qapp, "en")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_text_is_translated(builder: ModuleType, language: str) -> None:
    assert builder.unfinished(language) == []


def test_translations_have_the_placeholders_of_their_source(builder: ModuleType) -> None:
    known = builder.translations(builder.catalogue_of("de"))
    wrong = [
        text.source
        for text, forms in known.items()
        for form in forms
        if not set(HOLES.findall(form)) <= set(HOLES.findall(text.source))
        or (
            text.context != "Phrases"
            and set(HOLES.findall(form)) != set(HOLES.findall(text.source))
        )
    ]
    assert wrong == []


def test_a_translated_button_keeps_a_key_of_its_own(builder: ModuleType) -> None:
    known = builder.translations(builder.catalogue_of("de"))
    lost = [t.source for t, f in known.items() if re.search(r"&\w", t.source) and "&" not in f[0]]
    assert lost == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_compiled_catalogue_is_made_of_the_written_one(
    builder: ModuleType, language: str, tmp_path: Path
) -> None:
    compiled = builder.compile_catalogue(language, tmp_path)
    assert compiled.read_bytes() == (i18n.CATALOGUES / compiled.name).read_bytes()


def test_the_collector_sees_what_lupdate_overlooks(builder: ModuleType) -> None:
    source = (
        "class A:\n"
        "    def f(self):\n"
        "        tr('Ctx', '%n day(s)', '', 3 // 2)\n"
        "        f\"{self.tr('inside')}\"\n"
        "        QCoreApplication.translate('Ctx', 'long ' 'text')\n"
    )
    found = {(t.context, t.source) for t in builder.texts_of(builder.ast.parse(source))}
    assert found == {("Ctx", "%n day(s)"), ("A", "inside"), ("Ctx", "long text")}


def test_a_german_window_counts_and_dates_in_german(german: None) -> None:
    assert wording.relative_time(0.0, 86400.0) == "vor 1 Tag"
    assert wording.relative_time(0.0, 3 * 86400.0) == "vor 3 Tagen"
    assert wording.percent(41.2) == "41 %"
    assert wording.vm_count(VmState.RUNNING, 1) == "1 läuft"
    assert wording.vm_count(VmState.RUNNING, 13) == "13 laufen"
    assert wording.vm_count(VmState.OFF, 2) == "2 aus"
    assert wording.size(int(1.5 * 1024**3)) == "1,5 GiB"


def test_sentences_of_the_rooms_below_are_recognised(german: None) -> None:
    assert phrase("Migrate web1, db1 and erp to xen3") == "web1, db1 und erp nach xen3 migrieren"
    assert phrase("xen4 does not answer.") == "xen4 antwortet nicht."
    two = phrase("Its host cannot be asked. Start it first.")
    assert two == "Ihr Host ist nicht zu fragen. Starten Sie sie zuerst."


def test_words_of_ours_begin_a_sentence_with_a_capital(german: None) -> None:
    title = phrase("Put the template debian-12 onto the volume of web01 on san1")
    assert title == "Die Vorlage debian-12 auf das Volume von web01 auf san1 schreiben"


def test_what_ended_is_said_in_one_language(german: None) -> None:
    assert phrase("No longer: xen4 does not answer.") == "Nicht mehr: xen4 antwortet nicht."
    assert phrase("Replica wiki is ok.") == "Replikat wiki: in Ordnung."


def test_words_left_out_have_a_space_before_their_dots(builder: ModuleType) -> None:
    known = builder.translations(builder.catalogue_of("de"))
    glued = [form for forms in known.values() for form in forms if re.search(r"[\w}]…$", form)]
    assert glued == []


def test_what_a_host_said_stays_as_it_was(german: None) -> None:
    assert phrase("error: Domain not found") == "error: Domain not found"
    assert phrase("Start {1} {odd}") == "{1} {odd} starten"


def test_english_plurals_need_a_catalogue_too(qapp: QCoreApplication) -> None:
    i18n.install(qapp, "en")
    assert wording.relative_time(0.0, 86400.0) == "1 day ago"
    assert wording.relative_time(0.0, 3 * 86400.0) == "3 days ago"


@pytest.mark.parametrize(
    ("wanted", "desktop", "chosen"),
    [
        ("de_AT", ["en-GB"], "de"),
        (None, ["fr-FR", "de-DE"], "de"),
        (None, ["fr-FR"], "en"),
        ("xx", ["de"], "en"),
    ],
)
def test_the_language_is_the_first_that_there_is(
    wanted: str | None, desktop: list[str], chosen: str
) -> None:
    assert i18n.choose(wanted, desktop) == chosen


def test_the_locale_follows_the_language(qapp: QCoreApplication) -> None:
    i18n.install(qapp, "de")
    assert QLocale().language() is QLocale.Language.German
    i18n.install(qapp, "en")


def test_a_catalogue_that_is_written_anew_is_not_read_again(german: None) -> None:
    mapped = Path("/proc/self/maps").read_text()
    assert "xenadmin_gui_de.qm" not in mapped
    assert phrase("Start {1} {odd}") == "{1} {odd} starten"


def test_a_window_with_a_qtbot_speaks_the_installed_language(german: None, qtbot: QtBot) -> None:
    from xenadmin_gui.gui.docks.log import LogDock

    dock = LogDock()
    qtbot.addWidget(dock)
    assert dock.windowTitle() == "Protokoll"
    dock.shut_down()
