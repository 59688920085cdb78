"""What the journal of a SAN server says of a replica: contact lost, made again, roles, offers.

Messages are those of DRBD 8.4 (``drbd web1: conn( … )``, ``block drbd1: …``) and 9 (``drbd
web1/0 drbd1 san2: repl( … )``), and of Pacemaker 2.1's controller. journalctl(1), version 252.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Replica

#: Newest messages that are read; a link that flaps for days writes more than anybody compares.
MOST = 400
_LOW = (
    "StandAlone", "Disconnecting", "Unconnected", "Timeout", "BrokenPipe", "NetworkFailure",
    "ProtocolError", "TearDown", "WFConnection", "WFReportParams",
)  # fmt: skip
_WHOLE = ("Connected", "Established", "VerifyS", "VerifyT")
_CHANGE = re.compile(r"\b(role|conn|repl|disk)\( (\w+) -> (\w+) \)")

_JOURNAL = ("journalctl", "--output=json", "--output-fields=MESSAGE", "--no-pager", "--quiet")
_PACEMAKER = "SYSLOG_IDENTIFIER=pacemaker-controld"
#: Writes the newest message of Pacemaker's controller, of whatever kind.
PACEMAKER_COMMAND = Command((*_JOURNAL, "--lines=1", _PACEMAKER))


class Said(StrEnum):
    """What a message means for the side that wrote it."""

    LOST = "lost"
    MET = "met"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    STARTED = "started"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class LogEvent:
    """One message.

    Attributes:
        at: Seconds since the epoch by the server's own clock.
        was_whole: Of a lost contact: both sides were the same until then.
    """

    at: float
    said: Said
    was_whole: bool = False


def journal_command(replica: Replica, target: str) -> Command:
    """Ask for the messages about ``replica``, and about Pacemaker's ``target`` (may be empty).

    It ends with 1 when there is none.
    """
    known = [f"drbd {re.escape(replica.name)}[ :/]"]
    if replica.minor is not None:
        known.append(f"drbd{replica.minor}:")
    if target:
        known.append(rf"\bResult of (start|stop) operation for {re.escape(target)} on ")
    limits = (f"--lines={MOST}", f"--grep={'|'.join(known)}")
    return Command((*_JOURNAL, *limits, "_TRANSPORT=kernel", "+", _PACEMAKER))


def read_journal(text: str, replica: Replica, target: str) -> tuple[LogEvent, ...]:
    """Read what ``journal_command`` wrote, in the order of time.

    Lines that are no entry are passed over. The first entry of another boot is a start.
    """
    entries = [entry for line in text.splitlines() if (entry := _entry(line)) is not None]
    entries.reverse()  # they come newest first, several of one moment too
    entries.sort(key=lambda entry: entry[0])
    found: list[LogEvent] = []
    boot = ""
    for at, its_boot, message in entries:
        if boot and its_boot != boot:
            found.append(LogEvent(at, Said.STARTED))
        boot = its_boot
        found += [LogEvent(at, said, whole) for said, whole in _meanings(message, replica, target)]
    return tuple(found)


def _entry(line: str) -> tuple[float, str, str] | None:
    try:
        entry = json.loads(line)
        at = int(entry["__REALTIME_TIMESTAMP"]) / 1e6
    except (ValueError, TypeError, KeyError):
        return None
    message = entry.get("MESSAGE")
    return (at, str(entry.get("_BOOT_ID", "")), message) if isinstance(message, str) else None


def _meanings(message: str, replica: Replica, target: str) -> list[tuple[Said, bool]]:
    offer = re.fullmatch(r"Result of (start|stop) operation for (\S+) on \S+: ok", message)
    if offer is not None:
        said = Said.OFFERED if offer[1] == "start" else Said.WITHDRAWN
        return [(said, False)] if target and offer[2] == target else []
    head, colon, rest = message.partition(": ")
    if not colon or not _is_about(head, replica):
        return []
    has_peer = len(head.split()) > 2  # DRBD 9: its connections are not what is mirrored
    changes = [change for change in _CHANGE.findall(rest) if change[0] != "conn" or not has_peer]
    return [found for change in changes if (found := _meaning(*change)) is not None]


def _is_about(head: str, replica: Replica) -> bool:
    words = head.split()
    if words[:1] == ["block"]:
        return replica.minor is not None and words[1:] == [f"drbd{replica.minor}"]
    return words[:1] == ["drbd"] and len(words) > 1 and words[1].split("/")[0] == replica.name


def _meaning(what: str, old: str, new: str) -> tuple[Said, bool] | None:
    if what == "role":
        said = {"Primary": Said.PRIMARY, "Secondary": Said.SECONDARY}.get(new)
        return None if said is None else (said, False)
    if what == "disk":
        return (Said.STARTED, False) if new == "Attaching" else None
    low = ("Off",) if what == "repl" else _LOW
    if old not in low and new in low:
        return Said.LOST, old in _WHOLE
    return (Said.MET, False) if old in low and new not in low else None
