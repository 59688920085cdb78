"""What DRBD 8.4 reports: drbdadm status, drbdsetup events2, /proc/drbd, drbdadm dump-xml."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import Replica, Side, Sync
from xenadmin_gui.sim.resfile import configured
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_HEAD = "version: 8.4.11 (api:1/proto:86-101)\nsrcversion: F73C670A7EC572DB9CF3E5B \n\n"


@dataclass(frozen=True, slots=True)
class Seen:
    """A replica as one server sees it."""

    replica: Replica
    side: Side
    connection: str
    replication: str
    peer_role: str
    peer_disk: str
    left_kib: int
    out_of_sync_kib: int


def drbdsetup(call: Call) -> Answer:
    """``drbdsetup events2 --now --statistics``."""
    words = set(call.arguments)
    if not call.arguments or call.arguments[0] != "events2" or "--now" not in words:
        return usage(call)
    return Answer(0, "".join(_events(call, seen) for seen in all_seen(call)) + "exists -\n")


def proc_drbd(call: Call) -> str | None:
    """Return ``/proc/drbd``; None on a machine without DRBD."""
    if call.machine.is_host:
        return None
    return _HEAD + "".join(_proc(call, seen) for seen in all_seen(call))


def all_seen(call: Call) -> list[Seen]:
    """Return the replicas that the kernel of the machine knows."""
    replicas = call.state.replicas.values()
    here = [r for r in replicas if call.host in r.sides and r.sides[call.host].is_up]
    return [_seen(call, replica) for replica in here]


def _seen(call: Call, replica: Replica) -> Seen:
    side = replica.sides[call.host]
    other = replica.sides.get(san.peer_of(replica, call.host))
    missed = int(san.missed_kib(replica, side, call.world.time))
    if side.is_standalone:
        return Seen(replica, side, "StandAlone", "Off", "Unknown", "DUnknown", 0, missed)
    if not replica.is_connected or other is None:
        return Seen(replica, side, "Connecting", "Off", "Unknown", "DUnknown", 0, missed)
    left, replication = 0, "Established"
    if replica.sync is not None:
        left = int(san.sync_left_kib(replica.sync, call.world.time))
        replication = _activity(replica.sync, call.host)
    is_compared = replica.sync is not None and replica.sync.is_verify
    missed = replica.found_kib + (0 if is_compared else left)
    return Seen(replica, side, "Connected", replication, other.role, other.disk, left, missed)


def _activity(sync: Sync, host: str) -> str:
    is_source = sync.source == host
    if sync.is_verify:
        return "VerifyS" if is_source else "VerifyT"
    if sync.is_paused:
        return "PausedSyncS" if is_source else "PausedSyncT"
    return "SyncSource" if is_source else "SyncTarget"


def status(seen: Seen) -> str:
    text = f"{seen.replica.name} role:{seen.side.role}\n  disk:{seen.side.disk}\n"
    if seen.connection == "Connected":
        text += f"  peer role:{seen.peer_role}\n"
        text += f"    replication:{seen.replication} peer-disk:{seen.peer_disk}"
        text += f" done:{_done(seen):.2f}\n" if seen.left_kib else "\n"
    elif seen.connection == "Connecting":
        text += "  peer connection:Connecting\n"
    return text + "\n"


def _done(seen: Seen) -> float:
    return 100.0 * (1 - seen.left_kib / max(seen.replica.size_kib, 1))


def _written(call: Call, seen: Seen) -> int:
    since = min(machine.powered_at for machine in call.state.machines.values())
    return int((call.world.time - since) * seen.replica.write_kib_s)


def _events(call: Call, seen: Seen) -> str:
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


def _proc(call: Call, seen: Seen) -> str:
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


def dump(call: Call) -> str:
    """Return what ``drbdadm dump-xml`` makes of the files of the machine."""
    text = (
        '<config file="/etc/drbd.conf">\n    <common>\n        <section name="net">\n'
        '            <option name="protocol" value="C"/>\n'
        '            <option name="verify-alg" value="crc32c"/>\n        </section>\n'
        "    </common>\n"
    )
    for one in configured(call.machine).values():
        text += f'    <resource name={quoteattr(one.name)} conf-file-line="{one.path}:1">\n'
        for server, address in one.addresses.items():
            text += (
                f'        <host name="{server}">\n            <volume vnr="0">\n'
                f'                <device minor="{one.minor}">/dev/drbd{one.minor}</device>\n'
                f"                <disk>{one.disks.get(server, '')}</disk>\n"
                "                <meta-disk>internal</meta-disk>\n            </volume>\n"
                f'            <address family="ipv4" port="{one.port}">'
                f"{address}</address>\n        </host>\n"
            )
        text += "    </resource>\n"
    return text + "</config>\n"
