"""The filter line: words and ``field:value`` pairs that all must hold for a row to be shown."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import dataclass

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.san import Lun, Multipath, Replica, Session, Volume, VolumeGroup
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm

_YES = frozenset({"yes", "true", "1", "ja"})
#: Fields that the filter line knows; anything else before a colon is an ordinary word.
FIELDS = ("name", "state", "host", "protected", "ip", "lun", "mac", "uuid", "tag", "kind")


@dataclass(frozen=True, slots=True)
class Filter:
    """What the filter line asks for.

    Attributes:
        words: Lower case; each must occur somewhere in the object.
        pairs: Field and value, lower case; each must hold.
    """

    words: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Filter:
        """Read a filter line; never fails: what cannot be read is a word."""
        words: list[str] = []
        pairs: list[tuple[str, str]] = []
        for part in _split(text.lower()):
            field, colon, value = part.partition(":")
            if colon and field in FIELDS:
                if value:
                    pairs.append((field, value))
            else:
                words.append(part)
        return cls(tuple(words), tuple(pairs))

    def __bool__(self) -> bool:
        return bool(self.words or self.pairs)

    def matches(self, subject: object) -> bool:
        """Say whether a domain object satisfies everything that is asked."""
        facts = facts_of(subject)
        haystack = "\n".join(value for values in facts.values() for value in values)
        return all(word in haystack for word in self.words) and all(
            _holds(facts, field, value) for field, value in self.pairs
        )


def facts_of(subject: object) -> dict[str, tuple[str, ...]]:
    """Return what an object can be found by: field to texts in lower case."""
    match subject:
        case (Template() as one, _):
            return _lower(
                kind=["template", one.kind.value],
                name=[one.name, one.title, one.os, one.version],
                state=[one.health.value],
                host=one.servers,
            )
        case Vm():
            state = (subject.state.value, subject.health.value)
            return _lower(
                kind=["vm", subject.kind.value],
                name=[subject.name, subject.title, subject.description],
                state=state,
                host=[subject.host or "", *subject.running_on],
                protected=["yes" if subject.is_protected else "no"],
                mac=[nic.mac for nic in subject.nics],
                uuid=[subject.uuid],
                lun=[text for disk in subject.disks for text in (disk.wwid, disk.source)],
                tag=subject.tags,
                activity=[subject.activity, subject.reason],
            )
        case Server():
            return _lower(
                kind=[role.value for role in subject.roles],
                name=[subject.name],
                state=[subject.state.value, subject.health.value],
                host=[subject.name],
                ip=[subject.address],
                reason=[subject.reason],
            )
        case Replica():
            sides = [s.server for s in subject.sides]
            devices = [text for s in subject.sides for text in (s.device, s.backing)]
            return _lower(
                kind=["replica"],
                name=[subject.name, *devices],
                state=[subject.health.value, *(s.disk for s in subject.sides)],
                host=[*sides, *subject.unasked],
            )
        case VolumeGroup():
            return _lower(kind=["volume-group"], name=[subject.name], host=[subject.server])
        case Volume():
            return _lower(
                kind=["volume"],
                name=[f"{subject.group}/{subject.name}"],
                host=subject.servers,
                lun=[subject.lun],
                tag=subject.tags,
            )
        case Lun():
            return _lower(
                kind=["lun"],
                name=[f"lun{subject.number}", subject.target, subject.device],
                lun=[subject.wwid],
                host=[subject.server or ""],
            )
        case Session():
            return _lower(
                kind=["session"],
                name=[subject.target],
                host=[subject.host],
                ip=[subject.portal],
                state=[subject.state, subject.health.value],
            )
        case Multipath():
            return _lower(
                kind=["multipath"],
                name=[subject.device],
                host=[subject.host],
                lun=[subject.wwid],
                state=[subject.health.value, *(p.state for p in subject.paths)],
            )
    return {}


def _lower(**facts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {field: tuple(text.lower() for text in texts) for field, texts in facts.items()}


def _holds(facts: dict[str, tuple[str, ...]], field: str, value: str) -> bool:
    if field == "protected":
        return facts.get("protected") == (("yes" if value in _YES else "no"),)
    if field in ("state", "host", "tag"):
        return any(text.startswith(value) for text in facts.get(field, ()) if text)
    return any(value in text for text in facts.get(field, ()))


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
