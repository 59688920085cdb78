"""``drbdadm`` of DRBD 8.4: everything that changes a replica, with the kernel's refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from xenadmin_gui.sim import replicas, san
from xenadmin_gui.sim.model import Replica, Side, Sync
from xenadmin_gui.sim.resfile import configured
from xenadmin_gui.sim.tools import drbd
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_NOTHING = "# No currently configured DRBD found.\n"
_MULTIPLE = "(-1) Multiple primaries not allowed by config"
_NO_DATA = "(-2) Need access to UpToDate data"
_HELD = "(-12) Device is held open by someone"


def drbdadm(call: Call) -> Answer:
    """``drbdadm VERB [OPTION …] NAME[/0] …``."""
    verb, *rest = call.arguments or ("",)
    options = {word for word in rest if word.startswith("-")}
    names = [word.partition("/")[0] for word in rest if not word.startswith("-")]
    if verb == "status":
        return _status(call, names)
    if verb == "dump-xml" and not names:
        return Answer(0, drbd.dump(call))
    if not names or not (verb in _VERBS or verb in _ON_SIDES):
        return usage(call)
    known = configured(call.machine)
    if "all" in names:
        names = list(known)
    for name in names:
        if name not in known:
            return Answer(1, "", f"'{name}' not defined in your config (for this host).\n")
        answer = _act(call, verb, name, options)
        if answer.exit_status:
            return answer
    return answer if names else Answer()


def _act(call: Call, verb: str, name: str, options: set[str]) -> Answer:
    if verb in _VERBS:
        return _VERBS[verb](call, name, options)
    found = _side(call, name)
    return _ON_SIDES[verb](call, *found, options) if found else _unknown(call, name, verb)


def _status(call: Call, names: list[str]) -> Answer:
    seen = drbd.all_seen(call)
    missing = [name for name in names if name not in {one.replica.name for one in seen}]
    if missing:
        return Answer(10, "", f"{missing[0]}: No such resource\n")
    if not seen:
        return Answer(0, "", _NOTHING)
    wanted = [one for one in seen if not names or one.replica.name in names]
    return Answer(0, "".join(map(drbd.status, wanted)))


def _side(call: Call, name: str) -> tuple[Replica, Side] | None:
    """Return the replica and its side here when the kernel knows it."""
    replica = call.state.replicas.get(name)
    side = replica.sides.get(call.host) if replica is not None else None
    return (replica, side) if replica is not None and side is not None and side.is_up else None


def _unknown(call: Call, name: str, verb: str) -> Answer:
    minor = configured(call.machine)[name].minor
    text = f"{minor}: Failure: (127) Device minor not allocated\n"
    return Answer(
        10, "", text + f"Command 'drbdsetup-84 {verb} {minor}' terminated with exit code 10\n"
    )


def _refused(replica: Replica, verb: str, why: str, code: int = 11) -> Answer:
    return Answer(
        code,
        "",
        f"{replica.minor}: State change failed: {why}\n"
        f"Command 'drbdsetup-84 {verb} {replica.minor}' terminated with exit code {code}\n",
    )


def _failure(replica: Replica, verb: str, why: str) -> Answer:
    return Answer(
        10,
        "",
        f"{replica.minor}: Failure: {why}\n"
        f"Command 'drbdsetup-84 {verb} {replica.minor}' terminated with exit code 10\n",
    )


def _create_md(call: Call, name: str, options: set[str]) -> Answer:
    wanted = configured(call.machine)[name]
    if _side(call, name) is not None:
        text = f"Device '{wanted.minor}' is configured!\n"
        return Answer(
            20,
            "",
            text + f"Command 'drbdmeta {wanted.minor} v08 {wanted.disks.get(call.host)} internal "
            "create-md' terminated with exit code 20\n",
        )
    if not replicas.create_metadata(call.world, call.machine, wanted):
        disk = wanted.disks.get(call.host, "")
        return Answer(20, "", f"open({disk}) failed: No such file or directory\n")
    return Answer(
        0,
        "initializing activity log\ninitializing bitmap (4 KB) to all zero\n"
        "Writing meta data...\nNew drbd meta data block successfully created.\n",
    )


def _up(call: Call, name: str, options: set[str]) -> Answer:
    wanted = configured(call.machine)[name]
    if _side(call, name) is not None:
        text = f"{wanted.minor}: Failure: (124) Device is attached to a disk (use detach first)\n"
        return Answer(10, "", text)
    why = replicas.bring_up(call.world, call.machine, wanted)
    if why == "no-disk":
        disk = wanted.disks.get(call.host, "")
        return Answer(1, "", f"open({disk}) failed: No such file or directory\n")
    if why == "no-metadata":
        return Answer(
            1,
            "",
            "No valid meta data found\n"
            f"Command 'drbdmeta {wanted.minor} v08 {wanted.disks.get(call.host)} internal "
            "apply-al' terminated with exit code 255\n",
        )
    return Answer()


def _down(call: Call, name: str, options: set[str]) -> Answer:
    found = _side(call, name)
    if found is None:
        return Answer()
    if replicas.is_open(call.state, call.host, found[0]):
        return _refused(found[0], "down", _HELD)
    replicas.take_down(call.world, found[0], call.host)
    return Answer()


def _primary(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    peer = san.peer_of(replica, call.host)
    forced = bool(options & {"--force", "-f"}) and side.disk != "UpToDate"
    other = replica.sides.get(peer)
    if replica.is_connected and other is not None and other.role == "Primary":
        return _refused(replica, "primary", _MULTIPLE)
    if forced:
        side.disk, side.is_blank = "UpToDate", False
    elif side.disk != "UpToDate" and (
        not replica.is_connected or other is None or other.disk != "UpToDate"
    ):
        return _refused(replica, "primary", _NO_DATA, 17)
    san.make_primary(call.world, replica, call.host)
    if forced and replica.is_connected:
        san.begin_sync(call.world, replica, call.host, peer, replica.size_kib)
    return Answer()


def _secondary(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    if side.role == "Primary" and replicas.is_open(call.state, call.host, replica):
        return _refused(replica, "secondary", _HELD)
    san.demote(call.world, replica, call.host)
    return Answer()


def _connect(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    discards = "--discard-my-data" in options
    if discards and side.role == "Primary":
        return _failure(replica, "connect", "(123) --discard-my-data not allowed when primary.")
    if not side.is_standalone:
        return _failure(replica, "connect", "(125) Device has a net-config (use disconnect first)")
    side.is_standalone, side.discards = False, discards
    call.world.touch()
    return Answer()


def _disconnect(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    side.is_standalone, side.discards = True, False
    call.world.touch()
    return Answer()


def _verify(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    if not replica.is_connected:
        return _refused(replica, "verify", "(-15) Need a connection to start verify or resync")
    if replica.sync is not None:
        return _refused(
            replica, "verify", "(-14) Can not start OV/resync since it is already active"
        )
    peer, left = san.peer_of(replica, call.host), float(replica.size_kib)
    san.begin_sync(call.world, replica, call.host, peer, left, verify=True)
    return Answer()


def _pause(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    sync = replica.sync
    if sync is None:
        return Answer()
    if sync.is_paused:
        return _failure(replica, "pause-sync", "(135) Sync-pause flag is already set")
    _set_paused(call, sync, is_paused=True)
    return Answer()


def _resume(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    sync = replica.sync
    if sync is None or not sync.is_paused:
        return _failure(replica, "resume-sync", "(136) Sync-pause flag is already cleared")
    _set_paused(call, sync, is_paused=False)
    due = call.world.time + sync.left_kib / san.SYNC_KIB_S
    call.world.schedule(due, "sync", replica.name)
    return Answer()


def _set_paused(call: Call, sync: Sync, *, is_paused: bool) -> None:
    sync.left_kib = san.sync_left_kib(sync, call.world.time)
    sync.started_at, sync.is_paused = call.world.time, is_paused
    call.world.touch()


def _invalidate(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    peer = san.peer_of(replica, call.host)
    if replica.is_connected and replica.sides[peer].disk == "UpToDate":
        san.begin_sync(call.world, replica, peer, call.host, replica.size_kib)
        return Answer()
    if side.role == "Primary":
        return _refused(replica, "invalidate", _NO_DATA, 17)
    side.disk, side.is_blank = "Inconsistent", True
    call.world.touch()
    return Answer()


def _new_uuid(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    sides = replica.sides.values()
    if not replica.is_connected or (
        "--clear-bitmap" in options and any(side.disk != "Inconsistent" for side in sides)
    ):
        return _failure(replica, "new-current-uuid", "(151) Drbd state is not suited for this")
    for side in sides:
        side.disk, side.is_blank = "UpToDate", False
    call.world.touch()
    return Answer()


def _resize(call: Call, replica: Replica, side: Side, options: set[str]) -> Answer:
    if not any(side.role == "Primary" for side in replica.sides.values()):
        return _failure(replica, "resize", "(131) Need one Primary node to resize.")
    if not replica.is_connected:
        return _failure(
            replica, "resize", "(142) Need a connection for this (or --assume-peer-has-space)"
        )
    if replica.sync is not None:
        return _failure(replica, "resize", "(130) Resize not allowed during resync.")
    disks = configured(call.machine)[replica.name].disks
    below = [replicas.volume_at(call.state, server, disk) for server, disk in disks.items()]
    size = min((replicas.size_kib_of(v) for v in below if v is not None), default=replica.size_kib)
    grown, replica.size_kib = size - replica.size_kib, size
    if grown > 0 and "--assume-clean" not in options:
        source = next(s for s, side in replica.sides.items() if side.role == "Primary")
        san.begin_sync(call.world, replica, source, san.peer_of(replica, source), grown)
    call.world.touch()
    return Answer()


def _get_gi(call: Call, name: str, options: set[str]) -> Answer:
    replica = call.state.replicas.get(name)
    side = replica.sides.get(call.host) if replica is not None else None
    if side is None or side.is_blank:
        return Answer(0, "0000000000000004:" + "0000000000000000:" * 3 + "0:0:0:0:0:0\n")
    current, bitmap = _identifier(f"{name}/{side.wrote_alone and call.host}"), "0" * 16
    if side.wrote_alone:
        bitmap = _identifier(f"{name}/False")
    flags = "1:1:1" if side.disk == "UpToDate" else "0:0:1"
    history = f"{_identifier(name + '/1')}:{_identifier(name + '/2')}"
    return Answer(0, f"{current}:{bitmap}:{history}:{flags}:0:0:0\n")


def _identifier(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:16].upper()


def _dump_md(call: Call, name: str, options: set[str]) -> Answer:
    wanted = configured(call.machine)[name]
    if _side(call, name) is not None:
        return Answer(20, "", f"Device '{wanted.minor}' is configured!\n")
    volume = replicas.volume_at(call.state, call.host, wanted.disks.get(call.host, ""))
    replica = call.state.replicas.get(name)
    is_there = replica is not None and call.host in replica.sides
    if volume is None or (volume.parked is None and not is_there):
        return Answer(255, "", "No valid meta data found\n")
    size = replicas.size_kib_of(volume) * 2
    return Answer(0, f'# DRBD meta data dump\nversion "v08";\n\nla-size-sect {size};\n')


#: What is done to a replica of the configuration, by its name.
_VERBS: dict[str, Callable[[Call, str, set[str]], Answer]] = {
    "create-md": _create_md,
    "down": _down,
    "dump-md": _dump_md,
    "get-gi": _get_gi,
    "up": _up,
}
#: What is done to this side of a replica that the kernel knows.
_ON_SIDES: dict[str, Callable[[Call, Replica, Side, set[str]], Answer]] = {
    "connect": _connect,
    "disconnect": _disconnect,
    "invalidate": _invalidate,
    "new-current-uuid": _new_uuid,
    "pause-sync": _pause,
    "primary": _primary,
    "resize": _resize,
    "resume-sync": _resume,
    "secondary": _secondary,
    "verify": _verify,
}
