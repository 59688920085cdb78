"""Tells from the machines' addresses which networks a cluster has and what they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from string import ascii_lowercase

from xenadmin_gui.domain.config import NetworkConfig
from xenadmin_gui.session.check import Check, failed, passed, skipped
from xenadmin_gui.session.look import Look

Network = IPv4Network | IPv6Network


def find_networks(
    looks: Mapping[str, Look],
) -> tuple[tuple[NetworkConfig, ...], tuple[Check, ...]]:
    """Return the networks that the machines share, storage being where the portals are.

    Args:
        looks: What each machine said, by its name.
    """
    shared = _shared(looks)
    portals = {ip_address(p) for look in looks.values() for p in look.portals}
    storage = [n for n in shared if any(p in n for p in portals)]
    others = [n for n in shared if n not in storage]
    named = [
        NetworkConfig(f"storage-{ascii_lowercase[i]}", "storage", str(n))
        for i, n in enumerate(storage[:26])
    ]
    management = [
        NetworkConfig("management" if i == 0 else f"management-{i + 1}", "management", str(n))
        for i, n in enumerate(_by_use(others, looks))
    ]
    return (*management, *named), tuple(_judge(named, bool(portals), looks))


def assign(look: Look, networks: tuple[NetworkConfig, ...]) -> dict[str, str]:
    """Return a machine's own address on each network; addresses that move are not its own."""
    movable = set(look.portals)
    own = {address for member in look.members for address in member.addresses}
    found: dict[str, str] = {}
    for network in networks:
        inside = [str(i.ip) for i in look.interfaces if i.ip in ip_network(network.cidr)]
        stays = [a for a in inside if a not in movable]
        best = [a for a in stays if a in own] or stays
        if best:
            found[network.name] = best[0]
    return found


def _shared(looks: Mapping[str, Look]) -> list[Network]:
    """Networks that at least two machines have; of a lone machine, all of them.

    Machines with the same address are not on one network: behind a private NAT each has its own.
    """
    users: dict[Network, dict[str, set[str]]] = {}
    for name, look in looks.items():
        for interface in look.interfaces:
            network: Network = interface.network
            if network.num_addresses > 1 and str(interface.ip) not in look.portals:
                users.setdefault(network, {}).setdefault(str(interface.ip), set()).add(name)
    enough = min(2, len(looks))
    found = [
        network
        for network, holders in users.items()
        if len(set().union(*holders.values())) >= enough
        and all(len(names) == 1 for names in holders.values())
    ]
    return sorted(found, key=lambda n: (n.version, int(n.network_address), n.prefixlen))


def _by_use(networks: list[Network], looks: Mapping[str, Look]) -> list[Network]:
    """The network of Corosync's first link goes first: it is the one for administration."""
    rings = [
        member.addresses[0]
        for look in looks.values()
        for member in look.members
        if member.addresses
    ]

    def distance(network: Network) -> int:
        return 0 if any(_is_in(address, network) for address in rings) else 1

    return sorted(networks, key=distance)


def _is_in(address: str, network: Network) -> bool:
    try:
        return ip_address(address) in network
    except ValueError:
        return False


def _judge(
    storage: list[NetworkConfig], has_portals: bool, looks: Mapping[str, Look]
) -> Iterator[Check]:
    subject = next(iter(looks))
    told = ", ".join(f"{n.name} {n.cidr}" for n in storage)
    if not has_portals:
        yield skipped(subject, "storage networks", "No host has an iSCSI session yet.")
    elif len(storage) >= 2:
        yield passed(subject, "storage networks", f"Found {told}.")
    else:
        yield failed(
            subject,
            "storage networks",
            f"Found {told or 'none that the machines share'}.",
            "With a single one, a cut cable takes the disks away; give the SAN a second network.",
        )
