"""What can be done to a VM, and how that is called."""

from __future__ import annotations

from enum import StrEnum


class VmVerb(StrEnum):
    """What can be done to a VM."""

    START = "start"
    SHUTDOWN = "shutdown"
    DESTROY = "destroy"
    REBOOT = "reboot"
    PAUSE = "pause"
    RESUME = "resume"
    MIGRATE = "migrate"

    @property
    def phrase(self) -> str:
        """How a title begins: ``Force off`` …"""
        return _PHRASES[self]

    @property
    def lanes(self) -> int:
        """How many VMs are worked on at once: storage and networks bear so many."""
        return _LANES[self]


_PHRASES = {
    VmVerb.START: "Start",
    VmVerb.SHUTDOWN: "Shut down",
    VmVerb.DESTROY: "Force off",
    VmVerb.REBOOT: "Reboot",
    VmVerb.PAUSE: "Pause",
    VmVerb.RESUME: "Resume",
    VmVerb.MIGRATE: "Migrate",
}
_LANES = {
    VmVerb.START: 3,
    VmVerb.SHUTDOWN: 8,
    VmVerb.DESTROY: 4,
    VmVerb.REBOOT: 3,
    VmVerb.PAUSE: 4,
    VmVerb.RESUME: 4,
    VmVerb.MIGRATE: 2,
}
