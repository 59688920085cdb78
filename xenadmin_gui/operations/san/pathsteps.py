"""The hosts take a LUN up, or are rid of it."""

from __future__ import annotations

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AnyOf, Condition
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.commands import (
    delete_paths,
    iscsi_rescan,
    multipath_flush,
    multipath_reload,
    paths_gone,
)
from xenadmin_gui.operations.san.steps import PATHS_S, StepRow, on
from xenadmin_gui.operations.sancondition import (
    HostSays,
    HostSilent,
    LunOffered,
    LunUnused,
    NoPaths,
    PathsReady,
)
from xenadmin_gui.operations.sanholds import multipath_of

_LOOK = "Look at the host's sessions, and what 'multipath -ll' says there."


def rescan_steps(
    row: StepRow, snapshot: Snapshot, hosts: tuple[str, ...], target: str, wwid: str
) -> None:
    """Add a step for each host: look for the new LUN, wait until every path is there.

    A host that fails keeps none of the others from it.
    """
    for host in hosts:
        count = sessions_of(snapshot, host, target)
        if count == 0:
            continue
        flush, delete = removal(host, wwid, silent_is_fine=True)
        row.add(
            rescan(host, wwid, count, LunOffered(wwid)),
            undo=(flush, delete),
            even_after_failure=True,
        )


def rescan(host: str, wwid: str, count: int, *only_if: Condition) -> Action:
    """Make the action that has a host find ``count`` paths to a LUN."""
    return on(
        host,
        f"Have {host} find the {count} paths to the LUN {wwid}",
        iscsi_rescan(),
        PathsReady(host, wwid, count),
        *only_if,
        timeout_s=PATHS_S,
        when_late=_LOOK,
    )


def removal_steps(
    row: StepRow,
    snapshot: Snapshot,
    hosts: tuple[str, ...],
    target: str,
    wwid: str,
    guard: Condition | None = None,
) -> None:
    """Add two steps for each host: take its multipath device away, then its paths.

    Args:
        guard: What has to hold right before; None: no VM has the LUN as a disk.
    """
    for host in hosts:
        if multipath_of(snapshot, host, wwid) is None and not sessions_of(snapshot, host, target):
            continue
        flush, delete = removal(host, wwid, guard)
        back = on(
            host,
            f"Have {host} make the multipath device of the LUN {wwid} again",
            multipath_reload(wwid),
            PathsReady(host, wwid, 1),
            timeout_s=PATHS_S,
            when_late=_LOOK,
        )
        row.add(flush, undo=(back,))
        found = HostSays(host, paths_gone(wwid), 1, f"{host} does not see the LUN {wwid} yet.")
        again = on(
            host,
            f"Have {host} find the LUN {wwid} again",
            iscsi_rescan(),
            found,
            timeout_s=PATHS_S,
            when_late=_LOOK,
        )
        row.add(delete, undo=(again,))


def removal(
    host: str, wwid: str, guard: Condition | None = None, *, silent_is_fine: bool = False
) -> tuple[Action, Action]:
    """Make the actions that rid a host of a LUN.

    Args:
        guard: What has to hold right before; None: no VM has the LUN as a disk.
        silent_is_fine: A host that does not answer counts as rid of it.
    """
    gone: Condition = NoPaths(host, wwid)
    bare: Condition = HostSays(host, paths_gone(wwid), 0, f"{host} still sees the LUN {wwid}.")
    if silent_is_fine:
        gone, bare = AnyOf((gone, HostSilent(host))), AnyOf((bare, HostSilent(host)))
    flush = on(
        host,
        f"Take the multipath device of the LUN {wwid} away from {host}",
        multipath_flush(wwid),
        gone,
        LunUnused(wwid) if guard is None else guard,
        watch=(),
        when_late=f"Something on {host} holds it open: 'dmsetup info -c {wwid}', 'lsof'.",
    )
    delete = on(
        host,
        f"Take the paths of the LUN {wwid} away from {host}",
        delete_paths(wwid),
        bare,
        NoPaths(host, wwid),
    )
    return flush, delete


def sessions_of(snapshot: Snapshot, host: str, target: str) -> int:
    """Count the sessions that a host has with a target now."""
    return len(
        {
            session.portal
            for session in snapshot.san.sessions
            if (session.host, session.target) == (host, target) and session.state == "LOGGED_IN"
        }
    )
