"""What a new virtual machine is told about itself, and names and addresses of several."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

#: More VMs than this are not made by one draft.
MOST_NAMES = 100

#: The first braces, if any, hold the range: ``web{01..05}``.
_RANGE = re.compile(r"(?P<head>[^{}]*)\{(?P<first>\d+)\.\.(?P<last>\d+)\}(?P<tail>[^{}]*)")


@dataclass(frozen=True, slots=True)
class GuestSettings:
    """What a new guest is given before its first start.

    Attributes:
        hostname: Its own name; may have a domain (``web1.example.org``).
        user: Account that the keys and the password are for; empty: the template's.
        ssh_keys: Public keys, one line each, as in ``authorized_keys``.
        password_hash: As in ``/etc/shadow`` (``$6$…``); empty: none is set.
        timezone: Such as ``Europe/Berlin``; empty: as the template has it.
        packages: To install at the first start; only where the template has cloud-init.
        first_boot: Text of a script that runs once, at the first start; empty: none.
    """

    hostname: str
    user: str = ""
    ssh_keys: tuple[str, ...] = ()
    password_hash: str = ""
    timezone: str = ""
    packages: tuple[str, ...] = ()
    first_boot: str = ""


@dataclass(frozen=True, slots=True)
class GuestNic:
    """One network card of a new VM, and what the guest makes of it.

    Attributes:
        bridge: On the hosts.
        mac: Lower case with colons; empty: a free one is chosen.
        address: With its prefix, such as ``10.0.0.5/24``; empty: DHCP.
        gateway: Router of that network; empty: none.
        dns: Name servers; with DHCP the server's are taken when there are none.
        vlan: VLAN of its own, on a bridge that is an Open vSwitch; 0: none.
    """

    bridge: str
    mac: str = ""
    address: str = ""
    gateway: str = ""
    dns: tuple[str, ...] = ()
    vlan: int = 0


def names(pattern: str) -> tuple[str, ...]:
    """Return the names that a pattern means: ``web{01..03}`` is web01, web02 and web03.

    Numbers are as wide as the first one is written. Text without braces is one name.

    Raises:
        ValueError: The braces are no range, or it is empty, backwards or above MOST_NAMES; with
            one sentence for the administrator.
    """
    if "{" not in pattern and "}" not in pattern:
        return (pattern,)
    found = _RANGE.fullmatch(pattern)
    if found is None:
        raise ValueError(f"{pattern!r} is no pattern of names: write one like web{{01..05}}.")
    first, last = int(found["first"]), int(found["last"])
    if last < first:
        raise ValueError(f"{pattern!r} counts backwards: the lower number comes first.")
    if last - first >= MOST_NAMES:
        raise ValueError(f"{pattern!r} means {last - first + 1} names; {MOST_NAMES} is the most.")
    width = len(found["first"])
    head, tail = found["head"], found["tail"]
    return tuple(f"{head}{number:0{width}d}{tail}" for number in range(first, last + 1))


def addresses(first: str, count: int) -> tuple[str, ...]:
    """Return ``count`` addresses from ``first`` on (``10.0.0.5/24``), each with its prefix.

    Raises:
        ValueError: It is no address with a prefix, or its network ends before; with one sentence
            for the administrator.
    """
    if "/" not in first:
        raise ValueError(f"{first!r} has no prefix: write it like 10.0.0.5/24.")
    try:
        start = ipaddress.ip_interface(first)
    except ValueError:
        raise ValueError(f"{first!r} is no address: write one like 10.0.0.5/24.") from None
    network, found = start.network, []
    for number in range(count):
        value = int(start.ip) + number
        usable = value <= int(network.broadcast_address)
        if usable and network.version == 4 and network.prefixlen < 31:
            usable = int(network.network_address) < value < int(network.broadcast_address)
        if not usable:
            raise ValueError(f"{network} has no room for {count} addresses from {start.ip} on.")
        found.append(f"{start.ip + number}/{network.prefixlen}")
    return tuple(found)
