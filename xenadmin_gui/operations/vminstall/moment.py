"""The disks of a running VM as they all were at one moment, to be copied.

The VM is paused while each of its volumes gets a snapshot: what it was told to be written on one
disk is in its snapshot before anything on another disk follows from it. A timer on its host lets
it go on, should the program be killed meanwhile (systemd.timer(5), OnActiveSec).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.san import Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import domain_word, virsh
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition, VmIs, VmSameRun
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.effects import assume
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.refusals import missing_room
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.san.volumesnapshot import reading_room, snapshot_actions
from xenadmin_gui.operations.sancondition import HostSays, VolumeIs
from xenadmin_gui.operations.vmlife.refusals import unsteady

#: After so long it goes on by itself; a snapshot takes a second or a few.
PAUSED_AT_MOST_S = 120
_SWITCH_S = 60.0
_TRANSIENT = "/run/systemd/transient"


@dataclass(frozen=True, slots=True)
class Moment:
    """What is paused, and what is taken meanwhile.

    Attributes:
        host: Where the VM runs.
        server: SAN server that serves its disks.
        mark: Makes the names of the snapshots, and of the timer, those of one new VM.
    """

    vm: Vm
    host: Server
    server: str
    volumes: tuple[Volume, ...]
    mark: str

    def snapshot_of(self, volume: Volume) -> str:
        """Return the name of its snapshot."""
        return f"{volume.name}-clone-{self.mark}"

    def device_of(self, volume: Volume) -> str:
        """Return the device on the server that the snapshot is read from."""
        return f"/dev/{volume.group}/{self.snapshot_of(volume)}"

    def guards(self, volume: Volume) -> tuple[Condition, ...]:
        """What has to hold while the snapshot is read."""
        return (VolumeIs(self.server, volume.group, self.snapshot_of(volume)),)

    @property
    def beginning(self) -> tuple[Condition, ...]:
        """What has to hold before anything is done."""
        runs = VmIs(self.vm.uuid, VmState.RUNNING, self.host.name)
        if self.vm.domain_id is None:
            return (runs,)
        return (runs, VmSameRun(self.vm.uuid, self.host.name, self.vm.domain_id))

    def problems(self, snapshot: Snapshot) -> Iterator[Problem]:
        """Say what keeps it from being taken."""
        yield from unsteady(self.vm)
        for volume in self.volumes:
            if self.server not in volume.servers:
                sentence = f"{volume.name} does not lie on {self.server}, which serves the SAN."
                yield Problem(sentence, "Shut the VM down.", volume.key, "other-server", "snapshot")
        groups = dict.fromkeys(volume.group for volume in self.volumes)
        for group in groups:
            size = sum(reading_room(v.size_bytes) for v in self.volumes if v.group == group)
            yield from missing_room(snapshot, self.server, group, size)

    def taken(self, snapshot: Snapshot) -> Snapshot:
        """Return the cluster with the snapshots in it, and less room."""
        for volume in self.volumes:
            size, name = reading_room(volume.size_bytes), self.snapshot_of(volume)
            snapshot = assume(VolumeIs(self.server, volume.group, name, size), snapshot)
        return snapshot

    def begin(self, row: StepRow) -> None:
        """Add the steps that pause it, take the snapshots, and let it go on."""
        vm, host = self.vm, self.host
        paused = VmIs(vm.uuid, VmState.PAUSED, host.name)
        alarm, calm = self._alarm(), self._calm()
        row.add(alarm, undo=(calm,), must_run=True)
        go_on = Action(
            title=f"Let {vm.name} go on",
            host=host.name,
            command=virsh(host, "resume", vm),
            done_when=AnyOf(
                tuple(VmIs(vm.uuid, s) for s in (VmState.RUNNING, VmState.OFF, VmState.CRASHED))
            ),
            only_if=paused,
            timeout_s=_SWITCH_S,
            when_late=f"Look with 'virsh list --all' on {host.name} what it does.",
        )
        pause = on(
            host.name,
            f"Pause {vm.name} for the moment of its snapshots",
            virsh(host, "suspend", vm),
            paused,
            *self.beginning,
            timeout_s=_SWITCH_S,
            if_left=f"{vm.name} goes on by itself after {PAUSED_AT_MOST_S} seconds.",
        )
        row.add(pause, undo=(go_on,), must_run=True)
        for volume in self.volumes:
            take, remove = self._actions(volume)
            watch = (self.server, host.name)
            row.add(
                replace(take, only_if=AllOf((take.only_if, paused)), watch=watch),
                undo=(remove,),
                must_run=True,
            )
        runs = VmIs(vm.uuid, VmState.RUNNING, host.name)
        row.add(replace(go_on, done_when=runs, watch=(host.name,)), must_run=True)
        row.add(calm)

    def end(self, row: StepRow) -> None:
        """Add the steps that remove the snapshots, once they were copied."""
        for volume in self.volumes:
            row.add(self._actions(volume)[1])

    def _actions(self, volume: Volume) -> tuple[Action, Action]:
        name, size = self.snapshot_of(volume), reading_room(volume.size_bytes)
        return snapshot_actions(self.server, volume.group, volume.name, name, size)

    @property
    def _timer(self) -> str:
        return f"xenadmin-resume-{self.mark}"

    def _alarm(self) -> Action:
        vm, host = self.vm, self.host
        words = ("systemd-run", f"--unit={self._timer}", f"--on-active={PAUSED_AT_MOST_S}s")
        resume = ("virsh", "-c", host.libvirt_uri, "resume", "--domain", domain_word(vm))
        return on(
            host.name,
            f"Have {host.name} let {vm.name} go on in {PAUSED_AT_MOST_S} seconds, if nobody does",
            Command((*words, *resume)),
            HostSays(host.name, ("test", "-e", f"{_TRANSIENT}/{self._timer}.timer")),
        )

    def _calm(self) -> Action:
        name = self.host.name
        return on(
            name,
            f"Take that timer of {name} away",
            Command(("systemctl", "stop", f"{self._timer}.timer")),
            HostSays(name, ("test", "-e", f"{_TRANSIENT}/{self._timer}.timer"), 1),
        )


def moment_of(
    layout: SanLayout, snapshot: Snapshot, vm: Vm, volumes: tuple[Volume, ...], mark: str
) -> Moment | None:
    """Return the moment of a VM that runs on a host that answers; None: it has none."""
    host = snapshot.servers.get(vm.host or "")
    if vm.state is not VmState.RUNNING or host is None or not host.is_up or not layout.active:
        return None
    return Moment(vm, host, layout.active, volumes, mark)
