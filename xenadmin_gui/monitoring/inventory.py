"""What is defined where, merged by VM; made anew only when a host's definitions changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from xenadmin_gui.domain.vm import Definition
from xenadmin_gui.monitoring.parse.domain_xml import DomainXml, parse_domain
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.report import DefinitionFile, HostReport
from xenadmin_gui.transport.protocols import DomainRecord

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(slots=True)
class Known:
    """Everything that definitions say of one UUID.

    Attributes:
        records: (host, libvirt's word), transient domains included.
    """

    records: list[tuple[str, DomainRecord]] = field(default_factory=list)
    definitions: tuple[Definition, ...] = ()

    @property
    def defined_on(self) -> frozenset[str]:
        return frozenset(definition.host for definition in self.definitions)


@dataclass(frozen=True, slots=True)
class _HostWord:
    """What one host's definitions say, and what they were made of."""

    libvirt: tuple[DomainRecord, ...] | None
    files: tuple[DefinitionFile, ...] | None
    definitions: tuple[tuple[str, Definition], ...]
    paths: Mapping[str, str]


class Inventory:
    """The merged definitions of all hosts.

    Attributes:
        known: By UUID.
        paths: UUID of each definition file's path.
    """

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.paths: dict[str, str] = {}
        self._words: dict[str, _HostWord] = {}

    def take(self, reports: Mapping[str, HostReport | None]) -> None:
        """Take in the last word of every host, in order; an old word counts like a new one."""
        words = {host: self._word(host, r) for host, r in reports.items() if r is not None}
        if words.keys() == self._words.keys() and all(
            word is self._words[host] for host, word in words.items()
        ):
            return
        self._words = words
        self._merge()

    def uuid_of(self, path: str, fallback: str) -> str:
        """Return the UUID that a definition file is about: by its text, by its name, or not."""
        if path in self.paths:
            return self.paths[path]
        found = _UUID.search(path)
        return found[0] if found is not None else fallback

    def _word(self, host: str, report: HostReport) -> _HostWord:
        known = self._words.get(host)
        if known is not None and known.libvirt is report.libvirt and known.files is report.files:
            return known
        definitions: list[tuple[str, Definition]] = []
        paths: dict[str, str] = {}
        for record in report.libvirt or ():
            if record.is_persistent:
                one = Definition(host, "libvirt", _sha256(record.xml), record.xml)
                definitions.append((record.uuid, one))
        for file in report.files or ():
            uuid = _uuid_of_file(file)
            if uuid is not None:
                paths[file.path] = uuid
                definitions.append((uuid, Definition(host, "file", file.sha256, file.xml)))
        return _HostWord(report.libvirt, report.files, tuple(definitions), paths)

    def _merge(self) -> None:
        merged: dict[str, Known] = {}
        lists: dict[str, list[Definition]] = {}
        self.paths = {}
        for host, word in self._words.items():
            self.paths.update(word.paths)
            for record in word.libvirt or ():
                merged.setdefault(record.uuid, Known()).records.append((host, record))
            for uuid, definition in word.definitions:
                lists.setdefault(uuid, []).append(definition)
        for uuid, definitions in lists.items():
            merged.setdefault(uuid, Known()).definitions = tuple(definitions)
        self.known = merged


def best_xml(known: Known, host: str | None) -> DomainXml | None:
    """Read a VM's definition: the running host's word first, then files, then any."""
    for where, record in known.records:
        if where == host and (xml := read_definition(record.live_xml or record.xml)) is not None:
            return xml
    for definition in known.definitions:
        if definition.origin == "file" and (xml := read_definition(definition.xml)) is not None:
            return xml
    for _, record in known.records:
        if (xml := read_definition(record.xml)) is not None:
            return xml
    return None


def defined_xml(known: Known) -> DomainXml | None:
    """Read what is written of a VM, whatever runs: its files first, then what libvirt keeps.

    Text about a VM counts at once; what runs was begun with the text of that time.
    """
    for definition in sorted(known.definitions, key=lambda one: one.origin != "file"):
        if (xml := read_definition(definition.xml)) is not None:
            return xml
    return None


def _uuid_of_file(file: DefinitionFile) -> str | None:
    xml = read_definition(file.xml)
    if xml is not None:
        return xml.uuid
    found = _UUID.search(file.path)
    return None if found is None else found[0]


@lru_cache(maxsize=16384)
def read_definition(text: str) -> DomainXml | None:
    """Read a definition; None when it is none."""
    if not text:
        return None
    try:
        return parse_domain(text)
    except ParseError:
        return None


@lru_cache(maxsize=16384)
def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()
