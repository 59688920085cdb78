"""What is changed in a VM while it runs: on its host, by virsh, before any definition of it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain import livescripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import domain_word
from xenadmin_gui.operations.condition import AllOf, VmIs
from xenadmin_gui.operations.libvirtsteps import as_step
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vmedit.definition import KIB, Nic

LIVE_S = 120.0


@dataclass(frozen=True, slots=True)
class LiveSteps:
    """Makes the steps of one running VM."""

    snapshot: Snapshot
    vm: Vm

    def vcpus(self, count: int, before: int, number: int) -> Step:
        """Have it use ``count`` processors of those that it has."""
        return as_step(self._vcpus(count), number, self.vm, (self._vcpus(before),))

    def memory(self, size_bytes: int, before_bytes: int, number: int) -> Step:
        """Have it use that much of the memory that it may have."""
        return as_step(self._memory(size_bytes), number, self.vm, (self._memory(before_bytes),))

    def plug(self, nic: Nic, number: int) -> Step:
        """Give it a network card."""
        return as_step(self._plug(nic), number, self.vm, (self._unplug(nic),))

    def unplug(self, nic: Nic, number: int) -> Step:
        """Take a network card from it."""
        return as_step(self._unplug(nic), number, self.vm, (self._plug(nic),))

    def cd(self, drive: str, path: str, number: int) -> Step:
        """Put a CD into a drive that it has; an empty path takes out what is in."""
        disks = (disk for disk in self.vm.disks if disk.target == drive)
        before = next((disk.source for disk in disks), "")
        return as_step(self._cd(drive, path), number, self.vm, (self._cd(drive, before),))

    def _cd(self, drive: str, path: str) -> Action:
        name = self.vm.name
        words = ["change-media", "--domain", self._name, "--path", drive]
        words += ["--source", path, "--update"] if path else ["--eject"]
        words += ["--block"] if path.startswith("/dev/") else []
        title = f"Put the CD {path} into {drive} of {name} now"
        return self._action(
            title if path else f"Eject the CD from {drive} of {name} now",
            (*words, "--live"),
            livescripts.has_media(self._uri, self._name, drive, path),
            "The guest may hold it: unmount it there first.",
        )

    def _vcpus(self, count: int) -> Action:
        words = ("setvcpus", "--domain", self._name, "--count", str(count), "--live")
        return self._action(
            f"Have {self.vm.name} use {count} processors now",
            words,
            livescripts.has_vcpus(self._uri, self._name, count),
            f"The guest may hold them: look at its log, and with 'virsh vcpuinfo' on {self._host}.",
        )

    def _memory(self, size_bytes: int) -> Action:
        size = size_bytes // KIB
        words = ("setmem", "--domain", self._name, "--size", str(size), "--live")
        return self._action(
            f"Have {self.vm.name} use {size // KIB} MiB of memory now",
            words,
            livescripts.has_memory(self._uri, self._name, size),
            "The guest may lack a balloon driver, or hold the memory.",
        )

    def _plug(self, nic: Nic) -> Action:
        words = ["attach-interface", "--domain", self._name, "--type", "bridge"]
        words += ["--source", nic.bridge, "--mac", nic.mac]
        words += ["--model", nic.model] if nic.model else []
        return self._action(
            f"Plug the network card {nic.mac} of {self.vm.name} into {nic.bridge} now",
            (*words, "--live"),
            livescripts.has_nic(self._uri, self._name, nic.mac, nic.bridge),
            f"Look with 'ip link' whether {self._host} has the bridge {nic.bridge}.",
        )

    def _unplug(self, nic: Nic) -> Action:
        words = ("detach-interface", "--domain", self._name, "--type", "bridge")
        has = livescripts.has_nic(self._uri, self._name, nic.mac, nic.bridge)
        return self._action(
            f"Unplug the network card {nic.mac} of {self.vm.name} now",
            (*words, "--mac", nic.mac, "--live"),
            has,
            "The guest may hold it: take it down there first.",
            status=1,
        )

    def _action(
        self, title: str, words: tuple[str, ...], ask: Command, late: str, *, status: int = 0
    ) -> Action:
        host = self._host
        return Action(
            title=title,
            host=host,
            command=Command(("virsh", "-c", self._uri, *words)),
            done_when=HostSays(host, ask.argv, status=status),
            only_if=AllOf((VmIs(self.vm.uuid, VmState.RUNNING, host),)),
            timeout_s=LIVE_S,
            watch=(host,),
            when_late=late,
        )

    @property
    def _host(self) -> str:
        return self.vm.host or ""

    @property
    def _uri(self) -> str:
        return self.snapshot.servers[self._host].libvirt_uri

    @property
    def _name(self) -> str:
        return domain_word(self.vm)
