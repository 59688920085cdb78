"""Reads DRBD: ``drbdadm status``, ``drbdsetup events2 --now --statistics``, /proc/drbd.

Formats of 8.4 (Debian's kernel) and of 9; tests/captures. Sizes are told in KiB.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, reading

NOTHING_CONFIGURED = "# No currently configured DRBD found."
_MINOR = re.compile(
    r" *(?P<minor>\d+): cs:(?P<cs>\S+)(?: ro:(?P<role>\w+)/(?P<peer_role>\w+)"
    r" ds:(?P<disk>\w+)/(?P<peer_disk>\w+) .*)?"
)
_VERSION = re.compile(r"version: (\d\S*)")
_PACE = re.compile(
    r"finish: (?P<hours>\d{1,9}):(?P<minutes>\d+):(?P<seconds>\d+) speed: (?P<rate>[\d,]*\d)"
)
#: How bad a disk state is, worst first; the worst volume speaks for its resource.
_WORST_DISK = ("Failed", "Diskless", "Inconsistent", "Outdated", "Consistent", "DUnknown")


@dataclass(frozen=True, slots=True)
class DrbdSide:
    """A resource as this server sees it; the worst volume and the worst peer speak for it.

    Attributes:
        connection: ``Connected``, ``Connecting``, ``StandAlone`` …
        replication: ``Established``, ``SyncSource`` …; empty without a connection.
        minor: Minor number of its first volume; None when not said.
    """

    name: str
    role: str
    disk: str = ""
    connection: str = ""
    replication: str = ""
    peer_role: str = ""
    peer_disk: str = ""
    sync_percent: float | None = None
    out_of_sync_bytes: int | None = None
    size_bytes: int | None = None
    minor: int | None = None
    quorum: bool | None = None
    rate_bytes_s: int | None = None
    left_s: float | None = None


@dataclass(frozen=True, slots=True)
class DrbdMinor:
    """A device of /proc/drbd (8.4 only).

    Attributes:
        rate_bytes_s: How fast a resync or a verification goes now; None when none runs.
        left_s: Seconds it still needs at that rate; None when it stalls or none runs.
    """

    minor: int
    connection: str
    replication: str = ""
    role: str = ""
    peer_role: str = ""
    disk: str = ""
    peer_disk: str = ""
    out_of_sync_bytes: int | None = None
    sync_percent: float | None = None
    rate_bytes_s: int | None = None
    left_s: float | None = None


@dataclass(frozen=True, slots=True)
class DrbdKernel:
    """What /proc/drbd says: the module's version (``8.4.11``, or empty), devices (8.4 only)."""

    version: str
    minors: tuple[DrbdMinor, ...] = ()


@dataclass(slots=True)
class _Seen:
    """What the lines of one resource said, by kind of line."""

    resource: dict[str, str]
    connections: list[dict[str, str]]
    devices: list[dict[str, str]]
    peers: list[dict[str, str]]


def parse_events(text: str) -> tuple[DrbdSide, ...]:
    """Read ``drbdsetup events2 --now --statistics``; it must end with ``exists -``."""
    tool = "drbdsetup events2"
    lines = lines_of(tool, text)
    if lines[-1].strip() != "exists -":
        raise ParseError(tool, "the answer breaks off before its end")
    seen: dict[str, _Seen] = {}
    with reading(tool):
        for line in lines[:-1]:
            _, kind, *words = line.split()
            values = dict(word.split(":", 1) for word in words if ":" in word)
            if kind == "resource":
                seen[values["name"]] = _Seen(values, [], [], [])
            elif kind in ("connection", "device", "peer-device"):
                one = seen[values["name"]]
                {"connection": one.connections, "device": one.devices}.get(kind, one.peers).append(
                    values
                )
        return tuple(_side(name, one) for name, one in seen.items())


def parse_status(text: str) -> tuple[DrbdSide, ...]:
    """Read ``drbdadm status``; a resource without a peer line is StandAlone."""
    tool = "drbdadm status"
    if text.strip() == NOTHING_CONFIGURED:
        return ()
    lines = lines_of(tool, text)
    if lines[-1].strip():
        raise ParseError(tool, "the answer breaks off before the blank line at its end")
    seen: dict[str, _Seen] = {}
    current: _Seen | None = None
    with reading(tool):
        for line in lines:
            if not line.strip():
                continue
            name, values = _status_line(line)
            if not line[0].isspace():
                current = seen[name] = _Seen({"role": values["role"]}, [], [], [])
            elif current is None:
                raise ParseError(tool, "a line belongs to no resource")
            else:
                _add_status_line(current, name, values)
        return tuple(_side(name, one) for name, one in seen.items())


