"""States of hosts and VMs, and the health that every object is shown with."""

from __future__ import annotations

from enum import StrEnum


class Health(StrEnum):
    """How an object is shown everywhere: one shape, one colour, one word each."""

    OK = "ok"
    WORKING = "working"
    DEGRADED = "degraded"
    FAILED = "failed"
    OFF = "off"
    UNKNOWN = "unknown"
    PAUSED = "paused"
    MAINTENANCE = "maintenance"


#: Worst first; used to fold the health of parts into that of the whole.
SEVERITY: tuple[Health, ...] = (
    Health.FAILED,
    Health.DEGRADED,
    Health.UNKNOWN,
    Health.WORKING,
    Health.MAINTENANCE,
    Health.PAUSED,
    Health.OK,
    Health.OFF,
)


def worst(healths: list[Health]) -> Health:
    """Return the most severe of ``healths``; OK when there are none."""
    return min(healths, key=SEVERITY.index, default=Health.OK)


class HostState(StrEnum):
    """What is known of a machine that we reach over SSH."""

    CONNECTING = "connecting"
    UP = "up"
    DEGRADED = "degraded"
    UNREACHABLE = "unreachable"
    FENCED = "fenced"
    MAINTENANCE = "maintenance"

    @property
    def health(self) -> Health:
        """The sign it is shown with."""
        return _HOST_HEALTH[self]


_HOST_HEALTH = {
    HostState.CONNECTING: Health.WORKING,
    HostState.UP: Health.OK,
    HostState.DEGRADED: Health.DEGRADED,
    HostState.UNREACHABLE: Health.FAILED,
    HostState.FENCED: Health.OFF,
    HostState.MAINTENANCE: Health.MAINTENANCE,
}


class VmState(StrEnum):
    """What a VM does. UNKNOWN means that nobody could be asked; it never means off."""

    RUNNING = "running"
    PAUSED = "paused"
    OFF = "off"
    CRASHED = "crashed"
    UNKNOWN = "unknown"

    @property
    def health(self) -> Health:
        """The sign it is shown with."""
        return _VM_HEALTH[self]


_VM_HEALTH = {
    VmState.RUNNING: Health.OK,
    VmState.PAUSED: Health.PAUSED,
    VmState.OFF: Health.OFF,
    VmState.CRASHED: Health.FAILED,
    VmState.UNKNOWN: Health.UNKNOWN,
}


class VmKind(StrEnum):
    """How a guest is virtualised."""

    PV = "pv"
    PVH = "pvh"
    HVM = "hvm"
    KVM = "kvm"
    UNKNOWN = "unknown"
