"""Sentences of the rooms below, which speak English, in the administrator's language.

Those rooms know nothing of Qt. Their sentences are templates with values in them; the templates
are listed in ``phrasebook`` and recognised here. What is not listed is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.gui.phrasebook import PHRASES

_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")


def phrase(text: str) -> str:
    """Return ``text``, one or more sentences of the rooms below, as the window speaks.

    Values in it (names, numbers, what a host said) stay as they are, but for lists of names.
    """
    if not text:
        return text
    whole = _known(text)
    if whole is not None:
        return whole
    parts = re.split(r"(?<=[.?]) (?=[A-Z])", text)
    return " ".join(_known(part) or part for part in parts)


def _known(text: str) -> str | None:
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = QCoreApplication.translate("Phrases", template)
            values = {name: _value(value) for name, value in found.groupdict().items()}
            return translated.format(**values)
    return None


def _value(value: str) -> str:
    """Translate the ``and`` of a list of names."""
    return re.sub(r" and (?=\S+$)", f" {QCoreApplication.translate('Phrases', 'and')} ", value)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return every template with its pattern; those with the most fixed text come first."""
    ordered = sorted(PHRASES, key=lambda text: -len(re.sub(r"\{\w+\}", "", text)))
    return tuple((template, _pattern(template)) for template in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    names: set[str] = set()

    def group(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in names:
            return f"(?P={name})"
        names.add(name)
        return f"(?P<{name}>.+?)"

    return re.compile(_PLACEHOLDER.sub(group, re.escape(template)), re.DOTALL)
