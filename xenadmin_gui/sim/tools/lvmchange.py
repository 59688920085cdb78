"""What changes volumes: ``lvcreate``, ``lvextend``, ``lvremove`` … (LVM 2.03.16)."""

from __future__ import annotations

import re

from xenadmin_gui.sim import replicas
from xenadmin_gui.sim.model import Volume
from xenadmin_gui.sim.tools import lvm
from xenadmin_gui.sim.tools.call import Answer, Call, usage

EXTENT_MIB = 4
_REFUSED, _BAD_OPTION = 5, 3
_VALUES = frozenset({"--size", "-L", "--name", "-n", "--wipesignatures", "-W", "--addtag"})
_UNITS = {"b": 1, "k": 1024, "m": 1024**2, "": 1024**2, "g": 1024**3, "t": 1024**4}


def lvcreate(call: Call) -> Answer:
    """``lvcreate [--snapshot] --size N --name NAME GROUP[/ORIGIN]``."""
    values, flags, words = _read(call)
    size, name = _extents(values), values.get("--name") or values.get("-n", "")
    if size is None or not name or len(words) != 1:
        return usage(call)
    group, _, origin = words[0].removeprefix("/dev/").partition("/")
    if group not in lvm.groups(call):
        return _no_group(group)
    if _find(call, group, name) is not None:
        return _refused(f'Logical Volume "{name}" already exists in volume group "{group}"')
    is_snapshot = bool(flags & {"--snapshot", "-s"})
    if is_snapshot and _find(call, group, origin) is None:
        return _missing(group, origin)
    free = lvm.free_mib(call, group) // EXTENT_MIB
    if size > free:
        return _refused(
            f'Volume group "{group}" has insufficient free space ({free} extents): {size} required.'
        )
    made = Volume(name, group, size * EXTENT_MIB, origin=origin if is_snapshot else "")
    made.made_at = call.world.time
    made.seed = f"{name}@{call.world.time}"
    lvm.volumes(call).append(made)
    call.world.touch()
    return Answer(0, f'  Logical volume "{name}" created.\n')


def lvextend(call: Call) -> Answer:
    """``lvextend --size N GROUP/NAME``."""
    values, _, words = _read(call)
    size = _extents(values)
    if size is None or len(words) != 1:
        return usage(call)
    group, _, name = words[0].removeprefix("/dev/").partition("/")
    volume = _find(call, group, name)
    if volume is None:
        return _missing(group, name)
    before = volume.size_mib // EXTENT_MIB
    if size == before:
        return _refused(f"New size ({size} extents) matches existing size ({before} extents).")
    if size < before:
        return Answer(
            _BAD_OPTION,
            "",
            f"  New size given ({size} extents) not larger than existing size ({before} extents)\n",
        )
    free = lvm.free_mib(call, group) // EXTENT_MIB
    if size - before > free:
        return _refused(
            f"Insufficient free space: {size - before} extents needed, but only {free} available"
        )
    volume.size_mib = size * EXTENT_MIB
    call.world.touch()
    return Answer(
        0,
        f"  Size of logical volume {group}/{name} changed from {_size(before)} "
        f"({before} extents) to {_size(size)} ({size} extents).\n"
        f"  Logical volume {group}/{name} successfully resized.\n",
    )


def lvremove(call: Call) -> Answer:
    """``lvremove --yes GROUP/NAME``; one that is open stays."""
    _, _, words = _read(call)
    if len(words) != 1:
        return usage(call)
    group, _, name = words[0].removeprefix("/dev/").partition("/")
    volume = _find(call, group, name)
    if volume is None:
        return _missing(group, name)
    if lvm.is_open(call, volume):
        return _refused(f"Logical volume {group}/{name} in use.")
    replicas.park(call.state, call.host, volume)
    known = lvm.volumes(call)
    gone = [v for v in known if v is volume or (v.group, v.origin) == (group, name)]
    known[:] = [v for v in known if v not in gone]
    call.world.touch()
    names = [v.name for v in reversed(gone)]
    return Answer(0, "".join(f'  Logical volume "{n}" successfully removed.\n' for n in names))


