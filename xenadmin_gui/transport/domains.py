"""Reading all domains of one libvirt with few questions."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import libvirt

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.transport.protocols import DomainRecord

ZERO_UUID = "00000000-0000-0000-0000-000000000000"

#: Calls on one connection are pipelined, so that the way there and back counts once.
_AT_ONCE = 6

_LISTS = {
    libvirt.VIR_CONNECT_LIST_DOMAINS_RUNNING: VmState.RUNNING,
    libvirt.VIR_CONNECT_LIST_DOMAINS_PAUSED: VmState.PAUSED,
    libvirt.VIR_CONNECT_LIST_DOMAINS_SHUTOFF: VmState.OFF,
}
_STATES = {
    libvirt.VIR_DOMAIN_RUNNING: VmState.RUNNING,
    libvirt.VIR_DOMAIN_BLOCKED: VmState.RUNNING,
    libvirt.VIR_DOMAIN_SHUTDOWN: VmState.RUNNING,  # it is still going down
    libvirt.VIR_DOMAIN_PAUSED: VmState.PAUSED,
    libvirt.VIR_DOMAIN_PMSUSPENDED: VmState.PAUSED,
    libvirt.VIR_DOMAIN_SHUTOFF: VmState.OFF,
    libvirt.VIR_DOMAIN_CRASHED: VmState.CRASHED,
}


def read_domains(connection: Any) -> tuple[DomainRecord, ...]:
    """Return every domain but Domain-0; one that goes away meanwhile is left out.

    State, persistence and autostart come as filtered lists: six questions however many domains
    there are. Only definitions are asked one by one, several at a time.

    Raises:
        libvirt.libvirtError: The connection is gone.
    """
    everything = {
        domain.UUIDString(): domain
        for domain in connection.listAllDomains(0)
        if domain.UUIDString() != ZERO_UUID and domain.ID() != 0
    }
    states: dict[str, VmState] = {}
    for flag, state in _LISTS.items():
        for uuid in _uuids(connection.listAllDomains(flag)):
            states[uuid] = state
    persistent = _uuids(connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_PERSISTENT))
    autostarted = _autostarted(connection)

    def read(uuid: str) -> DomainRecord | None:
        domain = everything[uuid]
        is_persistent = uuid in persistent
        flags = libvirt.VIR_DOMAIN_XML_INACTIVE if is_persistent else 0
        try:
            state = states.get(uuid)
            if state is None:
                state = _STATES.get(domain.state()[0], VmState.UNKNOWN)
            runs = state in (VmState.RUNNING, VmState.PAUSED) and domain.ID() > 0
            xml = _definition(connection, domain, flags)
            live_xml = _definition(connection, domain, 0) if is_persistent and runs else ""
        except libvirt.libvirtError as error:
            if error.get_error_code() == libvirt.VIR_ERR_NO_DOMAIN:
                return None
            raise
        return DomainRecord(
            uuid=uuid,
            name=domain.name(),
            state=state,
            domain_id=domain.ID() if runs else None,
            is_persistent=is_persistent,
            autostart=None if autostarted is None else uuid in autostarted,
            xml=xml,
            live_xml=live_xml,
        )

    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="domains") as pool:
        return tuple(record for record in pool.map(read, everything) if record is not None)


def _uuids(domains: Iterable[Any]) -> set[str]:
    return {domain.UUIDString() for domain in domains}


def _autostarted(connection: Any) -> set[str] | None:
    """Not every driver knows autostart; None is *not known*."""
    try:
        return _uuids(connection.listAllDomains(libvirt.VIR_CONNECT_LIST_DOMAINS_AUTOSTART))
    except libvirt.libvirtError:
        if not connection.isAlive():
            raise
        return None


def _definition(connection: Any, domain: Any, flags: int) -> str:
    """A definition that cannot be given is empty, as long as the daemon answers at all."""
    try:
        xml: str = domain.XMLDesc(flags)
    except libvirt.libvirtError as error:
        gone = error.get_error_code() == libvirt.VIR_ERR_NO_DOMAIN
        if gone or not connection.isAlive():
            raise
        return ""
    return xml
