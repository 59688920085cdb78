"""Names the network of the cluster that an address belongs to."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from xenadmin_gui.domain.config import NetworkConfig


class Networks:
    """The cluster's networks, looked up by address."""

    def __init__(self, networks: tuple[NetworkConfig, ...]) -> None:
        self._networks = tuple((_network(n.cidr), n.name) for n in networks)
        self.name_of = lru_cache(maxsize=1024)(self._name_of)

    def _name_of(self, address: str) -> str:
        """Return the network of ``address`` (or ADDRESS:PORT), or an empty text."""
        host = address.rpartition(":")[0] if _has_port(address) else address
        try:
            parsed = ip_address(host.strip("[]"))
        except ValueError:
            return ""
        for network, name in self._networks:
            if network is not None and parsed in network:
                return name
        return ""


def _has_port(address: str) -> bool:
    return address.startswith("[") or address.count(":") == 1


def _network(cidr: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(cidr, strict=False)
    except ValueError:
        return None
