"""What one machine tells of itself and of the others, for finding a whole cluster from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from ipaddress import IPv4Interface, IPv6Interface, ip_address, ip_interface
from typing import TypeVar
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.monitoring.parse.errors import ParseError, read_json, read_xml, reading
from xenadmin_gui.monitoring.parse.iscsiadm import parse_sessions
from xenadmin_gui.monitoring.parse.virsh import parse_capabilities
from xenadmin_gui.transport.protocols import HostLink

T = TypeVar("T")

Interface = IPv4Interface | IPv6Interface

_URIS = ("xen:///system", "qemu:///system")
_OWN = re.compile(r"lo|virbr|vif|vnet|docker|veth|tap")
_NODE_KEY = re.compile(r"nodelist\.node\.(\d+)\.(name|ring\d+_addr) \(str\) = (.+)")
_CONF_BLOCK = re.compile(r"\bnode\s*\{([^{}]*)\}")
_CONF_LINE = re.compile(r"^\s*(name|ring\d+_addr)\s*:\s*(\S+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Member:
    """A machine that another one knows: its name there, and addresses to try, the best first."""

    name: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What a machine says.

    Attributes:
        hostname: ``uname -n``.
        interfaces: Its addresses with their networks; loopback and private bridges left out.
        members: The nodes of its Corosync cluster.
        peers: The machines of its DRBD resources.
        portals: Addresses that its iSCSI sessions go to.
        libvirt_uri: Where its libvirt answers; empty when it runs no VMs.
        exports: Whether it offers LUNs or has replicas.
        unread: (tool, reason) for answers that are there but cannot be read.
    """

    hostname: str = ""
    interfaces: tuple[Interface, ...] = ()
    members: tuple[Member, ...] = ()
    peers: tuple[Member, ...] = ()
    portals: tuple[str, ...] = ()
    libvirt_uri: str = ""
    exports: bool = False
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset(str(interface.ip) for interface in self.interfaces)


_COMMANDS: dict[str, tuple[str, ...]] = {
    "uname": ("uname", "-n"),
    "ip": ("ip", "-j", "addr"),
    "cmap": ("corosync-cmapctl",),
    "crm_node": ("crm_node", "-l"),
    "conf": ("cat", "/etc/corosync/corosync.conf"),
    "drbd": ("drbdadm", "dump-xml"),
    "iscsi": ("iscsiadm", "-m", "session", "-P", "3"),
    "lio": ("find", "/sys/kernel/config/target/iscsi", "-type", "l", "-printf", "%p\\t%l\\n"),
    **{uri: ("virsh", "-c", uri, "capabilities") for uri in _URIS},
}


def look_at(link: HostLink, context: JobContext) -> Look:
    """Ask one machine everything in one round trip.

    Raises:
        UnreachableError: It stopped answering.
        Cancelled: The context was cancelled.
    """
    commands = [Command(argv) for argv in _COMMANDS.values()]
    results = link.run_batch(commands, context, timeout_s=60.0)
    return understand(dict(zip(_COMMANDS, results, strict=True)))


def understand(answers: dict[str, CommandResult]) -> Look:
    """Read the answers; a tool that is not there or failed says nothing."""
    reader = _Reader(answers)
    nobody: tuple[Member, ...] = ()
    peers = reader.read("drbd", _peers, nobody)
    members = reader.read("cmap", _cmap, nobody)
    if not members:
        members = reader.read("conf", _conf, nobody) or reader.read("crm_node", _crm_node, nobody)
    uris = (uri for uri in _URIS if reader.read(uri, partial(_runs, uri), False))
    return Look(
        hostname=reader.read("uname", str.strip, ""),
        interfaces=reader.read("ip", _interfaces, ()),
        members=members,
        peers=peers,
        portals=reader.read("iscsi", _portals, ()),
        libvirt_uri=next(uris, ""),
        exports=bool(peers) or bool(reader.read("lio", str.strip, "")),
        unread=tuple(reader.unread),
    )


@dataclass
class _Reader:
    answers: dict[str, CommandResult]
    unread: list[tuple[str, str]] = field(default_factory=list)

    def read(self, name: str, parse: Callable[[str], T], default: T) -> T:
        result = self.answers[name]
        if not result.succeeded or not result.stdout.strip():
            return default
        try:
            return parse(result.stdout)
        except ParseError as error:
            self.unread.append((result.command.argv[0], error.reason))
            return default


def _interfaces(text: str) -> tuple[Interface, ...]:
    links = read_json("ip", text)
    with reading("ip"):
        return tuple(
            ip_interface(f"{address['local']}/{address['prefixlen']}")
            for link in links
            if not _OWN.match(link["ifname"])
            for address in link.get("addr_info", [])
            if address.get("scope") == "global"
        )


def _cmap(text: str) -> tuple[Member, ...]:
    nodes: dict[str, dict[str, str]] = {}
    for number, key, value in _NODE_KEY.findall(text):
        nodes.setdefault(number, {})[key] = value.strip()
    return tuple(_member(node) for _, node in sorted(nodes.items(), key=lambda n: int(n[0])))


def _conf(text: str) -> tuple[Member, ...]:
    return tuple(_member(dict(_CONF_LINE.findall(block))) for block in _CONF_BLOCK.findall(text))


def _member(node: dict[str, str]) -> Member:
    addresses = tuple(node[key] for key in sorted(node) if key != "name")
    return Member(node.get("name") or (addresses[0] if addresses else ""), addresses)


def _crm_node(text: str) -> tuple[Member, ...]:
    """Lines such as ``1 san1 member``."""
    words = [line.split() for line in text.splitlines()]
    return tuple(Member(w[1]) for w in words if len(w) >= 2 and w[0].isdigit())


def _peers(text: str) -> tuple[Member, ...]:
    root = read_xml("drbdadm dump-xml", text, "config")
    found: dict[str, list[str]] = {}
    with reading("drbdadm dump-xml"):
        for host in root.iterfind("resource/host"):
            addresses = found.setdefault(host.attrib["name"], [])
            for address in _drbd_addresses(host):
                if address not in addresses:
                    addresses.append(address)
    return tuple(Member(name, tuple(addresses)) for name, addresses in found.items())


def _drbd_addresses(host: Element) -> list[str]:
    texts = [(element.text or "").strip() for element in host.iterfind("address")]
    return [text for text in texts if text]


def _portals(text: str) -> tuple[str, ...]:
    addresses = {s.portal.rpartition(":")[0].strip("[]") for s in parse_sessions(text)}
    with reading("iscsiadm"):
        return tuple(str(address) for address in sorted(map(ip_address, addresses), key=str))


def _runs(uri: str, text: str) -> bool:
    types = parse_capabilities(text).domain_types
    return bool(types & ({"xen"} if uri.startswith("xen") else {"kvm", "qemu"}))
