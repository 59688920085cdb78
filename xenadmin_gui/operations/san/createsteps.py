"""The actions that a new volume and its replica are made by, one server at a time."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.operations.condition import AnyOf
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.commands import drbdadm, file_there, lvremove, remove_file
from xenadmin_gui.operations.san.replicafile import ReplicaNumbers, replica_path
from xenadmin_gui.operations.san.steps import on
from xenadmin_gui.operations.sancondition import (
    HostSays,
    NoVolume,
    ReplicaNumbersFree,
    ReplicaSideIs,
    VolumeNotExported,
    VolumeUnused,
)


def bring_down(replica: str, server: str) -> Action:
    """Make the action that takes a server's side of a replica down."""
    return on(
        server,
        f"Take the replica {replica} down on {server}",
        drbdadm("down", replica),
        ReplicaSideIs(replica, server, up=False),
    )


def remove_volume(server: str, group: str, name: str) -> Action:
    return on(
        server,
        f"Remove the volume {group}/{name} from {server}",
        lvremove(group, name),
        NoVolume(server, group, name),
        VolumeUnused(group, name),
        VolumeNotExported(group, name),
        watch=(),
    )


def load_module(server: str) -> Action:
    """Have the kernel know DRBD, which the first replica needs; Pacemaker's agent does it later."""
    no_tools = f"{server} has no drbdadm: install the package drbd-utils there."
    return on(
        server,
        f"Have the kernel of {server} load DRBD",
        Command(("modprobe", "drbd")),
        HostSays(server, ("test", "-e", "/proc/drbd"), 0, f"The kernel of {server} has no DRBD."),
        HostSays(server, ("drbdadm", "--version"), 0, no_tools),
    )


def configure(name: str, server: str, text: str, numbers: ReplicaNumbers) -> Action:
    path = replica_path(name)
    written = file_is(path, text).argv
    taken = f"On {server} there is a file {path} already."
    return on(
        server,
        f"Configure the replica {name} on {server}",
        write_file(path, text),
        HostSays(server, written, 0, f"{path} on {server} is not as it should be."),
        HostSays(server, file_there(path), 1, taken),
        ReplicaNumbersFree(name, numbers.minor, numbers.port),
    )


def unconfigure(server: str, name: str) -> Action:
    path = replica_path(name)
    return on(
        server,
        f"Remove the configuration of the replica {name} from {server}",
        remove_file(path),
        HostSays(server, file_there(path), 1, f"{path} is still on {server}."),
        ReplicaSideIs(name, server, up=False),
    )


def write_metadata(name: str, server: str) -> Action:
    """Make the action that writes DRBD's metadata onto the volume of a server."""
    """Make the action that takes the configuration of a replica away again."""
    """Make the action that writes the configuration of a new replica."""
    """Make the action that removes a volume that nobody uses from a server."""
    readable = HostSays(
        server, drbdadm("dump-md", name).argv, 0, f"{name} on {server} has no metadata of DRBD."
    )
    return on(
        server,
        f"Write the metadata of the replica {name} on {server}",
        drbdadm("create-md", name, "--force"),
        AnyOf((ReplicaSideIs(name, server, up=True), readable)),
    )
