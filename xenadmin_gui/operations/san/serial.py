"""Serial numbers of LUNs, and the WWID that LIO makes of them."""

from __future__ import annotations

import secrets

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.san.layout import SanLayout

#: NAA 6 with LIO's company id; 3 is multipath's prefix of a NAA identifier.
_START, _DIGITS = "36001405", 25
_HEX = frozenset("0123456789abcdef")


def wwid_of(serial: str) -> str:
    """Return the WWID that initiators see: LIO takes the hexadecimal digits of the serial."""
    digits = "".join(c for c in serial.lower() if c in _HEX)[:_DIGITS]
    return f"{_START}{digits:0<{_DIGITS}}"


def new_serial(snapshot: Snapshot, layout: SanLayout, wanted: str = "") -> str:
    """Return 8 hexadecimal digits whose WWID no LUN and no host's device has.

    Args:
        wanted: Taken when it is free; else digits are drawn.
    """
    san = snapshot.san
    taken = {lun.wwid for lun in san.luns} | {device.wwid for device in san.multipaths}
    taken |= {wwid_of(unit.serial) for unit in layout.units if unit.serial}
    taken |= {disk.wwid for vm in snapshot.vms.values() for disk in vm.disks}
    serial = wanted or secrets.token_hex(4)
    while wwid_of(serial) in taken or serial.endswith("0"):
        serial = secrets.token_hex(4)
    return serial
