"""``vgs`` and ``lvs --reportformat json --units b`` (captures vgs-json.txt, lvs-json.txt)."""

from __future__ import annotations

import hashlib

from xenadmin_gui.sim.model import Volume
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def vgs(call: Call) -> Answer:
    """Volume groups, with the columns of ``-o``."""
    columns = _columns(call)
    if not columns:
        return usage(call)
    rows = [_group(call, name) for name in sorted({v.group for v in _volumes(call)})]
    return Answer(0, _report("vg", columns, rows))


def lvs(call: Call) -> Answer:
    """Logical volumes, with the columns of ``-o``."""
    columns = _columns(call)
    if not columns:
        return usage(call)
    return Answer(0, _report("lv", columns, [_volume(call, v) for v in _volumes(call)]))


def _columns(call: Call) -> list[str]:
    words = call.arguments
    if "json" not in words or "-o" not in words:
        return []
    return words[words.index("-o") + 1].lstrip("+").split(",")


def _volumes(call: Call) -> list[Volume]:
    return call.state.volumes.get(call.host, [])


def _report(kind: str, columns: list[str], rows: list[dict[str, str]]) -> str:
    lines = [
        "                  {" + ", ".join(f'"{c}":"{row.get(c, "")}"' for c in columns) + "}"
        for row in rows
    ]
    body = ",\n".join(lines) + ("\n" if lines else "")
    return (
        '  {\n      "report": [\n          {\n              "' + kind + '": [\n' + body
        + "              ]\n          }\n      ]\n  }\n"
    )  # fmt: skip


def _group(call: Call, name: str) -> dict[str, str]:
    volumes = [v for v in _volumes(call) if v.group == name]
    size = call.state.group_size_mib * 1048576
    free = size - sum(v.size_mib for v in volumes) * 1048576
    return {
        "vg_name": name,
        "pv_count": "1",
        "lv_count": str(len(volumes)),
        "snap_count": "0",
        "vg_attr": "wz--n-",
        "vg_size": f"{size}B",
        "vg_free": f"{free}B",
        "vg_missing_pv_count": "0",
        "vg_uuid": _uuid(f"{call.host}/{name}"),
    }


def _volume(call: Call, volume: Volume) -> dict[str, str]:
    return {
        "lv_name": volume.name,
        "vg_name": volume.group,
        "lv_size": f"{volume.size_mib * 1048576}B",
        "lv_attr": "-wi-ao----",
        "lv_uuid": _uuid(f"{call.host}/{volume.group}/{volume.name}"),
        "lv_path": f"/dev/{volume.group}/{volume.name}",
        "lv_tags": volume.tags,
        "lv_active": "active",
        "lv_device_open": "open",
    }


def _uuid(seed: str) -> str:
    digest = hashlib.sha256(seed.encode()).digest()
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest)
    parts = [letters[0:6], *(letters[n : n + 4] for n in range(6, 26, 4)), letters[26:32]]
    return "-".join(parts)
