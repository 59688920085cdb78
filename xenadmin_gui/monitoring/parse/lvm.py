"""Reads ``pvs``, ``vgs`` and ``lvs`` with ``--reportformat json --units b`` (lvm2 2.03)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xenadmin_gui.monitoring.parse.errors import ParseError, read_json, reading


@dataclass(frozen=True, slots=True)
class Pv:
    """A physical volume; ``group`` is empty when it is in none."""

    device: str
    group: str
    size_bytes: int
    free_bytes: int
    is_missing: bool


@dataclass(frozen=True, slots=True)
class Vg:
    """A volume group; sizes in bytes."""

    name: str
    size_bytes: int
    free_bytes: int
    missing_pvs: int
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Lv:
    """A logical volume; ``percent`` is the fill level of a snapshot or thin volume, or None.

    LVM's ``uuid`` stays when it is renamed and is never given again.
    """

    name: str
    group: str
    size_bytes: int
    attributes: str
    path: str
    tags: tuple[str, ...]
    origin: str
    percent: float | None
    uuid: str = ""


def parse_pvs(text: str) -> tuple[Pv, ...]:
    """Read the physical volumes."""
    with reading("pvs"):
        return tuple(
            Pv(
                device=row["pv_name"],
                group=row["vg_name"],
                size_bytes=_bytes(row["pv_size"]),
                free_bytes=_bytes(row["pv_free"]),
                is_missing=bool(row.get("pv_missing")),
            )
            for row in _rows("pvs", text, "pv")
        )


def parse_vgs(text: str) -> tuple[Vg, ...]:
    """Read the volume groups."""
    with reading("vgs"):
        return tuple(
            Vg(
                name=row["vg_name"],
                size_bytes=_bytes(row["vg_size"]),
                free_bytes=_bytes(row["vg_free"]),
                missing_pvs=int(row.get("vg_missing_pv_count") or 0),
                uuid=row.get("vg_uuid", ""),
            )
            for row in _rows("vgs", text, "vg")
        )


def parse_lvs(text: str) -> tuple[Lv, ...]:
    """Read the logical volumes."""
    with reading("lvs"):
        return tuple(_lv(row) for row in _rows("lvs", text, "lv"))


def _lv(row: dict[str, Any]) -> Lv:
    name, group = row["lv_name"], row["vg_name"]
    percent = row.get("data_percent")
    return Lv(
        name=name,
        group=group,
        size_bytes=_bytes(row["lv_size"]),
        attributes=row["lv_attr"],
        path=row.get("lv_path") or f"/dev/{group}/{name}",
        tags=tuple(tag for tag in row.get("lv_tags", "").split(",") if tag),
        origin=row.get("origin", ""),
        percent=float(percent) if percent else None,
        uuid=row.get("lv_uuid", ""),
    )


def _rows(tool: str, text: str, kind: str) -> list[dict[str, Any]]:
    reports = read_json(tool, text)["report"]
    if not isinstance(reports, list) or not any(kind in report for report in reports):
        raise ParseError(tool, "the report is missing")
    return [row for report in reports for row in report.get(kind, [])]


def _bytes(size: str) -> int:
    """Read ``100663296B``."""
    if not size.endswith("B"):
        raise ValueError(f"{size!r} is not a size in bytes")
    return int(size[:-1])
