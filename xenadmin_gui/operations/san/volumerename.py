"""The draft that gives a volume another name, its replica with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.san import Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.binsteps import bring_up, rename
from xenadmin_gui.operations.san.commands import drbdadm, file_there
from xenadmin_gui.operations.san.createsteps import bring_down
from xenadmin_gui.operations.san.home import at_volume
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.names import name_problems
from xenadmin_gui.operations.san.refusals import no_volume, not_changeable, not_in_sync, silent
from xenadmin_gui.operations.san.replicafile import replica_path
from xenadmin_gui.operations.san.serving import serving
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import (
    HostSays,
    ReplicaSideIs,
    SanActive,
    VolumeNotExported,
    VolumeUnused,
)
from xenadmin_gui.operations.sanholds import volume_of

#: What else stands in the file stays as it is.
_RENAME = (
    'umask 022; sed -E -e "s#^([[:space:]]*resource[[:space:]]+\\"?)$3(\\"?[[:space:]]*(\\{|\\$))'
    '#\\1$4\\2#" -e "s#(/dev/$5/)$3(\\"?[[:space:]]*;)#\\1$4\\2#" "$1" >"$2.new" '
    '&& mv -f "$2.new" "$2" && rm -f "$1"'
)


@dataclass(frozen=True, slots=True)
class VolumeRename:
    """Give a volume that no LUN exports another name; a replica over it gets the same.

    Attributes:
        name: As it is called now.
    """

    group: str
    name: str
    new_name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        snapshot = at_volume(snapshot, self.group, self.name)
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        if volume is None:
            return (no_volume(self.group, self.name),)
        if wrong := not_changeable(layout, volume.key):
            return wrong
        replica = layout.replica_of(volume)
        found = name_problems(self.new_name, with_replica=replica is not None, field="new_name")
        return found or (
            *self._taken(snapshot, volume, with_replica=replica is not None),
            *_busy(snapshot, volume),
            *silent(snapshot, _homes(layout, volume), volume.key),
            *(() if replica is None else _odd(replica, volume)),
            *(() if replica is None else not_in_sync(snapshot, (replica.name,))),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_volume(snapshot, self.group, self.name)
        layout, volume = san_layout(snapshot), volume_of(snapshot, self.group, self.name)
        assert volume is not None
        row, replica = StepRow(volume.key), layout.replica_of(volume)
        homes = _homes(layout, volume)
        if replica is None:
            self._volumes(row, layout, volume, homes)
        else:
            self._with_replica(row, layout, volume, replica, homes)
        return Plan(
            id=new_plan_id(),
            title=f"Rename the volume {self.name} to {self.new_name}",
            subjects=(Subject(volume.key, self.name, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _taken(
        self, snapshot: Snapshot, volume: Volume, *, with_replica: bool
    ) -> tuple[Problem, ...]:
        sentence = ""
        if volume.deleted_at is not None:
            sentence = f"{volume.former_name} is in the recycle bin."
            return (Problem(sentence, "Restore it first.", volume.key, "deleted", "name"),)
        if volume_of(snapshot, self.group, self.new_name) is not None:
            sentence = f"There is a volume {self.group}/{self.new_name} already."
        elif with_replica and snapshot.san.replica(self.new_name) is not None:
            sentence = f"There is a replica {self.new_name} already."
        if not sentence:
            return ()
        return (Problem(sentence, "Take another name.", volume.key, "name-taken", "new_name"),)

    def _volumes(
        self, row: StepRow, layout: SanLayout, volume: Volume, homes: tuple[str, ...]
    ) -> None:
        guards = (
            VolumeUnused(self.group, self.name),
            VolumeNotExported(self.group, self.name),
        )
        lone = not volume.snapshot_of and len(homes) == 1 and layout.active is not None
        for server in homes:
            serving = (SanActive(server),) if lone and layout.replica_of(volume) is None else ()
            rename(row, server, volume, self.name, self.new_name, *guards, *serving)

    def _with_replica(
        self,
        row: StepRow,
        layout: SanLayout,
        volume: Volume,
        replica: Replica,
        homes: tuple[str, ...],
    ) -> None:
        unused = VolumeUnused(self.group, self.name)
        unexported = VolumeNotExported(self.group, self.name)
        is_led = serving(layout).leads(replica)
        serving(layout).let_replica_go(row, replica, unused, unexported)
        for server in homes:
            back = () if is_led else (_up(replica.name, server),)
            row.add(bring_down(replica.name, server), undo=back)
        for server in homes:
            there = self._configured(server, self.name, self.new_name)
            row.add(there, undo=(self._configured(server, self.new_name, self.name),))
        self._volumes(row, layout, volume, homes)
        bring_up(row, homes, self.new_name)
        if is_led:
            only = serving(_only(layout, replica))
            only.take_replica_over(row, self.group, self.new_name, instead=True)

    def _configured(self, server: str, old: str, new: str) -> Action:
        """Rename the replica in its file, and the file with it."""
        path, new_path = replica_path(old), replica_path(new)
        words = ("sh", "-c", _RENAME, "sh", path, new_path, re.escape(old), new, self.group)
        named = ("grep", "-qsF", f"/dev/{self.group}/{new}", new_path)
        return on(
            server,
            f"Call the replica {old} {new} in its configuration on {server}",
            Command(words),
            AllOf(
                (
                    HostSays(server, named, 0, f"{new_path} on {server} is not as it should be."),
                    HostSays(server, file_there(path), 1, f"{path} is still on {server}."),
                )
            ),
            ReplicaSideIs(old, server, up=False),
            HostSays(
                server,
                ("grep", "-qsF", f"/dev/{self.group}/{old}", path),
                0,
                f"{path} on {server} does not name the volume /dev/{self.group}/{old}.",
            ),
        )


def _homes(layout: SanLayout, volume: Volume) -> tuple[str, ...]:
    """Servers on which it has to be renamed."""
    return volume.servers if volume.snapshot_of else layout.homes_of(volume.group)


def _busy(snapshot: Snapshot, volume: Volume) -> tuple[Problem, ...]:
    if volume.lun:
        sentence = f"{volume.name} is exported as the LUN {volume.lun}."
        return (Problem(sentence, "Withdraw the LUN first.", volume.key, "exported", "name"),)
    if volume.used_by:
        names = [snapshot.vms[u].name if u in snapshot.vms else u for u in volume.used_by]
        sentence = f"{volume.name} is used by {', '.join(sorted(names))}."
        return (Problem(sentence, "Detach the disk first.", volume.key, "in-use", "name"),)
    return ()


def _odd(replica: Replica, volume: Volume) -> tuple[Problem, ...]:
    """A replica whose file is another's too cannot be renamed by itself."""
    path = replica_path(volume.name)
    if replica.name == volume.name and replica.config_file in ("", path):
        return ()
    sentence = f"The replica {replica.name} over {volume.name} is not configured in {path}."
    step = "Give it a file of its own with the volume's name, on both servers."
    return (Problem(sentence, step, replica.key, "odd-replica", "name"),)


def _only(layout: SanLayout, replica: Replica) -> SanLayout:
    """The layout as if there were no other replica: its own clone is the example of the new one."""
    san = replace(layout.snapshot.san, replicas=(replica,))
    return replace(layout, snapshot=replace(layout.snapshot, san=san))


def _up(replica: str, server: str) -> Action:
    up = ReplicaSideIs(replica, server, up=True)
    return on(server, f"Bring the replica {replica} up on {server}", drbdadm("up", replica), up)
