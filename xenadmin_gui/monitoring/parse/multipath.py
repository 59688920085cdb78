"""Reads ``multipathd show maps json`` (multipath-tools 0.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xenadmin_gui.monitoring.parse.errors import ParseError, read_json, reading


@dataclass(frozen=True, slots=True)
class MapPath:
    """One path of a map.

    Attributes:
        state: What the checker says: ``ready``, ``faulty``, ``ghost``, ``shaky`` …
        adapter: Address of the initiator's side; empty when it has none.
    """

    device: str
    state: str
    priority: int
    adapter: str


@dataclass(frozen=True, slots=True)
class Map:
    """One multipath map.

    Attributes:
        queues: Whether I/O waits for ever when no path is left; None when not said.
    """

    wwid: str
    name: str
    paths: tuple[MapPath, ...]
    queues: bool | None


def parse_maps(text: str) -> tuple[Map, ...]:
    """Read all maps."""
    answer = read_json("multipathd", text)
    with reading("multipathd"):
        if "maps" not in answer:
            raise ParseError("multipathd", "the maps are missing")
        return tuple(_map(entry) for entry in answer["maps"])


def _map(entry: dict[str, Any]) -> Map:
    paths = [path for group in entry["path_groups"] for path in group["paths"]]
    return Map(
        wwid=str(entry["uuid"]),
        name=str(entry["name"]),
        paths=tuple(_path(path) for path in paths),
        queues=_queues(str(entry.get("queueing", "-"))),
    )


def _queues(queueing: str) -> bool | None:
    """``on``: for ever; ``off``, ``12 chk``, ``60 sec``: it gives up; ``-``: not said."""
    return None if queueing == "-" else queueing == "on"


def _path(path: dict[str, Any]) -> MapPath:
    adapter = str(path.get("host_adapter", ""))
    return MapPath(
        device=str(path["dev"]),
        state=str(path["chk_st"]),
        priority=int(path["pri"]),
        adapter="" if adapter.startswith("[") else adapter,
    )