def parse_proc(text: str) -> DrbdKernel:
    """Read /proc/drbd; DRBD 9 tells only its version there."""
    tool = "/proc/drbd"
    lines = lines_of(tool, text)
    version = _VERSION.match(lines[0])
    if version is None:
        raise ParseError(tool, "the version is missing")
    found: list[DrbdMinor] = []
    with reading(tool):
        for number, line in enumerate(lines):
            match = _MINOR.fullmatch(line)
            if match is None:
                continue
            block = " ".join(lines[number : number + 4])
            block = re.split(r" \d+: cs:", block[len(line) :])[0]
            found.append(_minor(match, block, line))
    return DrbdKernel(version[1], tuple(found))


def _minor(match: re.Match[str], block: str, line: str) -> DrbdMinor:
    if match["role"] is None and "Unconfigured" not in line:
        raise ValueError("a device's line breaks off")
    out_of_sync = re.search(r"\boos:(\d+)", block)
    percent = re.search(r"(?:sync'ed|verified): *([\d.]+)%", block)
    pace = _PACE.search(block)
    rate = None if pace is None else int(pace["rate"].replace(",", "")) * 1024
    return DrbdMinor(
        minor=int(match["minor"]),
        connection=_connection(match["cs"]),
        replication=_replication(match["cs"]),
        role=match["role"] or "",
        peer_role=match["peer_role"] or "",
        disk=match["disk"] or "",
        peer_disk=match["peer_disk"] or "",
        out_of_sync_bytes=int(out_of_sync[1]) * 1024 if out_of_sync else None,
        sync_percent=float(percent[1]) if percent else None,
        rate_bytes_s=rate,
        left_s=_seconds(pace) if pace is not None and rate else None,
    )


def _seconds(pace: re.Match[str]) -> float:
    return int(pace["hours"]) * 3600.0 + int(pace["minutes"]) * 60.0 + int(pace["seconds"])


def _connection(state: str) -> str:
    """Name a connection state of /proc/drbd as the other tools do."""
    if state == "WFConnection":
        return "Connecting"
    if state in ("StandAlone", "Disconnecting", "Unconnected", "Timeout", "BrokenPipe"):
        return state
    return "Connected" if state != "Unconfigured" else ""


def _replication(state: str) -> str:
    if _connection(state) != "Connected":
        return ""
    return "Established" if state == "Connected" else state


def _status_line(line: str) -> tuple[str, dict[str, str]]:
    """Take ``  san2 role:Secondary`` or ``  volume:0 disk:UpToDate`` apart."""
    words = line.split()
    name = words.pop(0) if ":" not in words[0] else ""
    return name, dict(word.split(":", 1) for word in words)


def _add_status_line(current: _Seen, name: str, values: dict[str, str]) -> None:
    if name:
        values.setdefault("connection", "Connected")
        current.connections.append(values)
    elif "disk" in values:
        current.devices.append(values)
    elif "peer-disk" in values or "replication" in values:
        if "peer-disk" in values:
            values.setdefault("replication", "Established")
        current.peers.append(values)


def _side(name: str, seen: _Seen) -> DrbdSide:
    connection = min(seen.connections, key=lambda c: c.get("connection") == "Connected", default={})
    peer = max(seen.peers, key=_badness_of_peer, default={})
    disks = [device.get("disk", "") for device in seen.devices]
    if not disks:
        raise ValueError(f"{name} has no device")
    is_connected = connection.get("connection") == "Connected"
    return DrbdSide(
        name=name,
        role=seen.resource["role"],
        disk=min(disks, key=_rank),
        connection=connection.get("connection", "StandAlone"),
        replication=peer.get("replication", "") if is_connected else "",
        peer_role=connection.get("role", "") if is_connected else "",
        peer_disk=peer.get("peer-disk", ""),
        sync_percent=float(peer["done"]) if "done" in peer else None,
        out_of_sync_bytes=_total(seen.peers, "out-of-sync"),
        size_bytes=_total(seen.devices, "size"),
        minor=next((int(d["minor"]) for d in seen.devices if "minor" in d), None),
        quorum=_quorum(seen.devices),
    )


def _rank(disk: str) -> int:
    return _WORST_DISK.index(disk) if disk in _WORST_DISK else len(_WORST_DISK)


def _badness_of_peer(peer: dict[str, str]) -> tuple[bool, int]:
    return peer.get("replication") not in ("Established", None), -_rank(peer.get("peer-disk", ""))


def _total(lines: list[dict[str, str]], name: str) -> int | None:
    values = [int(line[name]) for line in lines if name in line]
    return sum(values) * 1024 if values else None


def _quorum(devices: list[dict[str, str]]) -> bool | None:
    said = [device["quorum"] == "yes" for device in devices if "quorum" in device]
    return all(said) if said else None
