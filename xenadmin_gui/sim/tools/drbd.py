"""DRBD 8.4's tools: drbdadm status, drbdsetup events2, /proc/drbd, drbdadm dump-xml."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import REPLICATION, Replica, Side
from xenadmin_gui.sim.reach import networks_of
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_HEAD = "version: 8.4.11 (api:1/proto:86-101)\nsrcversion: F73C670A7EC572DB9CF3E5B \n\n"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A replica as one server sees it."""

    replica: Replica
    side: Side
    connection: str
    replication: str
    peer_role: str
    peer_disk: str
    left_kib: int
    out_of_sync_kib: int


def drbdadm(call: Call) -> Answer:
    """``drbdadm status [RES]``, ``dump-xml``, ``connect``, ``disconnect``, ``role`` …."""
    words = call.arguments
    if words[:1] == ("status",):
        seen = [s for s in _all_seen(call) if not words[1:] or s.replica.name in words[1:]]
        return Answer(0, "".join(map(_status, seen)))
    if words == ("dump-xml",):
        return Answer(0, _dump(call))
    if len(words) == 2 and words[0] in ("connect", "disconnect"):
        return _set_connection(call, words[1], is_alone=words[0] == "disconnect")
    return usage(call)


def drbdsetup(call: Call) -> Answer:
    """``drbdsetup events2 --now --statistics``."""
    words = set(call.arguments)
    if not call.arguments or call.arguments[0] != "events2" or "--now" not in words:
        return usage(call)
    return Answer(0, "".join(_events(call, seen) for seen in _all_seen(call)) + "exists -\n")


def proc_drbd(call: Call) -> str | None:
    """Return ``/proc/drbd``; None on a machine without DRBD."""
    if call.machine.is_host:
        return None
    return _HEAD + "".join(_proc(call, seen) for seen in _all_seen(call))


def _all_seen(call: Call) -> list[_Seen]:
    replicas = call.state.replicas.values()
    here = [r for r in replicas if call.host in r.sides and r.sides[call.host].is_up]
    return [_seen(call, replica) for replica in here]


def _seen(call: Call, replica: Replica) -> _Seen:
    side = replica.sides[call.host]
    other = replica.sides.get(san.peer_of(replica, call.host))
    missed = int(san.missed_kib(replica, side, call.world.time))
    if side.is_standalone:
        return _Seen(replica, side, "StandAlone", "Off", "Unknown", "DUnknown", 0, missed)
    if not replica.is_connected or other is None:
        return _Seen(replica, side, "Connecting", "Off", "Unknown", "DUnknown", 0, missed)
    left, replication = 0, "Established"
    if replica.sync is not None:
        left = int(san.sync_left_kib(replica.sync, call.world.time))
        replication = "SyncSource" if replica.sync.source == call.host else "SyncTarget"
    return _Seen(replica, side, "Connected", replication, other.role, other.disk, left, left)


def _status(seen: _Seen) -> str:
    text = f"{seen.replica.name} role:{seen.side.role}\n  disk:{seen.side.disk}\n"
    if seen.connection == "Connected":
        text += f"  peer role:{seen.peer_role}\n"
        text += f"    replication:{seen.replication} peer-disk:{seen.peer_disk}"
        text += f" done:{_done(seen):.2f}\n" if seen.left_kib else "\n"
    elif seen.connection == "Connecting":
        text += "  peer connection:Connecting\n"
    return text + "\n"


def _done(seen: _Seen) -> float:
    return 100.0 * (1 - seen.left_kib / max(seen.replica.size_kib, 1))


def _written(call: Call, seen: _Seen) -> int:
    since = min(machine.powered_at for machine in call.state.machines.values())
    return int((call.world.time - since) * seen.replica.write_kib_s)


