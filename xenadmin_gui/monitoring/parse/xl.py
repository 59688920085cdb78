"""Reads Xen's ``xl info`` and ``xl list -v`` (Xen 4.17; tests/captures)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, reading

DOMAIN_0 = "00000000-0000-0000-0000-000000000000"
INCOMING = "--incoming"
_MIB = 1024 * 1024
_DOMAIN = re.compile(
    r"(?P<name>.*\S)\s+(?P<id>\d+)\s+(?P<memory>\d+)\s+(?P<vcpus>\d+)"
    r"\s+(?P<state>[r-][b-][p-][s-][c-][d-])\s+(?P<seconds>\d+\.\d)"
    r"\s+(?P<uuid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s+(?P<code>[0-9a-f]+|-)\s+\S.*"
)


@dataclass(frozen=True, slots=True)
class XenHost:
    """What ``xl info`` says of a host.

    Attributes:
        has_shadow_paging: Whether this Xen was built with it (PV guests migrate live only then);
            None where the Xen is too old to say (before 4.13).
    """

    version: str
    cpus: int
    memory_bytes: int
    memory_free_bytes: int
    has_shadow_paging: bool | None


@dataclass(frozen=True, slots=True)
class XenDomain:
    """A line of ``xl list -v``.

    Attributes:
        seconds: Processor time used since it was created.
        is_incoming: It is the receiving half of a migration.
        is_dying: It is gone but for memory that somebody still maps.
    """

    uuid: str
    name: str
    domain_id: int
    memory_bytes: int
    vcpus: int
    state: VmState
    seconds: float
    is_incoming: bool = False
    is_dying: bool = False


def parse_info(text: str) -> XenHost:
    """Read ``xl info``."""
    values: dict[str, str] = {}
    for line in lines_of("xl info", text):
        name, colon, value = line.partition(":")
        if colon:
            values.setdefault(name.strip(), value.strip())
    with reading("xl info"):
        capabilities = values.get("virt_caps", "").split()
        knows_shadow = "hap" in capabilities or "pv" in capabilities
        return XenHost(
            version=values["xen_version"],
            cpus=int(values["nr_cpus"]),
            memory_bytes=int(values["total_memory"]) * _MIB,
            memory_free_bytes=int(values["free_memory"]) * _MIB,
            has_shadow_paging="shadow" in capabilities if knows_shadow else None,
        )


def parse_list(text: str) -> tuple[XenDomain, ...]:
    """Read ``xl list -v``: every domain, Domain-0 included.

    A list without Domain-0 is not believed.
    """
    lines = lines_of("xl list", text)
    if not re.match(r"Name\s+ID\s+Mem\s+VCPUs\s+State\s+Time\(s\)\s+UUID", lines[0]):
        raise ParseError("xl list", "the heading is missing")
    domains = tuple(_domain(line) for line in lines[1:])
    if not any(domain.uuid == DOMAIN_0 for domain in domains):
        raise ParseError("xl list", "Domain-0 is missing, so the list is not complete")
    return domains


def _domain(line: str) -> XenDomain:
    match = _DOMAIN.fullmatch(line)
    if match is None:
        raise ParseError("xl list", f"a line is not that of a domain: {line[:80]!r}")
    name, flags, code = match["name"], match["state"], match["code"]
    return XenDomain(
        uuid=match["uuid"],
        name=name.removesuffix(INCOMING),
        domain_id=int(match["id"]),
        memory_bytes=int(match["memory"]) * _MIB,
        vcpus=int(match["vcpus"]),
        state=_state(flags, code),
        seconds=float(match["seconds"]),
        is_incoming=name.endswith(INCOMING),
        is_dying=flags[5] == "d",
    )


def _state(flags: str, code: str) -> VmState:
    """A domain that shuts down still runs for us; one suspended for a migration is paused."""
    if flags[4] == "c":
        return VmState.CRASHED
    if flags[3] == "s" and code != "-":
        return {2: VmState.PAUSED, 3: VmState.CRASHED}.get(int(code, 16), VmState.RUNNING)
    return VmState.PAUSED if flags[2] == "p" else VmState.RUNNING
