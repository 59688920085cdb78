"""From which size on the window does its work in parts, each in a turn of the event loop."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot

#: What this many VMs, or LUNs, need is short enough for one event.
FEW_VMS = 300


def is_large(snapshot: Snapshot) -> bool:
    """Whether showing ``snapshot`` whole would take too long for one event."""
    san = snapshot.san
    return max(len(snapshot.vms), len(san.luns), len(san.replicas)) > FEW_VMS
