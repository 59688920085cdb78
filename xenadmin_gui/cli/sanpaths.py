"""``path`` and ``session``: how the hosts reach the LUNs."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.sanrecords import path_record, session_record
from xenadmin_gui.domain.errors import ExitCode, PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb


def path_list(call: Call) -> int:
    """List the paths of every host, or of one."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    hosts, out = _hosts(call, snapshot), call.output
    found = [
        (multipath, path)
        for multipath in snapshot.san.multipaths
        if multipath.host in hosts
        for path in multipath.paths
    ]
    if out.as_json:
        out.json([path_record(multipath, path) for multipath, path in found])
        return ExitCode.DONE
    out.table(
        ("HOST", "LUN", "NETWORK", "STATE", ">PRIORITY", "DEVICE", "MEANS"),
        [
            (
                multipath.host,
                multipath.wwid,
                path.network or "-",
                out.state(path.health, path.state),
                str(path.priority),
                path.device,
                "" if path.state == "ready" else " ".join(filter(None, path.meaning)),
            )
            for multipath, path in found
        ],
    )
    return ExitCode.DONE


def session_list(call: Call) -> int:
    """List the iSCSI sessions of every host, or of one."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    hosts, out = _hosts(call, snapshot), call.output
    sessions = [session for session in snapshot.san.sessions if session.host in hosts]
    if out.as_json:
        out.json([session_record(session) for session in sessions])
        return ExitCode.DONE
    out.table(
        ("HOST", "NETWORK", "PORTAL", "STATE", "TARGET"),
        [
            (s.host, s.network or "-", s.portal, out.state(s.health, s.state), s.target)
            for s in sessions
        ],
    )
    return ExitCode.DONE


def session_act(call: Call) -> int:
    """Log hosts in or out, or have them look for new LUNs."""
    given = call.arguments
    call.fresh()
    hosts, networks = dict.fromkeys(given.hosts), dict.fromkeys(given.network)
    return carry_out(call, InitiatorDraft(InitiatorVerb(given.verb), tuple(hosts), tuple(networks)))


def _hosts(call: Call, snapshot: Snapshot) -> set[str]:
    """The hosts that are asked for.

    Raises:
        PreconditionError: There is no such host.
    """
    known = {host.name for host in snapshot.hosts}
    wanted: str | None = call.arguments.host
    if wanted is None:
        return known
    if wanted not in known:
        raise PreconditionError(f"There is no host {wanted}.", code="no-such-host")
    return {wanted}
