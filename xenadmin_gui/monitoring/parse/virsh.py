"""Reads ``virsh domstats`` and ``virsh capabilities`` (libvirt 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, read_xml, reading

_STATES = {
    1: VmState.RUNNING,
    2: VmState.RUNNING,
    3: VmState.PAUSED,
    4: VmState.RUNNING,
    5: VmState.OFF,
    6: VmState.CRASHED,
    7: VmState.PAUSED,
}


@dataclass(frozen=True, slots=True)
class DomainStats:
    """A block of ``virsh domstats --state --vcpu --balloon``; the name is all it is known by.

    Attributes:
        seconds: Processor time of all its virtual processors; None when it does not run.
    """

    name: str
    state: VmState
    vcpus: int | None = None
    memory_bytes: int | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a host's libvirt can run: the domain types, such as ``xen`` or ``kvm``."""

    arch: str
    domain_types: frozenset[str]


def parse_domstats(text: str) -> tuple[DomainStats, ...]:
    """Read ``virsh -q domstats``; an empty text is a host without domains."""
    if not text.strip():
        return ()
    blocks: list[tuple[str, dict[str, str]]] = []
    for line in lines_of("virsh domstats", text):
        heading = re.fullmatch(r"Domain: '(.*)'", line)
        name, equals, value = line.strip().partition("=")
        if heading is not None:
            blocks.append((heading[1], {}))
        elif equals and blocks:
            blocks[-1][1][name] = value
        elif line.strip():
            raise ParseError("virsh domstats", "a line is neither a heading nor a value")
    with reading("virsh domstats"):
        return tuple(_stats(name, values) for name, values in blocks)


def _stats(name: str, values: dict[str, str]) -> DomainStats:
    state = _STATES.get(int(values["state.state"]), VmState.UNKNOWN)
    times = [int(v) for k, v in values.items() if re.fullmatch(r"vcpu\.\d+\.time", k)]
    memory = values.get("balloon.current")
    vcpus = values.get("vcpu.current")
    return DomainStats(
        name=name,
        state=state,
        vcpus=None if vcpus is None else int(vcpus),
        memory_bytes=None if memory is None else int(memory) * 1024,
        seconds=sum(times) / 1e9 if times else None,
    )


def parse_capabilities(text: str) -> Capabilities:
    """Read ``virsh capabilities``."""
    root = read_xml("virsh capabilities", text, "capabilities")
    arch = root.findtext("host/cpu/arch")
    if not arch:
        raise ParseError("virsh capabilities", "the host's architecture is missing")
    types = {domain.get("type", "") for domain in root.iterfind("guest/arch/domain")}
    return Capabilities(arch=arch, domain_types=frozenset(types - {""}))
