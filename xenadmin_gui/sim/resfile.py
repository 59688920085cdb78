"""Configuration files of DRBD resources: ``/etc/drbd.d/NAME.res``, written and read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.sim.model import Machine, Replica

FOLDER = "/etc/drbd.d/"
_RESOURCE = re.compile(r'^\s*resource\s+"?([^\s"{]+)"?\s*\{', re.MULTILINE)
_HOST = re.compile(r"\bon\s+(\S+)\s*\{([^}]*)\}")
_DEVICE = re.compile(r"\bdevice\s+(?:\S+\s+)?minor\s+(\d+)\s*;|\bdevice\s+/dev/drbd(\d+)\s*;")
_DISK = re.compile(r"\bdisk\s+(/dev/\S+?)\s*;")
_ADDRESS = re.compile(r"\baddress\s+(?:ipv[46]\s+)?\[?([0-9A-Fa-f.:]+?)\]?:(\d+)\s*;")


@dataclass(frozen=True, slots=True)
class Configured:
    """A resource as one file has it; ``addresses`` and ``disks`` by server."""

    name: str
    path: str
    minor: int
    port: int
    disks: dict[str, str]
    addresses: dict[str, str]


def configured(machine: Machine) -> dict[str, Configured]:
    """Return the resources that the files of ``machine`` configure, by name."""
    found = (_read(path, text) for path, text in machine.files.items() if _is_read(path))
    return {one.name: one for one in found if one is not None}


def path_of(name: str) -> str:
    """Return where the resource ``name`` is configured."""
    return f"{FOLDER}{name}.res"


def write(replica: Replica, addresses: dict[str, str]) -> str:
    """Return the file of ``replica``; ``addresses`` by server."""
    lines = [f"resource {replica.name} {{"]
    for server, address in addresses.items():
        lines += [
            f"    on {server} {{",
            f"        device /dev/drbd{replica.minor} minor {replica.minor};",
            f"        disk {disk_of(replica)};",
            "        meta-disk internal;",
            f"        address ipv4 {address}:{replica.port};",
            "    }",
        ]
    return "\n".join([*lines, "}", ""])


def disk_of(replica: Replica) -> str:
    """Return the device below a replica: a volume, or a whole disk when it has no group."""
    return f"/dev/{replica.group}/{replica.volume}" if replica.group else f"/dev/{replica.volume}"


def _is_read(path: str) -> bool:
    return path.startswith(FOLDER) and path.endswith(".res")


def _read(path: str, text: str) -> Configured | None:
    name = _RESOURCE.search(text)
    hosts = dict(_HOST.findall(text))
    device, address = _DEVICE.search(text), _ADDRESS.search(text)
    if name is None or not hosts or device is None or address is None:
        return None
    disks = {server: _DISK.search(body) for server, body in hosts.items()}
    addresses = {server: _ADDRESS.search(body) for server, body in hosts.items()}
    return Configured(
        name.group(1),
        path,
        int(device.group(1) or device.group(2)),
        int(address.group(2)),
        {server: disk.group(1) for server, disk in disks.items() if disk is not None},
        {server: found.group(1) for server, found in addresses.items() if found is not None},
    )
