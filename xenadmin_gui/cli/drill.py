"""``drill``: break and mend the simulated cluster, and let its time pass."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.output import moment
from xenadmin_gui.cli.records import event_record
from xenadmin_gui.domain.errors import ExitCode, PreconditionError


def drill(call: Call) -> int:
    """Do it, then say what is to be seen of it by now."""
    session, out, arguments = call.session, call.output, call.arguments
    if session.drill is None:
        raise PreconditionError(
            f"{session.name} is a real cluster: its plugs are not pulled from here.",
            next_step="Say --demo or --demo=DIR.",
            code="not-simulated",
        )
    with interruptible(call.context):
        before = session.refresh(call.context)
    last = max((event.id for event in session.events.events(limit=1)), default=0)
    match arguments.verb:
        case "power-off":
            session.drill.power_off(arguments.server)
        case "power-on":
            session.drill.power_on(arguments.server)
        case "cut":
            session.drill.cut(arguments.network, arguments.server)
        case "mend":
            session.drill.mend(arguments.network, arguments.server)
        case "split-brain":
            session.drill.split_brain(arguments.replica)
        case "advance":
            session.drill.advance(arguments.seconds)
    with interruptible(call.context):
        after = session.refresh(call.context)
    events = [e for e in session.events.events()[::-1] if e.id > last]
    if out.as_json:
        out.json(
            {
                "time": session.clock.now(),
                "passed_s": round(session.clock.now() - before.taken_at, 3),
                "servers": {s.name: s.state.value for s in after.servers.values()},
                "events": [event_record(event) for event in events],
            }
        )
        return ExitCode.DONE
    out.line(f"It is {moment(session.clock.now())} in the simulated cluster.")
    for event in events:
        out.line(f"{out.sign(event.health)} {event.sentence}")
    return ExitCode.DONE
