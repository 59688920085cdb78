"""Collect the window's texts into resources/translations and compile them there.

    packaging/build_translations.py           collect, compile, say what is not translated yet
    packaging/build_translations.py --check   change nothing; fail when something is stale or open

The texts are read from the syntax trees, not by lupdate: lupdate (Qt 6.11) overlooks plural forms
in ``QCoreApplication.translate`` and every count that is more than a name.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import build_phrasebook

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "xenadmin_gui" / "gui"
CATALOGUES = ROOT / "resources" / "translations"

#: Language → whether only its plural forms need words (the sources speak English).
LANGUAGES = {"de": False, "en": True}
#: How many forms a number asks for; German and English both have two.
FORMS = 2


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text of the window as Qt looks it up."""

    context: str
    source: str
    comment: str = ""

    @property
    def is_plural(self) -> bool:
        """Whether Qt chooses a form by a number."""
        return "%n" in self.source


def literal(node: ast.expr | None) -> str | None:
    """Return the text of a string literal, else None."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def texts_of(tree: ast.AST, class_name: str = "") -> Iterator[Text]:
    """Yield the texts that ``tree`` looks up with ``tr`` and ``translate``.

    ``tr`` with one text is short for ``self.tr``, with two for ``QCoreApplication.translate``.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            yield from texts_of(node, node.name)
            continue
        if isinstance(node, ast.Call):
            found = text_of(node, class_name)
            if found is not None:
                yield found
        yield from texts_of(node, class_name)


def text_of(call: ast.Call, class_name: str) -> Text | None:
    """Return the text that ``call`` looks up, or None when it is another call."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    words = [literal(argument) for argument in call.args]
    has_own_context = isinstance(function, ast.Attribute) or len(words) == 1
    if name == "tr" and has_own_context:
        words = [class_name, *words]
    elif name not in ("tr", "translate", "QT_TRANSLATE_NOOP"):
        return None
    if len(words) < 2 or not words[0] or not words[1]:
        return None
    comment = words[2] if len(words) > 2 else ""
    return Text(words[0], words[1], comment or "")


def collected() -> list[Text]:
    """Return every text of the window, in order, once."""
    said = build_phrasebook.templates().values()
    found = {Text("Phrases", template) for templates in said for template in templates}
    for path in SOURCES.rglob("*.py"):
        found.update(texts_of(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def translations(catalogue: Path) -> dict[Text, tuple[str, ...]]:
    """Return what ``catalogue`` translates: one form, or one a plural form."""
    if not catalogue.exists():
        return {}
    known = {}
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            known[text] = forms or (translation.text or "",)
    return known


def written(language: str, texts: list[Text], known: dict[Text, tuple[str, ...]]) -> str:
    """Return the catalogue of ``language`` as Qt Linguist writes it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}">')
    context = None
    for text in texts:
        if text.context != context:
            lines += ["</context>"] if context is not None else []
            lines += ["<context>", f"    <name>{escape(text.context)}</name>"]
            context = text.context
        lines += message_lines(text, known.get(text, ()))
    lines += ["</context>"] if context is not None else []
    return "\n".join([*lines, "</TS>", ""])


def message_lines(text: Text, forms: tuple[str, ...]) -> list[str]:
    """Return one message of a catalogue; without all its forms it is unfinished."""
    wanted = FORMS if text.is_plural else 1
    forms = (*forms, *[""] * wanted)[:wanted]
    mark = "" if all(forms) else ' type="unfinished"'
    numerus = ' numerus="yes"' if text.is_plural else ""
    lines = [f"    <message{numerus}>", f"        <source>{escape(text.source)}</source>"]
    if text.comment:
        lines.append(f"        <comment>{escape(text.comment)}</comment>")
    if text.is_plural:
        inner = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
    else:
        inner = escape(forms[0])
    return [*lines, f"        <translation{mark}>{inner}</translation>", "    </message>"]


def fresh(language: str) -> str:
    """Return the catalogue of ``language`` brought up to date; its translations survive."""
    texts = [text for text in collected() if text.is_plural or not LANGUAGES[language]]
    return written(language, texts, translations(catalogue_of(language)))


def catalogue_of(language: str) -> Path:
    """Return where the translations of ``language`` are written."""
    return CATALOGUES / f"xenadmin_gui_{language}.ts"


def unfinished(language: str) -> list[str]:
    """Return the texts that have no translation yet."""
    known = translations(catalogue_of(language)).items()
    return [f"{language}: not translated: {t.context}: {t.source}" for t, f in known if not all(f)]


def compile_catalogue(language: str, directory: Path) -> Path:
    """Make the ``.qm`` that the window loads; return it.

    Raises:
        SystemExit: pyside6-lrelease is nowhere.
    """
    beside = Path(sys.executable).parent / "pyside6-lrelease"
    tool = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    if tool is None:
        raise SystemExit("pyside6-lrelease is missing; it comes with PySide6-Essentials")
    catalogue = catalogue_of(language)
    compiled = directory / f"{catalogue.stem}.qm"
    with tempfile.TemporaryDirectory(dir=directory) as scratch:
        fresh_one = Path(scratch) / compiled.name
        command = [tool, "-silent", str(catalogue), "-qm", str(fresh_one)]
        subprocess.run(command, check=True, cwd=ROOT, timeout=60)
        return fresh_one.replace(compiled)


def build() -> int:
    """Collect and compile every language; say what is still open."""
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    build_phrasebook.write()
    for language in LANGUAGES:
        catalogue_of(language).write_text(fresh(language), encoding="utf-8")
        compile_catalogue(language, CATALOGUES)
        for complaint in unfinished(language):
            print(complaint)
    return 0


def check() -> int:
    """Return 0 when catalogues and compiled files are up to date and complete."""
    complaints: list[str] = []
    if not build_phrasebook.is_fresh():
        complaints.append("the rooms below say other things than the phrasebook knows")
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        if fresh(language) != catalogue.read_text(encoding="utf-8"):
            complaints.append(f"{language}: the sources have other texts than {catalogue.name}")
        committed = CATALOGUES / f"{catalogue.stem}.qm"
        with tempfile.TemporaryDirectory() as scratch:
            compiled = compile_catalogue(language, Path(scratch))
            if not committed.exists() or compiled.read_bytes() != committed.read_bytes():
                complaints.append(f"{language}: {committed.name} is not made of {catalogue.name}")
        complaints += unfinished(language)
    for complaint in complaints:
        print(complaint)
    if complaints:
        print("run packaging/build_translations.py, translate what it names, run it again")
    return 1 if complaints else 0


def main() -> int:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    return check() if parser.parse_args().check else build()


if __name__ == "__main__":
    raise SystemExit(main())
