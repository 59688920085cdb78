"""Reads a host's definitions: libvirt's domains, and the files that the cluster keeps."""

from __future__ import annotations

import threading
from collections.abc import Callable

from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.domain.errors import XenadminError
from xenadmin_gui.jobs.clock import Clock
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.probe import definition_command
from xenadmin_gui.monitoring.report import DefinitionFile, HostReport
from xenadmin_gui.transport.protocols import DomainEvent, DomainRecord, HostLink, LibvirtLink

_READ_AGAIN_S = 60.0
_BACKOFF_S = (5.0, 10.0, 30.0)


class Definitions:
    """What is defined on one host; lives as long as one connection to it.

    ``read`` is called on the host's lane only; events arrive on a thread of the link.
    """

    def __init__(self, uri: str, clock: Clock, on_event: Callable[[], None]) -> None:
        self._uri = uri
        self._clock = clock
        self._on_event = on_event
        self._lock = threading.Lock()
        self._libvirt: LibvirtLink | None = None
        self._records: tuple[DomainRecord, ...] | None = None
        self._files: dict[str, DefinitionFile] = {}
        self._told: tuple[DefinitionFile, ...] = ()
        self._due_at = 0.0
        self._failures = 0
        self._reason = ""
        self._strangers: frozenset[str] = frozenset()
        self._is_closed = False

    def close(self) -> None:
        """Let go of libvirt; never raises."""
        with self._lock:
            libvirt, self._libvirt = self._libvirt, None
            self._is_closed = True
        if libvirt is not None:
            libvirt.close()

    def read_libvirt(
        self, link: HostLink, shown: frozenset[str], context: JobContext
    ) -> tuple[tuple[DomainRecord, ...] | None, str]:
        """Return libvirt's domains and, when it does not answer, the reason.

        Args:
            shown: UUIDs on the hypervisor now; one that libvirt has not told of yet is a reason
                to ask again at once.
        """
        if not self._is_due(shown):
            return self._records, self._reason
        try:
            libvirt = self._opened(link, context)
            records = libvirt.domains(context)
        except XenadminError as error:
            self._let_go()
            wait = _BACKOFF_S[min(self._failures, len(_BACKOFF_S) - 1)]
            self._failures += 1
            self._reason = error.sentence.rstrip(".")
            with self._lock:
                self._due_at = self._clock.monotonic() + wait
            return self._records, self._reason
        self._failures = 0
        self._reason = ""
        if records != self._records:
            self._records = records
        self._strangers = shown - {record.uuid for record in records}
        return self._records, ""

    def read_files(
        self, link: HostLink, report: HostReport, context: JobContext, timeout_s: float
    ) -> tuple[tuple[DefinitionFile, ...] | None, str]:
        """Return the definition files; texts are fetched only when a hash is new."""
        if report.hashes is None:
            return None, ""
        new = [
            (path, digest)
            for path, digest in report.hashes
            if path not in self._files or self._files[path].sha256 != digest
        ]
        reason = ""
        if new:
            commands = [definition_command(path) for path, _ in new]
            results = link.run_batch(commands, context, timeout_s=timeout_s)
            reason = self._keep(new, results)
        known = dict(report.hashes)
        self._files = {path: one for path, one in self._files.items() if path in known}
        files = [self._files.get(p) or DefinitionFile(p, digest) for p, digest in known.items()]
        if tuple(files) != self._told:
            self._told = tuple(files)
        return self._told, reason

    def _keep(self, new: list[tuple[str, str]], results: tuple[CommandResult, ...]) -> str:
        reason = ""
        for (path, digest), result in zip(new, results, strict=False):
            if result.succeeded:
                self._files[path] = DefinitionFile(path, digest, result.stdout)
            else:
                self._files.pop(path, None)
                reason = f"{path} cannot be read"
        return reason

    def _is_due(self, shown: frozenset[str]) -> bool:
        known = {record.uuid for record in self._records or ()}
        has_stranger = bool(shown - known - self._strangers)
        with self._lock:
            now = self._clock.monotonic()
            is_due = now >= self._due_at or (has_stranger and not self._reason)
            if is_due:
                self._due_at = now + _READ_AGAIN_S
            return is_due

    def _opened(self, link: HostLink, context: JobContext) -> LibvirtLink:
        """Return the open link to libvirt; callbacks are registered with every new one."""
        with self._lock:
            libvirt = self._libvirt
        if libvirt is not None:
            return libvirt
        libvirt = link.libvirt(self._uri, context)
        libvirt.subscribe(self._on_domain_event, lambda reason: self._on_closed(libvirt))
        with self._lock:
            if not self._is_closed:
                self._libvirt = libvirt
                return libvirt
        libvirt.close()
        return libvirt

    def _let_go(self) -> None:
        with self._lock:
            libvirt, self._libvirt = self._libvirt, None
        if libvirt is not None:
            libvirt.close()

    def _on_domain_event(self, event: DomainEvent) -> None:
        with self._lock:
            self._due_at = 0.0
        self._on_event()

    def _on_closed(self, libvirt: LibvirtLink) -> None:
        with self._lock:
            if self._libvirt is not libvirt:
                return
            self._libvirt = None
            self._due_at = 0.0
        self._on_event()
