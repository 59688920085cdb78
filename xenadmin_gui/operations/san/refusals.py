"""Why drafts about the SAN are refused, where several of them say the same."""

from __future__ import annotations

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.asked import why_no_users
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.san.layout import SanLayout, ServedBy
from xenadmin_gui.operations.sancondition import GroupRoom, ReplicaInSync
from xenadmin_gui.operations.sanexplain import san_why_not
from xenadmin_gui.operations.sanholds import san_holds

LOOK_AGAIN = "Look at the list again."


def not_changeable(layout: SanLayout, key: Key | None = None) -> tuple[Problem, ...]:
    """Say why nothing of the SAN can be changed from here; empty when it can."""
    if not layout.reason:
        return ()
    return (Problem(layout.reason, "Change it where it is made.", key, "no-pacemaker"),)


def not_served(layout: SanLayout, key: Key | None = None) -> tuple[Problem, ...]:
    """Say why Pacemaker cannot be told anything about the SAN; empty when it can."""
    if layout.served_by is not ServedBy.LIO or layout.reason:
        return not_changeable(layout, key)
    sentence = "LIO serves this SAN by itself: that goes with Pacemaker only."
    return (Problem(sentence, "Change it where it is made.", key, "no-pacemaker"),)


def unknown_users(snapshot: Snapshot, key: Key) -> tuple[Problem, ...]:
    """Say why nobody knows that no VM uses a LUN or a volume; empty when it is known."""
    sentence = why_no_users(snapshot)
    if not sentence:
        return ()
    step = "Bring it back, or have it fenced, first: a VM there may run from this."
    return (Problem(sentence, step, key, "users-unknown"),)


def no_volume(group: str, name: str) -> Problem:
    """There is no such volume."""
    key = Key(Kind.VOLUME, f"{group}/{name}")
    return Problem(f"There is no volume {group}/{name}.", LOOK_AGAIN, key, "no-volume", "name")


def no_replica(name: str) -> Problem:
    """There is no such replica."""
    key = Key(Kind.REPLICA, name)
    return Problem(f"There is no replica {name}.", LOOK_AGAIN, key, "no-replica", "replica")


def cannot_compare(replica: Replica) -> tuple[Problem, ...]:
    """DRBD compares only with an algorithm that its configuration names."""
    if replica.verify_alg != "":
        return ()
    sentence = f"DRBD has nothing to compare {replica.name} with: no verify-alg is configured."
    step = (
        "Write 'verify-alg crc32c;' into the net section of /etc/drbd.d/global_common.conf on both "
        f"servers, then run 'drbdadm adjust {replica.name}' there."
    )
    return (Problem(sentence, step, replica.key, "no-verify-alg"),)


def no_server(name: str, key: Key | None, field: str) -> Problem:
    """The name is not that of a SAN server."""
    sentence = f"{name} is no SAN server." if name else "No SAN server was named."
    return Problem(sentence, LOOK_AGAIN, key, "no-server", field)


def silent(snapshot: Snapshot, names: tuple[str, ...], key: Key | None) -> tuple[Problem, ...]:
    """Say which of the machines have to answer and do not."""
    found = []
    for name in names:
        server = snapshot.servers.get(name)
        if server is None or not server.is_up:
            reason = "" if server is None else server.reason
            sentence = f"{name} has to answer for that and does not. {reason}".strip()
            found.append(Problem(sentence, f"Bring {name} back first.", key, "silent"))
    return tuple(found)


def not_in_sync(snapshot: Snapshot, replicas: tuple[str, ...]) -> tuple[Problem, ...]:
    """Say which replicas are not in sync, or may not be."""
    found = []
    for name in replicas:
        condition = ReplicaInSync(name)
        if san_holds(condition, snapshot) is not True:
            sentence = san_why_not(condition, snapshot)
            step = "Wait for the resync, or connect the replica."
            found.append(Problem(sentence, step, Key(Kind.REPLICA, name), "not-in-sync"))
    return tuple(found)


def missing_room(
    snapshot: Snapshot, server: str, group: str, needed_bytes: int
) -> tuple[Problem, ...]:
    """Say what a volume group of a server lacks for ``needed_bytes`` more."""
    condition = GroupRoom(server, group, needed_bytes)
    if san_holds(condition, snapshot) is True:
        return ()
    step = "Choose a smaller size, or give the group another disk."
    key = Key(Kind.VOLUME_GROUP, f"{server}/{group}")
    return (Problem(san_why_not(condition, snapshot), step, key, "group-full", "size_bytes"),)


def serving_replicas(layout: SanLayout) -> tuple[str, ...]:
    """Return the replicas that the SAN is served from: Pacemaker's, and those below a group."""
    below: list[str] = [group.replica for group in layout.snapshot.san.groups if group.replica]
    return tuple(dict.fromkeys((*(clone.replica for clone in layout.clones), *below)))
