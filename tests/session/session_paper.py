"""A cluster on paper: a Connector whose machines answer from a table, for finding and checking."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.config import ServerConfig
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.transport.protocols import LibvirtLink

Answers = dict[tuple[str, ...], str]


@dataclass
class Machine:
    """What a machine answers, and at which ``address`` or ``address via jump`` it is reached."""

    answers: Answers
    reached_at: set[str]
    trouble: UnreachableError | None = None


@dataclass
class PaperConnector:
    """Machines by the address they are reached at."""

    machines: list[Machine]
    asked: list[str] = field(default_factory=list)

    def connect(self, server: ServerConfig, context: JobContext) -> PaperLink:
        way = f"{server.address} via {server.jump}" if server.jump else server.address
        self.asked.append(way)
        for machine in self.machines:
            if way in machine.reached_at:
                if machine.trouble is not None:
                    raise machine.trouble
                return PaperLink(server.name, machine)
        raise UnreachableError(server.name, f"{server.address}: no route to host.")

    def close(self) -> None:
        """Nothing to close."""


@dataclass
class PaperLink:
    """A connection to one of them."""

    host: str
    machine: Machine

    def run(
        self, command: Command, context: JobContext, *, timeout_s: float = 30.0
    ) -> CommandResult:
        text = self.machine.answers.get(command.argv)
        return CommandResult(self.host, command, 127 if text is None else 0, text or "")

    def run_batch(
        self, commands: Sequence[Command], context: JobContext, *, timeout_s: float = 30.0
    ) -> tuple[CommandResult, ...]:
        return tuple(self.run(command, context) for command in commands)

    def libvirt(self, uri: str, context: JobContext) -> LibvirtLink:
        raise UnreachableError(self.host, f"No libvirt answers at {uri}.")

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """It is never lost."""

    def close(self) -> None:
        """Nothing to close."""


def addresses(**interfaces: str) -> str:
    """Return what ``ip -j addr`` says of these interfaces (``eth0="10.0.0.1/24"``)."""
    own = {"local": "127.0.0.1", "prefixlen": 8, "scope": "host"}
    links = [{"ifname": "lo", "addr_info": [own]}]
    for name, cidrs in interfaces.items():
        info = [
            {"local": c.split("/")[0], "prefixlen": int(c.split("/")[1]), "scope": "global"}
            for c in cidrs.split()
        ]
        links.append({"ifname": name, "addr_info": info})
    return json.dumps(links)
