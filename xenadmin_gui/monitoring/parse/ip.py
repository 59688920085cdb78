"""Reads ``ip -j addr`` and ``ip -j link`` (iproute2)."""

from __future__ import annotations

from xenadmin_gui.monitoring.parse.errors import read_json, reading


def parse_addresses(text: str) -> frozenset[str]:
    """Return every address that the machine holds, loopback left out, without prefix lengths."""
    links = read_json("ip", text)
    with reading("ip"):
        if not isinstance(links, list):
            raise TypeError("no list of links")
        return frozenset(
            str(address["local"])
            for link in links
            if link.get("ifname") != "lo"
            for address in link.get("addr_info", [])
            if "local" in address
        )


def parse_bridges(text: str) -> tuple[str, ...]:
    """Return the names in the answer of ``ip -j link show type bridge``, in order.

    Links of another kind stand there as empty objects (iproute2 6.1).
    """
    links = read_json("ip", text)
    with reading("ip"):
        if not isinstance(links, list):
            raise TypeError("no list of links")
        names = [link["ifname"] for link in links if link != {}]
        if not all(isinstance(name, str) and name for name in names):
            raise TypeError("a link without a name")
        return tuple(sorted(names))
