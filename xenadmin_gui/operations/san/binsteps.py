"""The steps between a volume in service and the recycle bin, and those that end it."""

from __future__ import annotations

from xenadmin_gui.domain.san import Volume
from xenadmin_gui.operations.condition import AllOf, Condition
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.commands import (
    drbdadm,
    file_there,
    lvremove,
    lvrename,
    move_file,
    remove_file,
)
from xenadmin_gui.operations.san.replicafile import replica_path
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import (
    HostSays,
    NoVolume,
    ReplicaSideIs,
    VolumeIs,
    VolumeNotExported,
    VolumeUnused,
)

CONNECT_S = 180.0


def take_down(row: StepRow, server: str, replica: str) -> None:
    """Add the step that takes a server's side of a replica down, should it still be up."""
    down = _down(server, replica)
    row.add(down, undo=())


def bring_up(row: StepRow, servers: tuple[str, ...], replica: str) -> None:
    """Add the steps that bring a replica up on every server, connected and with good data."""
    whole = AllOf(
        tuple(
            ReplicaSideIs(replica, name, True, (), ("UpToDate",), ("Connected",))
            for name in servers
        )
    )
    for server in servers:
        up = ReplicaSideIs(replica, server, up=True)
        row.add(
            on(
                server,
                f"Bring the replica {replica} up on {server}",
                drbdadm("up", replica),
                whole if server == servers[-1] else up,
                accepted_when=up,
                timeout_s=CONNECT_S,
                watch=servers,
                when_late="Look whether the servers reach each other on the replica's port.",
            ),
            undo=(_down(server, replica),),
        )


def config_aside(row: StepRow, server: str, name: str, resting: str) -> None:
    """Add the step that takes the configuration of a replica out of DRBD's sight."""
    path = replica_path(name)
    aside = aside_path(name, resting)
    row.add(
        _move(server, f"Put the configuration of {name} aside on {server}", path, aside, name),
        undo=(_move(server, f"Put the configuration of {name} back on {server}", aside, path),),
    )


def config_back(row: StepRow, server: str, name: str, resting: str) -> None:
    """Add the step that brings the configuration of a replica back into DRBD's sight."""
    path = replica_path(name)
    aside = aside_path(name, resting)
    row.add(
        _move(server, f"Put the configuration of {name} back on {server}", aside, path),
        undo=(
            _move(server, f"Put the configuration of {name} aside on {server}", path, aside, name),
        ),
    )


def rename(
    row: StepRow, server: str, volume: Volume, old: str, new: str, *guards: Condition
) -> None:
    """Add the step that renames a volume on one server."""
    row.add(
        _renamed(server, volume.group, old, new, *guards),
        undo=(_renamed(server, volume.group, new, old),),
    )


def remove_for_good(row: StepRow, server: str, volume: Volume, resting: str) -> None:
    """Add the steps that remove a volume of the bin from one server, with its configuration."""
    row.add(
        on(
            server,
            f"Remove the volume {volume.group}/{resting} from {server} for good",
            lvremove(volume.group, resting),
            NoVolume(server, volume.group, resting),
            VolumeUnused(volume.group, resting),
            VolumeNotExported(volume.group, resting),
            watch=(),
        ),
        no_undo=f"The content of {volume.former_name} on {server} is lost for good.",
    )
    if volume.snapshot_of:
        return
    aside = aside_path(volume.former_name, resting)
    row.add(
        on(
            server,
            f"Remove the configuration of {volume.former_name} from {server} for good",
            remove_file(aside),
            HostSays(server, file_there(aside), 1, f"{aside} is still on {server}."),
        )
    )


def aside_path(name: str, resting: str) -> str:
    """Return where the configuration of a replica lies while its volume is in the bin."""
    return replica_path(name) + resting.removeprefix(name)


def _down(server: str, replica: str) -> Action:
    return on(
        server,
        f"Take the replica {replica} down on {server}",
        drbdadm("down", replica),
        ReplicaSideIs(replica, server, up=False),
    )


def _move(server: str, title: str, path: str, new_path: str, replica: str = "") -> Action:
    is_gone = HostSays(server, file_there(path), 1, f"{path} is still on {server}.")
    is_there = HostSays(server, file_there(new_path), 0, f"{server} has no {new_path}.")
    has_source = HostSays(server, file_there(path), 0, f"{server} has no {path}.")
    down = (ReplicaSideIs(replica, server, up=False),) if replica else ()
    return on(
        server, title, move_file(path, new_path), AllOf((is_there, is_gone)), *down, has_source
    )


def _renamed(server: str, group: str, old: str, new: str, *guards: Condition) -> Action:
    return on(
        server,
        f"Rename {group}/{old} to {new} on {server}",
        lvrename(group, old, new),
        AllOf((VolumeIs(server, group, new), NoVolume(server, group, old))),
        *guards,
        VolumeIs(server, group, old),
        NoVolume(server, group, new),
    )
