"""Reads the kernel's iSCSI target from configfs: backing devices, serials, LUN links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of

_STORE = re.compile(r"/sys/kernel/config/target/core/([^/]+/[^/]+)/(?:wwn/)?[a-z_]+:(.*)")
_LUN = re.compile(
    r"/sys/kernel/config/target/iscsi/(?P<iqn>[^/]+)/tpgt_(?P<group>\d+)/lun/lun_(?P<lun>\d+)/[^/\t]+"
    r"\t(?:.*/)?target/core/(?P<store>[^/]+/[^/]+)"
)
_SERIAL = "T10 VPD Unit Serial Number: "
_NAA_LIO = "36001405"
_NAA_DIGITS = 25


@dataclass(frozen=True, slots=True)
class LunLink:
    """A LUN of a target; ``store`` names the backstore as ``iblock_0/p_lu_vm1``."""

    target: str
    number: int
    store: str


def parse_udev_paths(text: str) -> dict[str, str]:
    """Read ``grep -H . …/udev_path``: backstore → device."""
    return dict(_stores(text))


def parse_serials(text: str) -> dict[str, str]:
    """Read ``grep -H . …/vpd_unit_serial``: backstore → serial."""
    serials: dict[str, str] = {}
    for store, value in _stores(text):
        if not value.startswith(_SERIAL):
            raise ParseError("configfs", "a serial is not in its known form")
        serials[store] = value.removeprefix(_SERIAL)
    return serials


def parse_links(text: str) -> tuple[LunLink, ...]:
    """Read ``find … -type l -printf '%p\\t%l\\n'``; links of access lists are passed over."""
    if not text:
        return ()
    links: list[LunLink] = []
    for line in lines_of("configfs", text):
        if "\t" not in line or not line.startswith("/sys/kernel/config/target/iscsi/"):
            raise ParseError("configfs", "a line is not a path and where it points")
        match = _LUN.fullmatch(line)
        if match is not None:
            links.append(LunLink(match["iqn"], int(match["lun"]), match["store"]))
    return tuple(links)


def wwid_of_serial(serial: str) -> str:
    """Return the WWID under which initiators see a LUN of LIO with this serial.

    The kernel's NAA identifier takes the serial's hex digits only and fills up with zeros
    (drivers/target/target_core_spc.c, ``spc_parse_naa_6h_vendor_specific``).
    """
    digits = "".join(c for c in serial.lower() if c in "0123456789abcdef")
    return _NAA_LIO + digits[:_NAA_DIGITS].ljust(_NAA_DIGITS, "0")


def _stores(text: str) -> list[tuple[str, str]]:
    if not text:
        return []
    found: list[tuple[str, str]] = []
    for line in lines_of("configfs", text):
        match = _STORE.fullmatch(line)
        if match is None:
            raise ParseError("configfs", "a line is not that of a backstore")
        found.append((match[1], match[2].strip()))
    return found
