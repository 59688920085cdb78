"""The steps that give a VM a disk or take it: in the running VM, and in each definition."""

from __future__ import annotations

from collections.abc import Mapping

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import domain_word
from xenadmin_gui.operations.condition import AllOf, Condition, VmIs
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.san.commands import attach_disk, detach_disk
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays, LunUnused, PathsReady, VmHasDisk
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps

#: The running VM's disks, or with a second word those of its definition; 2: it does not say.
_HAS_DISK = (
    'd=$(virsh -c "$1" domblklist --domain "$2" $4) || exit 2; '
    'printf \'%s\\n\' "$d" | grep -qE "[[:space:]]$3\\$"'
)
#: libvirt tells of a change of disks by no event that is listened to: it is read each minute.
KNOWN_S = 240.0
_BUSY = "The guest may hold it: unmount it there, then try again."


class DiskSteps:
    """Makes the steps about one disk of one VM."""

    def __init__(
        self, snapshot: Snapshot, vm: Vm, wwid: str, target: str, bus: str, read_only: bool
    ) -> None:
        self._snapshot = snapshot
        self._vm = vm
        self._wwid = wwid
        self._target = target
        self._bus = bus
        self._read_only = read_only
        self._row = StepRow(vm.key)

    @property
    def steps(self) -> list[Step]:
        """All steps so far."""
        return self._row.steps

    def attach(self, sessions: Mapping[str, int]) -> None:
        """Add the steps that give the VM the disk.

        Args:
            sessions: How many paths a host is to have.
        """
        for host, live, config in self._places():
            ready = PathsReady(host, self._wwid, max(1, sessions.get(host, 1) if live else 1))
            action = self._attached(host, LunUnused(self._wwid), ready, live=live, config=config)
            self._row.add(action, undo=(self._detached(host, live=live, config=config),))
        self._files(attached=True)

    def detach(self) -> None:
        """Add the steps that take the disk from the VM."""
        for host, live, config in self._places():
            action = self._detached(host, live=live, config=config)
            self._row.add(action, undo=(self._attached(host, live=live, config=config),))
        self._files(attached=False)

    def _places(self) -> list[tuple[str, bool, bool]]:
        """Where libvirt has to be told: host, whether it runs there, whether it is defined there.

        Where it runs comes first: that is most likely to be refused, and then nothing was changed.
        """
        vm = self._vm
        defined = {copy.host for copy in vm.definitions if copy.origin == "libvirt"}
        running = vm.host if vm.state is VmState.RUNNING else None
        hosts = ([running] if running else []) + sorted(defined - {running})
        return [(host, host == running, host in defined) for host in hosts]

    def _files(self, *, attached: bool) -> None:
        for copy in self._vm.definitions:
            if copy.origin != "file":
                continue
            definition = Definition(copy.xml)
            definition.remove_disk(self._target)
            if attached:
                definition.add_disk(
                    self._source, self._target, bus=self._bus, read_only=self._read_only
                )
            number = len(self._row.steps) + 1
            made = DefinitionSteps(self._snapshot, self._vm, copy, number)
            self._row.steps += made.replace_by(definition.text)

    @property
    def _source(self) -> str:
        return f"/dev/mapper/{self._wwid}"

    def _attached(self, host: str, *only_if: Condition, live: bool, config: bool) -> Action:
        server = self._snapshot.servers[host]
        command = attach_disk(server, self._vm, self._wwid, self._target, live=live, config=config)
        if self._read_only:
            command = Command((*command.argv, "--mode", "readonly"))
        has = self._has(host, present=True, live=live, config=config)
        return on(
            host,
            f"Attach the LUN {self._wwid} to {self._vm.name} as {self._target} on {host}",
            command,
            self._known(has, present=True, live=live),
            *self._runs(host, live=live),
            *only_if,
            accepted_when=has,
            timeout_s=KNOWN_S,
            when_late=f"Look at the log of libvirt on {host}.",
        )

    def _detached(self, host: str, *, live: bool, config: bool) -> Action:
        server = self._snapshot.servers[host]
        lacks = self._has(host, present=False, live=live, config=config)
        return on(
            host,
            f"Detach {self._target} from {self._vm.name} on {host}",
            detach_disk(server, self._vm, self._target, live=live, config=config),
            self._known(lacks, present=False, live=live),
            *self._runs(host, live=live),
            accepted_when=lacks,
            timeout_s=KNOWN_S,
            when_late=_BUSY if live else f"Look at the log of libvirt on {host}.",
        )

    def _known(self, done: Condition, *, present: bool, live: bool) -> Condition:
        """Done, and known to be so where this one copy is what the VM's disks are read from."""
        if not live and len(self._vm.definitions) > 1:
            return done
        return AllOf((done, VmHasDisk(self._vm.uuid, self._wwid, present)))

    def _runs(self, host: str, *, live: bool) -> tuple[Condition, ...]:
        if live:
            return (VmIs(self._vm.uuid, VmState.RUNNING, host),)
        is_off = self._vm.state is VmState.OFF
        return (VmIs(self._vm.uuid, VmState.OFF),) if is_off else ()

    def _has(self, host: str, *, present: bool, live: bool, config: bool) -> Condition:
        """The disk is there (or not), in the running VM, in its definition, or in both."""
        uri, name = self._snapshot.servers[host].libvirt_uri, domain_word(self._vm)
        kinds = [kind for kind, is_asked in (("", live), ("--inactive", config)) if is_asked]
        wrong = f"{self._vm.name} on {host} still has that disk."
        if present:
            wrong = f"{self._vm.name} on {host} has no such disk yet."
        asked: list[Condition] = [
            HostSays(
                host,
                ("sh", "-c", _HAS_DISK, "sh", uri, name, self._source, kind),
                0 if present else 1,
                wrong,
            )
            for kind in kinds
        ]
        return asked[0] if len(asked) == 1 else AllOf(tuple(asked))
