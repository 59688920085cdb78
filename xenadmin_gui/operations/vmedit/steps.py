"""The steps that replace one copy of a definition on one host, and put the old one back."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, HostReady
from xenadmin_gui.operations.libvirtsteps import as_step
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vmedit.condition import (
    DefinitionFileIs,
    LibvirtDefines,
    settings_hash,
    text_hash,
)

WRITE_S = 60.0
DEFINE_S = 180.0
FILES = "/etc/xenadmin/domains"
#: What libvirt was given last; files of the cluster's own VMs must not lie here.
GIVEN = "/etc/xenadmin/given"


@dataclass(frozen=True, slots=True)
class DefinitionSteps:
    """Makes the steps for one copy, beginning with ``number``."""

    snapshot: Snapshot
    vm: Vm
    copy: Copy
    number: int

    def replace_by(self, text: str) -> tuple[Step, ...]:
        """Replace the copy by ``text``."""
        if self.copy.origin == "file":
            return (self._step(0, self._file(text), (self._file(self.copy.xml),)),)
        before = self.copy.xml
        return (
            self._step(0, self._folder()),
            self._step(1, self._given(text)),
            self._step(2, self._define(text), (self._given(before), self._define(before))),
        )

    @property
    def _path(self) -> str:
        if self.copy.origin == "libvirt":
            return f"{GIVEN}/{self.vm.uuid}.xml"
        protection = self.vm.protection
        return (protection.config if protection else "") or f"{FILES}/{self.vm.uuid}.xml"

    def _file(self, text: str) -> Action:
        host, uuid = self.copy.host, self.vm.uuid
        return Action(
            title=f"Write the definition of {self.vm.name} on {host}",
            host=host,
            command=write_file(self._path, text),
            done_when=DefinitionFileIs(uuid, host, text_hash(text)),
            only_if=HostReady(host),
            timeout_s=WRITE_S,
            watch=(host,),
            when_late=f"Look on {host} whether {self._path} can be written.",
        )

    def _folder(self) -> Action:
        host = self.copy.host
        return Action(
            title=f"Have a folder for definitions on {host}",
            host=host,
            command=Command(("mkdir", "-p", GIVEN)),
            done_when=HostSays(host, ("test", "-d", GIVEN)),
            only_if=HostReady(host),
            timeout_s=WRITE_S,
            watch=(host,),
        )

    def _given(self, text: str) -> Action:
        host = self.copy.host
        return Action(
            title=f"Write the new definition of {self.vm.name} on {host}",
            host=host,
            command=write_file(self._path, text),
            done_when=HostSays(host, file_is(self._path, text).argv),
            only_if=HostReady(host),
            timeout_s=WRITE_S,
            watch=(host,),
            when_late=f"Look on {host} whether {self._path} can be written.",
        )

    def _define(self, text: str) -> Action:
        host, uri = self.copy.host, self.snapshot.servers[self.copy.host].libvirt_uri
        is_written = HostSays(
            host, file_is(self._path, text).argv, wrong=f"{self._path} holds something else."
        )
        return Action(
            title=f"Give the definition of {self.vm.name} to libvirt on {host}",
            host=host,
            command=Command(("virsh", "-c", uri, "define", self._path)),
            done_when=LibvirtDefines(self.vm.uuid, host, settings_hash(text)),
            only_if=AllOf((HostReady(host), is_written)),
            timeout_s=DEFINE_S,
            watch=(host,),
            when_late=f"Look with 'virsh dumpxml --inactive' on {host} what libvirt made of it.",
        )

    def _step(self, offset: int, action: Action, undo: tuple[Action, ...] = ()) -> Step:
        return as_step(action, self.number + offset, self.vm, undo)
