"""libvirt of one host, over the host's SSH connection."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import libvirt
from paramiko import SSHException

from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.bridge import Bridge
from xenadmin_gui.transport.channels import ChannelRefusedError
from xenadmin_gui.transport.connection import Connection
from xenadmin_gui.transport.deadline import Deadline
from xenadmin_gui.transport.domains import ZERO_UUID, read_domains
from xenadmin_gui.transport.eventloop import EventLoop, event_loop
from xenadmin_gui.transport.libvirturi import LibvirtUri, Way, parse_uri
from xenadmin_gui.transport.protocols import DomainEvent, DomainRecord, LibvirtLink

_log = logging.getLogger(__name__)

#: libvirt asks a silent peer every so many seconds, and gives up after so many questions.
_KEEPALIVE = (5, 3)
_LIST_S = 30.0
_SUBSCRIBE_S = 10.0
_GOOD_BYE_S = 1.0
_CLOSED_BY_US = 3
_REASONS = {0: "an error", 1: "the daemon closed it", 2: "the daemon stopped answering"}
_EVENTS = (
    "defined",
    "undefined",
    "started",
    "suspended",
    "resumed",
    "stopped",
    "shutdown",
    "pmsuspended",
    "crashed",
)


class BridgedLibvirt(LibvirtLink):
    """Implements ``LibvirtLink``; thread-safe."""

    def __init__(self, host: str, connection: Any, bridge: Bridge, loop: EventLoop) -> None:
        self._host = host
        self._connection = connection
        self._bridge = bridge
        self._loop = loop
        self._lock = threading.Lock()
        self._subscribers: list[tuple[Callable[[DomainEvent], None], Callable[[str], None]]] = []
        self._event_id: int | None = None
        self._lost: str | None = None
        self._closed = False
        connection.registerCloseCallback(self._on_close, None)

    @property
    def is_closed(self) -> bool:
        return self._closed

    def domains(self, context: JobContext) -> tuple[DomainRecord, ...]:
        self._check()
        try:
            with self._bridge.limit(_LIST_S, context):
                return read_domains(self._connection)
        except libvirt.libvirtError as error:
            context.checkpoint()
            raise _unreachable(self._host, str(error)) from error

    def subscribe(
        self, on_event: Callable[[DomainEvent], None], on_closed: Callable[[str], None]
    ) -> None:
        """Report events and the loss of the link.

        Raises:
            UnreachableError: The link is gone, or the daemon does not take subscriptions.
        """
        self._check()
        with self._lock:
            lost = self._lost
            if lost is None:
                self._subscribers.append((on_event, on_closed))
            is_first = self._event_id is None
        if lost is not None:
            on_closed(lost)
        elif is_first:
            self._register()

    def close(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._subscribers.clear()
        with suppress(libvirt.libvirtError), self._bridge.limit(_GOOD_BYE_S):
            if self._event_id is not None and self._lost is None:
                self._connection.domainEventDeregisterAny(self._event_id)
        with suppress(libvirt.libvirtError):
            self._connection.unregisterCloseCallback()
        with suppress(libvirt.libvirtError), self._bridge.limit(_GOOD_BYE_S):
            self._connection.close()
        self._connection = None
        self._bridge.close()
        self._loop.release()

    def _check(self) -> None:
        if self._closed or self._connection is None:
            raise _unreachable(self._host, "the link is closed")

    def _register(self) -> None:
        try:
            with self._bridge.limit(_SUBSCRIBE_S):
                self._event_id = self._connection.domainEventRegisterAny(
                    None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, self._on_event, None
                )
        except libvirt.libvirtError as error:
            raise _unreachable(self._host, str(error)) from error

    # What follows runs on the event loop's thread.

    def _on_event(self, _connection: Any, domain: Any, event: int, _detail: int, _: Any) -> None:
        uuid = domain.UUIDString()
        if uuid == ZERO_UUID:
            return
        name = _EVENTS[event] if 0 <= event < len(_EVENTS) else f"event {event}"
        told = DomainEvent(self._host, uuid, domain.name(), name)
        with self._lock:
            subscribers = list(self._subscribers)
        for on_event, _on_closed in subscribers:
            try:
                on_event(told)
            except Exception:  # noqa: BLE001 - one listener must not rob the others
                _log.exception("a listener failed on an event of %s", self._host)

    def _on_close(self, _connection: Any, reason: int, _: Any) -> None:
        with self._lock:
            if self._lost is not None or self._closed or reason == _CLOSED_BY_US:
                return
            self._lost = f"libvirt on {self._host}: {_REASONS.get(reason, 'lost')}."
            subscribers, self._subscribers = self._subscribers, []
        for _on_event, on_closed in subscribers:
            try:
                on_closed(self._lost)
            except Exception:  # noqa: BLE001 - one listener must not rob the others
                _log.exception("a listener failed on the loss of libvirt of %s", self._host)


def open_libvirt(
    host: str, connection: Connection, uri: str, deadline: Deadline, context: JobContext
) -> BridgedLibvirt:
    """Open libvirt over ``connection``, on the first of the ways that leads there.

    Args:
        uri: As in the cluster file, such as ``xen:///system``; see ``libvirturi``.

    Raises:
        UnreachableError: None of them does; with the reason of the most telling one.
        Cancelled: Somebody cancelled.
    """
    wanted = parse_uri(uri)
    loop = event_loop()
    loop.acquire()
    try:
        reasons: list[str] = []
        for way in wanted.ways:
            try:
                return _try(host, connection, wanted, way, loop, deadline, context)
            except ChannelRefusedError:
                continue  # no such socket, or forwarding is forbidden
            except libvirt.libvirtError as error:
                context.checkpoint()
                reasons.append(str(error))
            except (SSHException, EOFError, OSError) as error:
                context.checkpoint()
                reasons.append(str(error) or "the connection was lost")
            if deadline.has_passed:
                reasons.append(f"no answer within {deadline.seconds:g} s")
                break
        raise _unreachable(host, reasons[0] if reasons else "no daemon listens there")
    except BaseException:
        loop.release()
        raise


def _try(
    host: str,
    connection: Connection,
    wanted: LibvirtUri,
    way: Way,
    loop: EventLoop,
    deadline: Deadline,
    context: JobContext,
) -> BridgedLibvirt:
    channel = way.open(connection, deadline, context)
    bridge = Bridge(channel, host)
    try:
        with bridge.limit(deadline.remaining, context):
            opened = libvirt.open(wanted.through(bridge.path))
            with suppress(libvirt.libvirtError):  # a daemon may not know keep-alive
                opened.setKeepAlive(*_KEEPALIVE)
            return BridgedLibvirt(host, opened, bridge, loop)
    except libvirt.libvirtError as error:
        bridge.close()
        if bridge.complaint:
            raise OSError(bridge.complaint.splitlines()[-1]) from error
        raise
    except BaseException:
        bridge.close()
        raise


def _unreachable(host: str, reason: str) -> UnreachableError:
    return UnreachableError(
        host,
        f"libvirt on {host} cannot be asked: {reason.strip().rstrip('.')}.",
        next_step="Check that libvirtd (or virtxend) runs there, and libvirt_uri in the cluster"
        " file.",
    )
