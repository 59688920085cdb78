"""``replica``: the mirrors between the SAN servers, seen from both sides and acted on by hand."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import moment, size
from xenadmin_gui.cli.parser import UsageError
from xenadmin_gui.cli.parting import show_parting
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.sannames import find_replica
from xenadmin_gui.cli.sanrecords import replica_details, replica_record
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.domain.san import Replica, ReplicaSide
from xenadmin_gui.operations.san.replica import ReplicaDraft, ReplicaVerb
from xenadmin_gui.operations.san.splitbrain import SplitBrainResolve
from xenadmin_gui.operations.san.verifyschedule import VerifySchedule


def replica_list(call: Call) -> int:
    """List the replicas, a line for each side."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    if call.output.as_json:
        call.output.json([replica_record(replica) for replica in snapshot.san.replicas])
        return ExitCode.DONE
    show_sides(call, snapshot.san.replicas)
    return ExitCode.DONE


def show_sides(call: Call, replicas: tuple[Replica, ...]) -> None:
    """Print each side of the replicas in a line."""
    out = call.output
    out.table(
        ("REPLICA", "DISK", "ON", "ROLE", "CONNECTION", ">SYNC", ">OUT OF SYNC"),
        [
            (
                replica.name,
                out.state(side.health, _disk(replica, side)),
                side.server,
                side.role or "-",
                side.connection or "-",
                "" if side.sync_percent is None else f"{side.sync_percent:.0f} %",
                size(side.out_of_sync_bytes),
            )
            for replica in replicas
            for side in replica.sides
        ],
    )


def _disk(replica: Replica, side: ReplicaSide) -> str:
    disk = (side.disk or "unknown") if side.is_up else "down"
    return disk if replica.work is None else f"{disk}, {replica.work.words}"


def replica_show(call: Call) -> int:
    """Show one replica from both sides, with what its state means."""
    snapshot = call.fresh()
    replica = find_replica(snapshot, call.arguments.name)
    out = call.output
    record = replica_details(replica, snapshot)
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    out.fields(
        [
            ("replica", replica.name),
            ("device", replica.device),
            ("volume", replica.volume),
            ("network", replica.network),
            ("file", replica.config_file),
            ("compared", _compared(replica)),
            ("not asked", ", ".join(replica.unasked)),
        ]
    )
    out.line()
    show_sides(call, (replica,))
    out.line()
    for side in replica.sides:
        means, todo = side.meaning
        out.line(f"{side.server}: {means} {todo}".rstrip())
    for finding in record["findings"]:
        out.line(f"! {finding['sentence']} {finding['next_step']}".rstrip())
    return ExitCode.DONE


def _compared(replica: Replica) -> str:
    """When its sides are compared, and what came of it the last time."""
    found, parts = replica.verified, []
    if replica.schedule:
        parts.append(f"by the schedule {replica.schedule}")
    if found is not None:
        differs = size(found.out_of_sync_bytes) if found.out_of_sync_bytes else ""
        said = f"last on {found.server}, {moment(found.ended)}: {found.result} {differs}"
        parts.append(said.rstrip())
    return "; ".join(parts)


def replica_act(call: Call) -> int:
    """Do the verb to the replicas named."""
    snapshot, arguments = call.fresh(), call.arguments
    names = dict.fromkeys(find_replica(snapshot, name).name for name in arguments.names)
    if arguments.verb == "verify":
        if arguments.all:
            names = dict.fromkeys(replica.name for replica in snapshot.san.replicas)
        if arguments.unschedule:
            return carry_out(call, VerifySchedule(tuple(names), ""))
        if arguments.schedule is not None:
            return carry_out(call, VerifySchedule(tuple(names), _calendar(arguments.schedule)))
    return carry_out(call, ReplicaDraft(ReplicaVerb(arguments.verb), tuple(names), arguments.on))


def _calendar(text: str) -> str:
    """An empty schedule would end it, which is said otherwise.

    Raises:
        UsageError: It is empty.
    """
    if not text.strip():
        raise UsageError("The schedule is empty.", next_step="Say 'Sun 03:00', or --unschedule.")
    return text.strip()


def replica_resolve(call: Call) -> int:
    """End a split brain, or tell what is known of both sides."""
    snapshot = call.fresh()
    replica = find_replica(snapshot, call.arguments.name)
    if call.arguments.loser:
        return carry_out(call, SplitBrainResolve(replica.name, call.arguments.loser))
    return show_parting(call, snapshot, replica)
