"""``bash -c`` with the scripts that the application sends; no shell is ever started."""

from __future__ import annotations

from collections.abc import Callable

from xenadmin_gui.sim.tools import library, newguest
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, usage

#: Each answers the scripts that it knows, and None to others: script and its values.
_KNOWN: tuple[Callable[[Call, str, tuple[str, ...]], Answer | Ongoing | None], ...] = (
    library.script,
    newguest.script,
)


def bash(call: Call) -> Answer | Ongoing:
    """``bash -c SCRIPT bash WORD …``."""
    words = call.arguments
    if len(words) < 3 or words[0] != "-c":
        return usage(call)
    for known in _KNOWN:
        answer = known(call, words[1], words[3:])
        if answer is not None:
            return answer
    return usage(call)
