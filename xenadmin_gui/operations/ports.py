"""What operations need of the cluster; the session gives it, tests give a small one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext


class ClusterPort(Protocol):
    """The cluster: to be asked and to be told."""

    @property
    def snapshot(self) -> Snapshot:
        """The cluster as last heard of."""
        ...

    def refresh(self, hosts: Sequence[str] | None, context: JobContext) -> Snapshot:
        """Ask ``hosts`` (all when None) now and return the fresh snapshot.

        A server that does not answer is a state in the snapshot, not an exception.

        Raises:
            Cancelled: The context was cancelled.
        """
        ...

    def run(
        self,
        host: str,
        command: Command,
        context: JobContext,
        *,
        timeout_s: float,
        origin: str,
        plan_id: str,
    ) -> CommandResult:
        """Run one command on ``host`` and tell the command log, under ``origin`` and ``plan_id``.

        Raises:
            UnreachableError: It cannot be asked; the command may or may not have run.
            CommandTimeoutError: No end within ``timeout_s``.
            Cancelled: The context was cancelled; the command may or may not have run.
        """
        ...
