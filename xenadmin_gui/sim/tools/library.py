"""What the template library's commands answer: find, df and the scripts of its plans."""

from __future__ import annotations

from xenadmin_gui.domain.template import LIBRARY
from xenadmin_gui.sim import library
from xenadmin_gui.sim.tools.call import Answer, Call, usage

#: Room on the file system of a server's /var, the library's files included.
ROOM_BYTES = 80 << 30


def find(call: Call) -> Answer:
    """``find LIBRARY … -type f -not -path LIBRARY/.* (-printf … | -name N … -exec grep …)``."""
    words = call.arguments
    prefix = f"{LIBRARY}/"
    files = {p: text for p, text in call.machine.files.items() if p.startswith(prefix)}
    if not files:
        return Answer(1, "", f"find: '{LIBRARY}': No such file or directory\n")
    shown = sorted(
        path
        for path in files
        if path.count("/") == prefix.count("/") + 1
        and not path.startswith(f"{prefix}.")
        and not path.endswith("/.")
    )
    if "-printf" in words:
        lines = (f"{library.size_of(files[p])}\t{p[len(prefix) :]}\n" for p in shown)
        return Answer(0, "".join(lines))
    if "-exec" in words and "-name" in words:
        name = words[words.index("-name") + 1]
        found = (p for p in shown if p.endswith(f"/{name}"))
        return Answer(0, "".join(f"{p}:{line}\n" for p in found for line in files[p].splitlines()))
    return usage(call)


def free_bytes(call: Call) -> int:
    """Return the room that is left where the library lies."""
    files = call.machine.files.items()
    return ROOM_BYTES - sum(library.size_of(t) for p, t in files if p.startswith("/var/lib/"))


def df(call: Call) -> Answer:
    """``df --block-size=1 --output=avail …``."""
    return Answer(0, f"       Avail\n{free_bytes(call):>12}\n")
