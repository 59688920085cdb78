"""systemd units on a host in which a command goes on without us (systemd 252, Debian 12)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.command import Command, CommandResult

OUTPUT_LINES = 20


class UnitState(StrEnum):
    """What became of a unit. GONE: it ended well, or never was; systemd forgets both alike."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A unit as its host describes it; ``status`` is the exit status of its command, if known."""

    state: UnitState
    status: int | None = None


def unit_show(unit: str) -> Command:
    """Return the command that tells how a unit is; any unit name is answered with status 0."""
    names = "LoadState,ActiveState,SubState,Result,ExecMainStatus"
    return Command(("systemctl", "show", f"--property={names}", f"{unit}.service"))


def unit_output(unit: str) -> Command:
    """Return the command that tells what a unit wrote last."""
    shape = ("--output=cat", "--no-pager", f"--lines={OUTPUT_LINES}")
    return Command(("journalctl", f"--unit={unit}.service", *shape))


def unit_stop(unit: str) -> Command:
    """Return the command that ends a unit and waits for its end."""
    return Command(("systemctl", "stop", f"{unit}.service"))


def read_unit(result: CommandResult) -> UnitReport | None:
    """Read the answer of ``unit_show``; None when it says nothing that we know."""
    values = dict(line.partition("=")[::2] for line in result.stdout.splitlines() if "=" in line)
    if not result.succeeded or "LoadState" not in values or "ActiveState" not in values:
        return None
    status = values.get("ExecMainStatus", "")
    report = int(status) if status.isdecimal() else None
    active, sub = values["ActiveState"], values.get("SubState", "")
    if active == "failed" or values.get("Result", "success") != "success":
        return UnitReport(UnitState.FAILED, report)
    if active in ("activating", "deactivating", "reloading"):
        return UnitReport(UnitState.RUNNING)
    if active == "active":
        return UnitReport(UnitState.SUCCEEDED if sub == "exited" else UnitState.RUNNING, report)
    if values["LoadState"] == "not-found":
        return UnitReport(UnitState.GONE)
    return UnitReport(UnitState.SUCCEEDED, report)