def lvrename(call: Call) -> Answer:
    """``lvrename GROUP OLD NEW`` or ``lvrename GROUP/OLD GROUP/NEW``; open or not."""
    _, _, words = _read(call)
    if len(words) == 2:
        words = [words[0].partition("/")[0], *(word.rpartition("/")[2] for word in words)]
    if len(words) != 3:
        return usage(call)
    group, old, new = words
    volume = _find(call, group, old)
    if group not in lvm.groups(call):
        return _no_group(group)
    if volume is None:
        return _refused(f"Existing logical volume {group}/{old} not found.")
    if _find(call, group, new) is not None:
        return _refused(f'Logical volume "{new}" already exists in volume group "{group}"')
    replicas.park(call.state, call.host, volume)
    for replica in call.state.replicas.values():
        if replicas.is_below(replica, call.host, volume):
            replica.sides[call.host].volume = new
    for snapshot in lvm.volumes(call):
        if (snapshot.group, snapshot.origin) == (group, old):
            snapshot.origin = new
    volume.seed = volume.seed or old
    volume.name = new
    call.world.touch()
    return Answer(0, f'  Renamed "{old}" to "{new}" in volume group "{group}"\n')


def lvconvert(call: Call) -> Answer:
    """``lvconvert --merge GROUP/SNAPSHOT``: of an origin that is not open."""
    _, flags, words = _read(call)
    if "--merge" not in flags or len(words) != 1:
        return usage(call)
    group, _, name = words[0].removeprefix("/dev/").partition("/")
    snapshot = _find(call, group, name)
    if snapshot is None:
        return _missing(group, name)
    origin = _find(call, group, snapshot.origin)
    if origin is None:
        return _refused(
            f"Command on LV {group}/{name} is invalid on LV with properties: lv_is_cow."
        )
    if lvm.is_open(call, origin):
        later = f"Merging of snapshot {group}/{name} will occur on next activation of"
        text = f"  Delaying merge since origin is open.\n  {later} {group}/{origin.name}.\n"
        return Answer(0, text)
    lvm.volumes(call).remove(snapshot)
    call.world.touch()
    return Answer(
        0,
        f"  Merging of volume {group}/{name} started.\n  {group}/{origin.name}: Merged: 100.00%\n",
    )


def _read(call: Call) -> tuple[dict[str, str], set[str], list[str]]:
    values: dict[str, str] = {}
    flags: set[str] = set()
    words: list[str] = []
    rest = list(call.arguments)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name in _VALUES:
            values[name] = value if equals or not rest else rest.pop(0)
        elif word.startswith("-"):
            flags.add(word)
        else:
            words.append(word)
    return values, flags, words


def _extents(values: dict[str, str]) -> int | None:
    """Return the size that was asked for, rounded up to extents; None when it is not readable."""
    found = re.fullmatch(r"(\d+)([bkmgt]?)", (values.get("--size") or values.get("-L", "")).lower())
    if found is None:
        return None
    return -(-int(found.group(1)) * _UNITS[found.group(2)] // (EXTENT_MIB * 1024**2))


def _size(extents: int) -> str:
    mib = extents * EXTENT_MIB
    return f"{mib / 1024:.2f} GiB" if mib >= 1024 else f"{mib:.2f} MiB"


def _find(call: Call, group: str, name: str) -> Volume | None:
    return next((v for v in lvm.volumes(call) if (v.group, v.name) == (group, name)), None)


def _refused(sentence: str) -> Answer:
    return Answer(_REFUSED, "", f"  {sentence}\n")


def _no_group(group: str) -> Answer:
    return Answer(
        _REFUSED, "", f'  Volume group "{group}" not found\n  Cannot process volume group {group}\n'
    )


def _missing(group: str, name: str) -> Answer:
    return _refused(f'Failed to find logical volume "{group}/{name}"')
