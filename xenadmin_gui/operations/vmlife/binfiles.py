"""The files of the hosts' recycle bin: a definition goes there, and leaves it again."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.deleted import BIN, deleted_path
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.operations.condition import Condition, HostReady
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.steps import on
from xenadmin_gui.operations.sancondition import HostSays


@dataclass(frozen=True, slots=True)
class BinFile:
    """A VM's file in the recycle bin of one host."""

    host: str
    uuid: str
    name: str

    def folder(self) -> Action:
        """Have the folder."""
        return on(
            self.host,
            f"Have a recycle bin for definitions on {self.host}",
            Command(("mkdir", "-p", BIN)),
            HostSays(self.host, ("test", "-d", BIN)),
            HostReady(self.host),
        )

    def put(self, text: str, *only_if: Condition) -> Action:
        """Put the definition into the bin."""
        path = deleted_path(self.uuid)
        return on(
            self.host,
            f"Put the definition of {self.name} into the recycle bin of {self.host}",
            write_file(path, text),
            HostSays(self.host, file_is(path, text).argv),
            HostReady(self.host),
            *only_if,
            when_late=f"Look on {self.host} whether {path} can be written.",
        )

    def take(self, *only_if: Condition) -> Action:
        """Take it out of the bin."""
        path = deleted_path(self.uuid)
        return on(
            self.host,
            f"Take the definition of {self.name} out of the recycle bin of {self.host}",
            Command(("rm", "-f", path)),
            HostSays(self.host, ("test", "-e", path), status=1),
            HostReady(self.host),
            *only_if,
            when_late=f"Look on {self.host} whether {path} can be removed.",
        )
