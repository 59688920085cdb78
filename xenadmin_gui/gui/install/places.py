"""The pages there are, and on which one each problem of a draft belongs; no Qt here."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.operations.draft import Problem


class Place(StrEnum):
    """The pages in their order."""

    TEMPLATE = "template"
    NAME = "name"
    MACHINE = "machine"
    DISK = "disk"
    NETWORK = "network"
    GUEST = "guest"
    PLACEMENT = "placement"
    PROTECTION = "protection"
    SUMMARY = "summary"


_WORDS: Mapping[Place, tuple[str, ...]] = {
    Place.TEMPLATE: (
        *("template", "uuid", "source", "snapshot", "iso"),
        *("kernel", "initrd", "cmdline", "answers", "kind", "boot"),
    ),
    Place.NAME: ("name", "names", "title", "description", "tags"),
    Place.MACHINE: ("vcpus", "memory", "memory_bytes"),
    Place.DISK: ("disk", "disk_bytes", "more_disks", "size_bytes", "group"),
    Place.NETWORK: ("nics", "bridge", "mac", "address", "gateway", "dns", "vlan"),
    Place.GUEST: (
        *("guest", "hostname", "user", "ssh_keys", "password", "password_hash"),
        *("timezone", "package", "packages", "first_boot"),
    ),
    Place.PLACEMENT: ("host", "start"),
    Place.PROTECTION: ("protect", "priority", "apart"),
}
_PLACE_OF = {word: place for place, its in _WORDS.items() for word in its}
_PLACE_OF_KIND = {
    Kind.TEMPLATE: Place.TEMPLATE,
    Kind.VOLUME_GROUP: Place.DISK,
    Kind.VOLUME: Place.DISK,
    Kind.HOST: Place.PLACEMENT,
}
#: What the draft calls otherwise than the pages do.
_SAME = {
    "names": "name",
    "memory": "memory_bytes",
    "disk": "disk_bytes",
    "size_bytes": "disk_bytes",
    "password_hash": "password",
    "package": "packages",
    "boot": "kind",
    "uuid": "snapshot",
    "source": "snapshot",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on the pages something belongs.

    Attributes:
        field: Name of the field there; empty: the page as a whole.
        number: Of the network card, from 0; None where there is no counting.
    """

    place: Place
    field: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem in the administrator's language, and where it is mended."""

    spot: Spot
    sentence: str


def spot_of(problem: Problem) -> Spot:
    """Return where a problem belongs; what no page asks for stands in the summary.

    The draft's fields are names (``memory_bytes``) or paths (``vms[2].nics[0].mac``,
    ``guest.user``).
    """
    parts = [part for part in re.split(r"[.\[\]]+", problem.field) if part]
    known = [part for part in parts if part in _PLACE_OF]
    if not known:
        kind = problem.subject.kind if problem.subject else None
        place = _PLACE_OF_KIND.get(kind, Place.SUMMARY) if kind else Place.SUMMARY
        return Spot(place)
    field = known[-1]
    return Spot(_PLACE_OF[field], _SAME.get(field, field), _number(parts))


def _number(parts: list[str]) -> int | None:
    """The number after ``nics``, where there is one."""
    for word, following in itertools.pairwise(parts):
        if word == "nics" and following.isdigit():
            return int(following)
    return None


def at(troubles: Iterable[Trouble], place: Place) -> tuple[Trouble, ...]:
    """Return the troubles of one page, each sentence once."""
    found = {trouble.sentence: trouble for trouble in troubles if trouble.spot.place is place}
    return tuple(found.values())
