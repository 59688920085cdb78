"""Reads ``ip -j addr`` (iproute2)."""

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
