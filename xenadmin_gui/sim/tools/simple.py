"""Small programs: date, echo, hostname, true, uname."""

from __future__ import annotations

import time

from xenadmin_gui.sim.tools.call import Answer, Call


def date(call: Call) -> Answer:
    """``date [+%s]``."""
    if call.arguments == ("+%s",):
        return Answer(0, f"{int(call.world.time)}\n")
    return Answer(0, time.strftime("%a %b %e %H:%M:%S UTC %Y\n", time.gmtime(call.world.time)))


def echo(call: Call) -> Answer:
    """``echo WORD …``."""
    return Answer(0, " ".join(call.arguments) + "\n")


def hostname(call: Call) -> Answer:
    """``hostname``."""
    return Answer(0, f"{call.host}\n")


def true(call: Call) -> Answer:
    """``true``."""
    return Answer()


def uname(call: Call) -> Answer:
    """``uname`` with its usual options."""
    words = set(call.arguments)
    if words & {"-n", "--nodename"}:
        return Answer(0, f"{call.host}\n")
    return Answer(0, "6.1.0-56-amd64\n" if words & {"-r", "--kernel-release"} else "Linux\n")
