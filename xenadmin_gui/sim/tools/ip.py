"""``ip -j addr`` and ``ip -j link`` (iproute2 6.1, captures ip-j-addr.txt, ip-link-bridge.json)."""

from __future__ import annotations

import json
import zlib
from typing import Any

from xenadmin_gui.sim.model import BRIDGE, MANAGEMENT
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_FOREVER = 4294967295


def ip(call: Call) -> Answer:
    """``ip -j addr [show]``, ``ip -j link show type bridge``."""
    if call.arguments == ("-j", "link", "show", "type", "bridge"):
        return _bridges(call)
    words = [word for word in call.arguments if word != "show"]
    if words not in (["-j", "addr"], ["-j", "address"], ["-json", "addr"]):
        return usage(call)
    links = [_loopback()]
    for index, network in enumerate(call.machine.addresses, start=2):
        links.append(_link(call, index, network))
    return Answer(0, json.dumps(links, separators=(",", ":")) + "\n")


def _bridges(call: Call) -> Answer:
    names = call.machine.bridges if call.machine.is_host else []
    links = [_bridge(call, index, name) for index, name in enumerate(names, start=10)]
    return Answer(0, json.dumps(links, separators=(",", ":")) + "\n")


def _bridge(call: Call, index: int, name: str) -> dict[str, Any]:
    return {
        "ifindex": index, "ifname": name, "flags": ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"],
        "mtu": 1500, "qdisc": "noqueue", "operstate": "UP", "linkmode": "DEFAULT",
        "group": "default", "txqlen": 1000, "link_type": "ether",
        "address": _mac(f"{call.host}/{name}"), "broadcast": "ff:ff:ff:ff:ff:ff",
    }  # fmt: skip


def _mac(seed: str) -> str:
    digest = zlib.crc32(seed.encode()).to_bytes(4, "big")
    return ":".join(f"{byte:02x}" for byte in (0x52, 0x54, 0x00, *digest[:3]))


def _loopback() -> dict[str, Any]:
    return {
        "ifindex": 1, "ifname": "lo", "flags": ["LOOPBACK", "UP", "LOWER_UP"], "mtu": 65536,
        "qdisc": "noqueue", "operstate": "UNKNOWN", "group": "default", "txqlen": 1000,
        "link_type": "loopback", "address": "00:00:00:00:00:00", "broadcast": "00:00:00:00:00:00",
        "addr_info": [_address("127.0.0.1", 8, "lo", scope="host")],
    }  # fmt: skip


def _link(call: Call, index: int, network: str) -> dict[str, Any]:
    net = call.state.networks[network]
    has_carrier = not net.is_cut and network not in call.machine.cut
    is_bridge = call.machine.is_host and net.kind == MANAGEMENT
    name = BRIDGE if is_bridge else f"eth{index - 2}"
    addresses = [_address(call.machine.addresses[network], net.prefix, name)]
    export = call.state.exports.get(call.host)
    subnet = call.machine.addresses[network].rpartition(".")[0]
    addresses += [
        _address(address, net.prefix, name, secondary=True)
        for address in (export.addresses if export is not None else ())
        if address.rpartition(".")[0] == subnet and address != call.machine.addresses[network]
    ]
    mac = _mac(f"{call.host}/{network}")
    up = ["BROADCAST", "MULTICAST", "UP", "LOWER_UP"]
    down = ["NO-CARRIER", "BROADCAST", "MULTICAST", "UP"]
    return {
        "ifindex": index, "ifname": name, "flags": up if has_carrier else down, "mtu": 1500,
        "qdisc": "noqueue" if is_bridge else "fq_codel",
        "operstate": "UP" if has_carrier else "DOWN", "group": "default", "txqlen": 1000,
        "link_type": "ether", "address": mac, "broadcast": "ff:ff:ff:ff:ff:ff",
        "addr_info": addresses,
    }  # fmt: skip


def _address(
    local: str, prefix: int, label: str, *, scope: str = "global", secondary: bool = False
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "family": "inet", "local": local, "prefixlen": prefix, "scope": scope,
    }  # fmt: skip
    if secondary:
        entry["secondary"] = True
    entry.update(label=label, valid_life_time=_FOREVER, preferred_life_time=_FOREVER)
    return entry