def _events(call: Call, seen: _Seen) -> str:
    name, minor = seen.replica.name, seen.replica.minor
    peer = "" if seen.connection == "StandAlone" else " conn-name:peer"
    wrote = _written(call, seen)
    is_primary = seen.side.role == "Primary"
    sent, received = (wrote, 0) if is_primary else (0, wrote)
    return (
        f"exists resource name:{name} role:{seen.side.role} suspended:no write-ordering:flush\n"
        f"exists connection name:{name} peer-node-id:0{peer} connection:{seen.connection} "
        f"role:{seen.peer_role} congested:no\n"
        f"exists device name:{name} volume:0 minor:{minor} disk:{seen.side.disk} "
        f"size:{seen.replica.size_kib} read:{wrote // 3 if is_primary else 0} written:{wrote} "
        "al-writes:14 bm-writes:0 upper-pending:0 lower-pending:0 al-suspended:no blocked:no\n"
        f"exists peer-device name:{name} peer-node-id:0{peer} volume:0 "
        f"replication:{seen.replication} peer-disk:{seen.peer_disk} resync-suspended:no "
        f"received:{received} sent:{sent} out-of-sync:{seen.out_of_sync_kib} pending:0 unacked:0\n"
    )


def _proc(call: Call, seen: _Seen) -> str:
    states = {"StandAlone": "StandAlone", "Connecting": "WFConnection"}
    state = states.get(seen.connection, seen.replication)
    state = "Connected" if state == "Established" else state
    protocol = " " if state == "StandAlone" else "C"
    wrote = _written(call, seen)
    is_primary = seen.side.role == "Primary"
    text = (
        f"{seen.replica.minor:>2}: cs:{state} ro:{seen.side.role}/{seen.peer_role} "
        f"ds:{seen.side.disk}/{seen.peer_disk} {protocol} r-----\n"
        f"    ns:{wrote if is_primary else 0} nr:{0 if is_primary else wrote} dw:{wrote} "
        f"dr:{wrote // 3 if is_primary else 0} al:14 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:f "
        f"oos:{seen.out_of_sync_kib}\n"
    )
    if seen.left_kib:
        full = int(_done(seen) / 5)
        bar = "=" * full + ">" + "." * max(20 - full, 0)
        seconds = seen.left_kib // san.SYNC_KIB_S
        text += (
            f"\t[{bar}] sync'ed:{_done(seen):>5.1f}% ({seen.left_kib}/{seen.replica.size_kib})K\n"
        )
        text += (
            f"\tfinish: {seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02} "
            f"speed: {san.SYNC_KIB_S:,} ({san.SYNC_KIB_S:,}) K/sec\n"
        )
    return text


def _set_connection(call: Call, name: str, *, is_alone: bool) -> Answer:
    replica = call.state.replicas.get(name)
    if replica is None or call.host not in replica.sides:
        return Answer(1, "", f"'{name}' not defined in your config (for this host).\n")
    replica.sides[call.host].is_standalone = is_alone
    call.world.touch()
    return Answer()


def _dump(call: Call) -> str:
    text = (
        '<config file="/etc/drbd.conf">\n    <common>\n        <section name="net">\n'
        '            <option name="protocol" value="C"/>\n        </section>\n    </common>\n'
    )
    for replica in call.state.replicas.values():
        name, minor = quoteattr(replica.name), replica.minor
        text += f'    <resource name={name} conf-file-line="/etc/drbd.d/{replica.name}.res:1">\n'
        for server in replica.sides:
            text += (
                f'        <host name="{server}">\n            <volume vnr="0">\n'
                f'                <device minor="{minor}">/dev/drbd{minor}</device>\n'
                f"                <disk>/dev/{replica.group}/{replica.volume}</disk>\n"
                "                <meta-disk>internal</meta-disk>\n            </volume>\n"
                f'            <address family="ipv4" port="{replica.port}">'
                f"{_address(call, server)}</address>\n        </host>\n"
            )
        text += "    </resource>\n"
    return text + "</config>\n"


def _address(call: Call, server: str) -> str:
    addresses = call.state.machines[server].addresses
    for network in networks_of(call.state, REPLICATION):
        if network in addresses:
            return addresses[network]
    return next(iter(addresses.values()))
