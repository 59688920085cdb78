"""Reads the kernel's iSCSI target from configfs: backstores, LUNs, portals, access lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from xenadmin_gui.domain.lio import UnsavedChange
from xenadmin_gui.domain.san import PortalGroup
from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, reading

_STORE = re.compile(r"/sys/kernel/config/target/core/([^/]+/[^/]+)/(?:wwn/)?[a-z_]+:(.*)")
_LUN = re.compile(
    r"/sys/kernel/config/target/iscsi/(?P<iqn>[^/]+)/tpgt_(?P<group>\d+)/lun/lun_(?P<lun>\d+)/[^/\t]+"
    r"\t(?:.*/)?target/core/(?P<store>[^/]+/[^/]+)"
)
_MAPPED = re.compile(
    r"/sys/kernel/config/target/iscsi/(?P<iqn>[^/]+)/tpgt_(?P<group>\d+)/acls/(?P<initiator>[^/]+)"
    r"/lun_(?P<mapped>\d+)/[^/\t]+\t(?:.*/)?target/iscsi/[^/]+/tpgt_\d+/lun/lun_(?P<lun>\d+)"
)
_DIRECTORY = re.compile(
    r"/sys/kernel/config/target/iscsi/(?P<iqn>[^/]+)/tpgt_(?P<group>\d+)"
    r"/(?P<kind>np|acls|lun)/(?P<name>[^/]+)"
)
_PROTECT = re.compile(
    r"/sys/kernel/config/target/iscsi/(?P<iqn>[^/]+)/tpgt_\d+/acls/(?P<initiator>[^/]+)"
    r"/lun_(?P<mapped>\d+)/write_protect:(?P<value>\d+)"
)
_INFO = re.compile(r"/sys/kernel/config/target/core/([^/]+/[^/]+)/info:(.*)")
_READ_ONLY = re.compile(r"\breadonly: (\d)")
_SERIAL = "T10 VPD Unit Serial Number: "
_NAA_LIO = "36001405"
_NAA_DIGITS = 25


@dataclass(frozen=True, slots=True)
class LunLink:
    """A LUN of a target; ``store`` names the backstore as ``iblock_0/p_lu_vm1``.

    ``tag`` is the number of its portal group; each group counts its LUNs by itself.
    """

    target: str
    number: int
    store: str
    tag: int = 1


@dataclass(frozen=True, slots=True)
class MappedLun:
    """A LUN in the access list of an initiator, which sees it under ``number``."""

    initiator: str
    number: int


@dataclass(frozen=True, slots=True)
class LunLinks:
    """The links below the targets: LUNs to backstores, access lists to LUNs.

    Attributes:
        mapped: By target, portal group and LUN number, the access lists that have it, by initiator.
    """

    luns: tuple[LunLink, ...] = ()
    mapped: Mapping[tuple[str, int, int], tuple[MappedLun, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TargetTree:
    """A target of the kernel: its portals (ADDRESS:PORT), initiators with an access list, and
    its portal groups that have one of these or a LUN."""

    iqn: str
    portals: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    groups: tuple[PortalGroup, ...] = ()

    @property
    def tags(self) -> tuple[int, ...]:
        """Numbers of the portal groups."""
        return tuple(group.tag for group in self.groups)


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


def parse_links(text: str) -> LunLinks:
    """Read ``find … -type l -printf '%p\\t%l\\n'``; other links are passed over."""
    if not text:
        return LunLinks()
    luns: list[LunLink] = []
    mapped: dict[tuple[str, int, int], list[MappedLun]] = {}
    with reading("configfs"):
        for line in lines_of("configfs", text):
            if "\t" not in line or not line.startswith("/sys/kernel/config/target/iscsi/"):
                raise ParseError("configfs", "a line is not a path and where it points")
            if (lun := _LUN.fullmatch(line)) is not None:
                luns.append(LunLink(lun["iqn"], int(lun["lun"]), lun["store"], int(lun["group"])))
            elif (one := _MAPPED.fullmatch(line)) is not None:
                access = MappedLun(one["initiator"], int(one["mapped"]))
                place = (one["iqn"], int(one["group"]), int(one["lun"]))
                mapped.setdefault(place, []).append(access)
    return LunLinks(
        tuple(luns),
        {
            lun: tuple(sorted(lists, key=lambda access: access.initiator))
            for lun, lists in mapped.items()
        },
    )


def parse_targets(text: str) -> tuple[TargetTree, ...]:
    """Read ``find … -mindepth 4 -maxdepth 4 -type d``: portals and access lists by target."""
    if not text:
        return ()
    found: dict[str, dict[int, dict[str, list[str]]]] = {}
    for line in lines_of("configfs", text):
        if not line.startswith("/sys/kernel/config/target/iscsi/"):
            raise ParseError("configfs", "a line is not a directory of a target")
        match = _DIRECTORY.fullmatch(line)
        if match is None:
            continue
        here = found.setdefault(match["iqn"], {}).setdefault(int(match["group"]), {})
        here.setdefault(match["kind"], []).append(match["name"])
    return tuple(_tree(iqn, found[iqn]) for iqn in sorted(found))


def _tree(iqn: str, groups: Mapping[int, Mapping[str, list[str]]]) -> TargetTree:
    made = tuple(
        PortalGroup(
            tag,
            tuple(sorted(groups[tag].get("np", ()))),
            tuple(sorted(groups[tag].get("acls", ()))),
        )
        for tag in sorted(groups)
    )
    portals = {portal for group in made for portal in group.portals}
    initiators = {one for group in made for one in group.initiators}
    return TargetTree(iqn, tuple(sorted(portals)), tuple(sorted(initiators)), made)


def parse_services(text: str) -> dict[str, bool]:
    """Read ``systemctl list-unit-files --no-legend UNIT …``: unit → whether it is enabled."""
    found: dict[str, bool] = {}
    for line in lines_of("systemctl", text) if text else ():
        words = line.split()
        if len(words) < 2:
            raise ParseError("systemctl", "a line is not a unit and its state")
        found[words[0]] = words[1].startswith("enabled")
    return found


def parse_unsaved(text: str) -> tuple[str, tuple[UnsavedChange, ...]] | None:
    """Read ``unsaved_changes`` of lioscripts: the file, and where what runs differs from it."""
    lines = [line for line in lines_of("rtslib", text) if line] if text.strip() else []
    if not lines:
        return None
    found = []
    for line in lines[1:]:
        sign, blank, place = line.partition(" ")
        if sign not in ("+", "-", "~") or not blank:
            raise ParseError("rtslib", "a line is not a place in the configuration")
        found.append(UnsavedChange(sign, place))
    return lines[0], tuple(found)


def parse_write_protect(text: str) -> dict[tuple[str, str, int], bool]:
    """Read ``grep -H . …/write_protect``: (target, initiator, LUN number it sees) → whether."""
    if not text:
        return {}
    found: dict[tuple[str, str, int], bool] = {}
    with reading("configfs"):
        for line in lines_of("configfs", text):
            match = _PROTECT.fullmatch(line)
            if match is None:
                raise ParseError("configfs", "a line is not that of an access list")
            found[match["iqn"], match["initiator"], int(match["mapped"])] = match["value"] != "0"
    return found


def parse_read_only(text: str) -> dict[str, bool]:
    """Read ``grep -H . …/info``: backstore → read-only, for backstores that say it (iblock)."""
    if not text:
        return {}
    found: dict[str, bool] = {}
    for line in lines_of("configfs", text):
        match = _INFO.fullmatch(line)
        if match is None:
            raise ParseError("configfs", "a line is not that of a backstore")
        said = _READ_ONLY.search(match[2])
        if said is not None:
            found[match[1]] = said[1] == "1"
    return found


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
