"""The steps that replace one copy of a definition on one host, and put the old one back."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, Condition, HostReady
from xenadmin_gui.operations.libvirtsteps import as_step
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vmedit.condition import (
    Autostarts,
    DefinitionFileIs,
    LibvirtDefines,
    NotDefined,
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
            return (self._step(0, self.file(text), (self.file(self.copy.xml),)),)
        before = self.copy.xml
        return (
            self._step(0, self.folder()),
            self._step(1, self.given(text)),
            self._step(2, self.define(text), (self.given(before), self.define(before))),
        )

    def rename_by(self, text: str) -> tuple[Step, ...]:
        """Replace the copy by ``text``, in which the VM has another name but the same UUID.

        libvirt (domain_conf, virDomainObjListAdd) refuses a UUID that it knows by another name,
        and its Xen driver cannot rename: the old definition goes first.
        """
        if self.copy.origin == "file":
            return self.replace_by(text)
        before, is_started = self.copy.xml, self.copy.host in self.vm.autostart_on
        steps = [
            self._step(0, self.folder()),
            self._step(1, self.given(text)),
            self._step(
                2,
                self.undefine(self.written(self.path, text)),
                (
                    self.given(before),
                    self.define(before),
                    *((self.autostart(on=True),) if is_started else ()),
                ),
            ),
            self._step(3, self.define(text), (self.undefine(),)),
        ]
        if is_started:
            steps.append(self._step(4, self.autostart(on=True)))
        return tuple(steps)

    @property
    def path(self) -> str:
        """Where the definition is written to."""
        if self.copy.origin == "libvirt":
            return f"{GIVEN}/{self.vm.uuid}.xml"
        protection = self.vm.protection
        return (protection.config if protection else "") or f"{FILES}/{self.vm.uuid}.xml"

    def file(self, text: str) -> Action:
        """Write the file that Pacemaker's agent reads."""
        host, uuid = self.copy.host, self.vm.uuid
        return Action(
            title=f"Write the definition of {self.vm.name} on {host}",
            host=host,
            command=write_file(self.path, text),
            done_when=DefinitionFileIs(uuid, host, text_hash(text)),
            only_if=HostReady(host),
            timeout_s=WRITE_S,
            watch=(host,),
            when_late=f"Look on {host} whether {self.path} can be written.",
        )

    def no_file(self, *only_if: Condition) -> Action:
        """Remove the file that Pacemaker's agent reads."""
        host, uuid = self.copy.host, self.vm.uuid
        return Action(
            title=f"Remove the definition of {self.vm.name} on {host}",
            host=host,
            command=Command(("rm", "-f", self.path)),
            done_when=NotDefined(uuid, host, "file"),
            only_if=AllOf((HostReady(host), *only_if)),
            timeout_s=WRITE_S,
            watch=(host,),
            when_late=f"Look on {host} whether {self.path} can be removed.",
        )

    def folder(self) -> Action:
        """Have the folder in which libvirt is given definitions."""
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

    def given(self, text: str) -> Action:
        """Write what libvirt is given next."""
        host = self.copy.host
        return Action(
            title=f"Write the new definition of {self.vm.name} on {host}",
            host=host,
            command=write_file(self.path, text),
            done_when=HostSays(host, file_is(self.path, text).argv),
            only_if=HostReady(host),
            timeout_s=WRITE_S,
            watch=(host,),
            when_late=f"Look on {host} whether {self.path} can be written.",
        )

    def define(self, text: str, *only_if: Condition) -> Action:
        """Have libvirt take what it was given."""
        host = self.copy.host
        return Action(
            title=f"Give the definition of {self.vm.name} to libvirt on {host}",
            host=host,
            command=self._virsh("define", self.path),
            done_when=LibvirtDefines(self.vm.uuid, host, settings_hash(text)),
            only_if=AllOf((HostReady(host), self.written(self.path, text), *only_if)),
            timeout_s=DEFINE_S,
            watch=(host,),
            when_late=f"Look with 'virsh dumpxml --inactive' on {host} what libvirt made of it.",
        )

    def undefine(self, *only_if: Condition) -> Action:
        """Have libvirt forget the definition; by its UUID, which a new name does not change."""
        host, uuid = self.copy.host, self.vm.uuid
        # A firmware's variables are a file of their own; libvirt asks what is to become of it.
        keep = ("--keep-nvram",) if "<nvram" in self.copy.xml else ()
        return Action(
            title=f"Have libvirt on {host} forget the definition of {self.vm.name}",
            host=host,
            command=self._virsh("undefine", "--domain", uuid, *keep),
            done_when=NotDefined(uuid, host, "libvirt"),
            only_if=AllOf((HostReady(host), *only_if)),
            timeout_s=DEFINE_S,
            watch=(host,),
            when_late=f"Look with 'virsh list --all' on {host} whether it is still there.",
        )

    def autostart(self, *, on: bool) -> Action:
        """Have libvirt start the VM with the host, or not."""
        host, name = self.copy.host, self.vm.name
        switch = () if on else ("--disable",)
        start, leave = f"Have {host} start {name} when it boots", f"Have {host} not start {name}"
        return Action(
            title=start if on else leave,
            host=host,
            command=self._virsh("autostart", "--domain", self.vm.uuid, *switch),
            done_when=Autostarts(self.vm.uuid, host, on),
            only_if=HostReady(host),
            timeout_s=DEFINE_S,
            watch=(host,),
            when_late=f"Look with 'virsh dominfo {self.vm.uuid}' on {host}.",
        )

    def written(self, path: str, text: str) -> Condition:
        """Return that the file holds exactly ``text``."""
        said = f"{path} holds something else."
        return HostSays(self.copy.host, file_is(path, text).argv, wrong=said)

    def _virsh(self, *words: str) -> Command:
        uri = self.snapshot.servers[self.copy.host].libvirt_uri
        return Command(("virsh", "-c", uri, *words))

    def _step(self, offset: int, action: Action, undo: tuple[Action, ...] = ()) -> Step:
        return as_step(action, self.number + offset, self.vm, undo)
