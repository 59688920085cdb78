"""Words for the parts of a VM that a change is about, as plans list them."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_PROCESSORS = re.compile(r"(\d+) processors?")
_MEMORY = re.compile(r"(.+) of memory")


def parts_listed(text: str) -> str | None:
    """Return a list such as ``2 processors, title`` as the window speaks; None: it is none."""
    known = [_part(part) for part in text.split(", ")]
    found = [part for part in known if part is not None]
    return ", ".join(found) if len(found) == len(known) else None


def _part(text: str) -> str | None:
    tr = QCoreApplication.translate
    if found := _PROCESSORS.fullmatch(text):
        return tr("Parts", "%n processor(s)", None, int(found[1]))
    if found := _MEMORY.fullmatch(text):
        return tr("Parts", "{size} of memory").format(size=found[1])
    return {
        "network cards": tr("Parts", "network cards"),
        "CD": tr("Parts", "CD"),
        "boot order": tr("Parts", "boot order"),
        "disk bus": tr("Parts", "disk bus"),
        "VLAN": tr("Parts", "VLAN"),
        "title": tr("Parts", "title"),
        "description": tr("Parts", "description"),
        "tags": tr("Parts", "tags"),
        "its definition": tr("Parts", "its definition"),
        "delete protection on": tr("Parts", "delete protection on"),
        "delete protection off": tr("Parts", "delete protection off"),
        "autostart on": tr("Parts", "autostart on"),
        "autostart off": tr("Parts", "autostart off"),
    }.get(text)
