"""``vgs``, ``lvs`` and ``pvs --reportformat json --units b`` (captures …-json.txt)."""

from __future__ import annotations

import hashlib

from xenadmin_gui.sim import replicas
from xenadmin_gui.sim.model import Volume
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def vgs(call: Call) -> Answer:
    """Volume groups, with the columns of ``-o``."""
    columns = _columns(call)
    if not columns:
        return usage(call)
    rows = [_group(call, name) for name in groups(call)]
    return Answer(0, _report("vg", columns, rows))


def lvs(call: Call) -> Answer:
    """Logical volumes, with the columns of ``-o``."""
    columns = _columns(call)
    if not columns:
        return usage(call)
    return Answer(0, _report("lv", columns, [_volume(call, v) for v in volumes(call)]))


def _columns(call: Call) -> list[str]:
    words = call.arguments
    if "json" not in words or "-o" not in words:
        return []
    return words[words.index("-o") + 1].lstrip("+").split(",")


def pvs(call: Call) -> Answer:
    """Physical volumes, with the columns of ``-o``."""
    columns = _columns(call)
    if not columns:
        return usage(call)
    return Answer(0, _report("pv", columns, [_disk(call, name) for name in groups(call)]))


def volumes(call: Call) -> list[Volume]:
    """Return the logical volumes that LVM of the machine sees."""
    return replicas.volumes_of(call.state, call.host)


def groups(call: Call) -> list[str]:
    """Return the volume groups that LVM of the machine sees."""
    names = {v.group for v in volumes(call)}
    if call.state.pool and not replicas.sees_pool(call.state, call.host):
        return []
    return sorted((names | {call.state.group, *call.state.more_groups}) - {""})


def free_mib(call: Call, group: str) -> int:
    """Return what a group has left."""
    return size_mib(call, group) - sum(v.size_mib for v in volumes(call) if v.group == group)


def size_mib(call: Call, group: str) -> int:
    """Return how large a group is."""
    return call.state.more_groups.get(group, call.state.group_size_mib)


def is_open(call: Call, volume: Volume) -> bool:
    """Whether DRBD holds a volume open, or LIO does."""
    for replica in call.state.replicas.values():
        side = replica.sides.get(call.host)
        if side is not None and side.is_up and replicas.is_below(replica, call.host, volume):
            return True
    export = call.state.exports.get(call.host)
    luns = [call.state.luns[n] for n in export.luns if n in call.state.luns] if export else []
    devices = [lun.device for lun in luns]
    devices += [store.device for store in export.stores.values()] if export else []
    return f"/dev/{volume.group}/{volume.name}" in devices


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
    inside = [v for v in volumes(call) if v.group == name]
    size = size_mib(call, name) * 1048576
    return {
        "vg_name": name,
        "pv_count": "1",
        "lv_count": str(len(inside)),
        "snap_count": str(sum(bool(v.origin) for v in inside)),
        "vg_attr": "wz--n-",
        "vg_size": f"{size}B",
        "vg_free": f"{free_mib(call, name) * 1048576}B",
        "vg_missing_pv_count": "0",
        "vg_uuid": _uuid(f"{call.host}/{name}"),
    }


def _disk(call: Call, group: str) -> dict[str, str]:
    return {
        "pv_name": _device_below(call, group),
        "vg_name": group,
        "pv_fmt": "lvm2",
        "pv_attr": "a--",
        "pv_size": f"{size_mib(call, group) * 1048576}B",
        "pv_free": f"{free_mib(call, group) * 1048576}B",
        "pv_missing": "",
    }


def _device_below(call: Call, group: str) -> str:
    state = call.state
    if group != state.group:
        return f"/dev/mapper/{group}-disk"
    return f"/dev/drbd{state.replicas[state.pool].minor}" if state.pool else "/dev/vdc"


def _used_percent(call: Call, snapshot: Volume) -> float:
    """How full a snapshot is: its origin's VM writes into it what it overwrites."""
    above = (
        replica
        for replica in call.state.replicas.values()
        if (replica.group, replica.volume) == (snapshot.group, snapshot.origin)
    )
    rate = sum(replica.write_kib_s for replica in above)
    written = (call.world.time - snapshot.made_at) * rate
    return min(100.0 * written / max(snapshot.size_mib * 1024, 1), 100.0)


def _attributes(call: Call, volume: Volume, *, is_held: bool) -> str:
    """``lv_attr``: kind, permission, allocation, fixed minor, state, open … (lvs(8))."""
    has_snapshot = any((v.group, v.origin) == (volume.group, volume.name) for v in volumes(call))
    kind = "s" if volume.origin else "o" if has_snapshot else "-"
    state = "I" if volume.origin and _used_percent(call, volume) >= 100.0 else "a"
    return f"{kind}wi-{state}{'o' if is_held else '-'}{'s' if volume.origin else '-'}---"


def _volume(call: Call, volume: Volume) -> dict[str, str]:
    is_held = is_open(call, volume)
    return {
        "lv_name": volume.name,
        "vg_name": volume.group,
        "lv_size": f"{volume.size_mib * 1048576}B",
        "lv_attr": _attributes(call, volume, is_held=is_held),
        "lv_uuid": _uuid(f"{call.host}/{volume.group}/{volume.seed or volume.name}"),
        "lv_path": f"/dev/{volume.group}/{volume.name}",
        "lv_tags": volume.tags,
        "lv_active": "active",
        "lv_device_open": "open" if is_held else "",
        "origin": volume.origin,
        "data_percent": f"{_used_percent(call, volume):.2f}" if volume.origin else "",
    }


def _uuid(seed: str) -> str:
    digest = hashlib.sha256(seed.encode()).digest()
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest)
    parts = [letters[0:6], *(letters[n : n + 4] for n in range(6, 26, 4)), letters[26:32]]
    return "-".join(parts)
