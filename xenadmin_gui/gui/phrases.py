"""Sentences of the rooms below, which speak English, in the administrator's language.

Those rooms know nothing of Qt. Their sentences are templates with values in them; the templates
are listed in ``phrasebook`` and recognised here. What is not listed is shown as it came.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.partwords import parts_listed
from xenadmin_gui.gui.phrasebook import PHRASES

_PLACEHOLDER = re.compile(r"\\\{(\d+)\\\}")
#: How events begin that say that a finding went.
_NO_LONGER = "No longer: "
_OPENING = ("“", "„")
_HOLE = re.compile(r"\{(\d+)\}")


def phrase(text: str) -> str:
    """Return ``text``, one or more sentences of the rooms below, as the window speaks.

    Values in it (names, numbers, what a host said) stay as they are, but for lists of names.
    """
    if not text:
        return text
    if text.startswith(_NO_LONGER):
        ended = QCoreApplication.translate("Phrases", "No longer: {sentence}")
        return ended.format(sentence=phrase(text.removeprefix(_NO_LONGER)))
    whole = _known(text)
    if whole is not None:
        return whole
    parts = re.split(r"(?<=\.) ", text)
    return " ".join(_known(part) or part for part in parts)


def _known(text: str) -> str | None:
    recognised = _recognised(text)
    if recognised is None:
        subject, colon, rest = text.partition(": ")
        known = _known(rest) if colon and " " not in subject else None
        return None if known is None else f"{subject}: {known}"
    template, values = recognised
    return _filled(QCoreApplication.translate("Phrases", template), values)


@lru_cache(maxsize=4096)
def _recognised(text: str) -> tuple[str, dict[str, str]] | None:
    """Return the template of ``text`` and its values; the same in every language."""
    for template, fixed in _templates():
        if not _may_be(text, fixed):
            continue
        found = _pattern(template).fullmatch(text)
        if found is None:
            continue
        values = found.groupdict(default="")
        if not any(". " in value for value in values.values()):  # else it swallowed a sentence
            return template, values
    return None


def _may_be(text: str, fixed: tuple[str, ...]) -> bool:
    """Whether the fixed parts of a template stand in ``text`` one after the other."""
    if not (text.startswith(fixed[0]) and text.endswith(fixed[-1])):
        return False
    place = 0
    for part in fixed:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def _filled(template: str, values: dict[str, str]) -> str:
    """Put the values in; braces in them stay what they are."""

    def put(hole: re.Match[str]) -> str:
        value = values.get(f"v{hole[1]}", "")
        is_quoted = template[hole.start() - 1 : hole.start()] in _OPENING  # the title of a task
        return phrase(value) if is_quoted else _value(value)

    text = _HOLE.sub(put, template)
    first = _HOLE.match(template)
    if first is not None and values.get(f"v{first[1]}", "").startswith(tuple(_named())):
        return text[:1].upper() + text[1:]  # a sentence that begins with words of ours
    return text


def _value(value: str) -> str:
    """Translate words of ours among the values: states, manners, the *and* of a list."""
    word = _words().get(value)
    if word is not None:
        return word
    for word, text in _named().items():
        if value.startswith(word) and " " not in (name := value.removeprefix(word)):
            return text.format(name=name)
    if (listed := parts_listed(value)) is not None:
        return listed
    return re.sub(r" and (?=\S+$)", f" {QCoreApplication.translate('Phrases', 'and')} ", value)


def _named() -> dict[str, str]:
    """Words of ours before one name."""
    tr = QCoreApplication.translate
    return {
        "network ": tr("Phrases", "network {name}"),
        "the template ": tr("Phrases", "the template {name}"),
        "a copy of ": tr("Phrases", "a copy of {name}"),
    }


def _words() -> dict[str, str]:
    tr = QCoreApplication.translate
    states = {health.value: wording.health_word(health) for health in Health}
    states |= {state.value: wording.vm_state_word(state) for state in VmState}
    return states | {
        "live": tr("Phrases", "live"),
        "by suspend, copy, resume": tr("Phrases", "by suspend, copy, resume"),
        "by stopping it here and starting it there": tr(
            "Phrases", "by stopping it here and starting it there"
        ),
        "may": tr("Phrases", "may"),
        "may not": tr("Phrases", "may not"),
    }


@cache
def _templates() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every template with its fixed parts; most fixed text comes first."""
    ordered = sorted(PHRASES, key=lambda text: (-len(_HOLE.sub("", text)), text))
    return tuple((template, tuple(_HOLE.split(template)[::2])) for template in ordered)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Compile a template when a text may be of it: all at once would take half a second."""
    names: set[str] = set()

    def group(found: re.Match[str]) -> str:
        name = found.group(1)
        if name in names:
            return f"(?P=v{name})"
        names.add(name)
        return f"(?P<v{name}>.*?)"

    return re.compile(_PLACEHOLDER.sub(group, re.escape(template)), re.DOTALL)
