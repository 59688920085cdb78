"""A ``virsh`` command line taken apart: its verb, and the domain that it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from xenadmin_gui.sim.model import Definition, Run
from xenadmin_gui.sim.tools.call import Call

NOT_RUNNING = "error: Requested operation is not valid: domain is not running\n"
_WITH_VALUE = frozenset(
    (
        "--domain",
        "--desturi",
        "--migrateuri",
        "--dname",
        "--timeout",
        "--file",
        "--mode",
        "--source",
        "--target",
        "--type",
        "--mac",
        "--model",
        "--count",
        "--size",
        "--path",
    )
)


@dataclass(slots=True)
class Order:
    """A verb taken apart."""

    call: Call
    verb: str
    values: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    plain: list[str] = field(default_factory=list)

    @property
    def wanted(self) -> str:
        """The domain that was named."""
        return self.values.get("--domain") or (self.plain[0] if self.plain else "")

    @property
    def run(self) -> Run | None:
        """The domain when it exists on this host now; by running number, name or UUID."""
        runs = self.call.state.runs[self.call.host].values()
        return next((r for r in runs if self.wanted in (str(r.domain_id), r.uuid, r.name)), None)

    @property
    def definition(self) -> Definition | None:
        """Its definition when it is persistent here."""
        known = self.call.state.definitions[self.call.host]
        run = self.run
        if run is not None:
            return known.get(run.uuid)
        return next((d for d in known.values() if self.wanted in (d.uuid, d.name)), None)

    @property
    def name(self) -> str:
        """What libvirt calls it."""
        found = self.run or self.definition
        return found.name if found is not None else self.wanted


def read(call: Call) -> Order:
    """Take ``[-c URI] [-q] VERB …`` apart; no verb is ``help``."""
    words = list(call.arguments)
    while words and words[0].startswith("-"):
        word = words.pop(0)
        if word in ("-c", "--connect") and words:
            words.pop(0)
    order = Order(call, words.pop(0) if words else "help")
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if name in _WITH_VALUE:
            order.values[name] = value if equals or not words else words.pop(0)
        elif word.startswith("--") and word != "--":
            order.flags.add(word)
        elif word != "--":
            order.plain.append(word)
    return order
