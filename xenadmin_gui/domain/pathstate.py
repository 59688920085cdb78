"""What the states of a path mean that multipath's checkers tell (multipath-tools 0.9.4)."""

from __future__ import annotations


def path_meaning(state: str) -> tuple[str, str]:
    """Return what a checker's state means, and what to do (empty when nothing)."""
    match state:
        case "ready":
            return "It carries I/O.", ""
        case "ghost":
            return (
                "The storage answers there, but takes no I/O over it for now: it stands by.",
                "Nothing, while another path is ready.",
            )
        case "faulty":
            return (
                "The storage does not answer over it.",
                "Look at the cable, the switch and the portal of its network, and at the session.",
            )
        case "shaky":
            return (
                "It comes and goes, so that multipath does not trust it for now.",
                "Look at the cable and the switch for errors; it is taken back once it stays well.",
            )
        case "delayed":
            return "It is back, and multipath waits a while before it takes it again.", ""
        case "i/o pending":
            return "The checker still waits for an answer over it.", "Wait a moment."
        case "i/o timeout":
            return (
                "The checker got no answer over it in time.",
                "Look at the load of the network and of the SAN server.",
            )
        case "disconnected":
            return (
                "The storage offers its LUN there no more.",
                "Have the host look for LUNs; if it should be there, look at the target.",
            )
        case "removed":
            return "Its SCSI disk is gone from the host.", "Have the host look for LUNs."
    return "What state it is in is not known.", "Look what 'multipath -ll' says on the host."
