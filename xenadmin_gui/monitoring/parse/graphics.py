"""Reads where the screens of a domain are to be had (formatdomain, graphical framebuffers)."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from xenadmin_gui.monitoring.parse.errors import read_xml, reading

_EVERYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}


@dataclass(frozen=True, slots=True)
class Graphics:
    """One ``<graphics>`` of a running domain.

    Attributes:
        kind: ``vnc``, ``spice`` …
        address: Where it listens, as the host itself would call it.
        port: None: it listens on no port, or on none without TLS.
        path: UNIX socket that it listens on; empty: on none.
        password: What it asks for; only in a definition with its security information.
    """

    kind: str
    address: str = "127.0.0.1"
    port: int | None = None
    path: str = ""
    password: str = field(default="", repr=False)

    @property
    def can_be_reached(self) -> bool:
        """Whether it listens on anything that a tunnel can lead to."""
        return bool(self.path) or self.port is not None


def parse_graphics(text: str) -> tuple[Graphics, ...]:
    """Read the live definition of a domain.

    Raises:
        ParseError: It is none.
    """
    tool = "domain XML"
    root = read_xml(tool, text, "domain")
    with reading(tool):
        return tuple(_graphics(element) for element in root.iterfind("devices/graphics"))


def _graphics(element: Element) -> Graphics:
    listens = element.findall("listen")
    sockets = [listen.get("socket", "") for listen in listens if listen.get("type") == "socket"]
    address = element.get("listen") or next(
        (found for listen in listens if (found := listen.get("address", ""))), ""
    )
    port = int(element.get("port", "-1"))
    return Graphics(
        kind=element.get("type", ""),
        address=_EVERYWHERE.get(address, address),
        port=port if 0 < port < 65536 else None,
        path=element.get("socket") or next(iter(sockets), ""),
        password=element.get("passwd", ""),
    )
