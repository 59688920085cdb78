"""Reads ``iscsiadm -m session -P 3`` and initiatorname.iscsi (open-iscsi 2.1)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of

_DISK = re.compile(r"Attached scsi disk (\S+)\s+State: (\S+)")
_LUN = re.compile(r"scsi\d+ Channel \d+ Id \d+ Lun: (\d+)")


@dataclass(frozen=True, slots=True)
class IscsiDisk:
    """A disk of a session: LUN number, device name (``sdb``), SCSI state."""

    lun: int
    device: str
    state: str


@dataclass(frozen=True, slots=True)
class IscsiSession:
    """A session; ``portal`` is ADDRESS:PORT, ``state`` such as ``LOGGED_IN`` or ``FREE``."""

    target: str
    portal: str
    state: str
    disks: tuple[IscsiDisk, ...] = ()


@dataclass(slots=True)
class _Draft:
    target: str
    portal: str
    state: str = ""
    lun: int = -1
    disks: list[IscsiDisk] = field(default_factory=list)


def parse_sessions(text: str) -> tuple[IscsiSession, ...]:
    """Read every session."""
    drafts: list[_Draft] = []
    target = ""
    for line in lines_of("iscsiadm", text):
        name, colon, value = line.strip().partition(": ")
        if name == "Target" and not line[:1].isspace():
            target = value.split(" ")[0]
        elif name == "Current Portal" and target:
            drafts.append(_Draft(target, value.split(",")[0]))
        elif drafts and colon:
            _add(drafts[-1], line, name, value)
    if not drafts:
        raise ParseError("iscsiadm", "no session can be made out")
    if any(not draft.state for draft in drafts):
        raise ParseError("iscsiadm", "a session's state is missing")
    return tuple(IscsiSession(d.target, d.portal, d.state, tuple(d.disks)) for d in drafts)


def parse_initiator(text: str) -> str:
    """Read /etc/iscsi/initiatorname.iscsi: the IQN of this host, or empty when it gives none."""
    for line in lines_of("initiatorname.iscsi", text):
        name, equals, value = line.partition("=")
        if equals and name.strip() == "InitiatorName":
            return value.strip()
    return ""


def _add(draft: _Draft, line: str, name: str, value: str) -> None:
    if name == "iSCSI Session State":
        draft.state = value.strip()
    elif (lun := _LUN.search(line)) is not None:
        draft.lun = int(lun[1])
    elif (disk := _DISK.search(line)) is not None:
        draft.disks.append(IscsiDisk(draft.lun, disk[1], disk[2]))
