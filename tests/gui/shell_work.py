"""Work as a number that no load changes: calls of Python functions; and a SAN that makes much."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType

from PySide6.QtWidgets import QWidget
from shell_snapshots import GIB, TARGET, large, wwid_of

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Path, Replica, ReplicaSide, San, Volume
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui.pieces import Pieces
from xenadmin_gui.gui.window.turns import Turns

#: Less than 10 ms of an ordinary machine; events that grew with the cluster made 100,000 and more.
MOST_CALLS = 25_000


def calls_in(deed: Callable[[], object]) -> int:
    """Return how many Python functions were called in ``deed``; builtins are not counted."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        del frame, argument
        count += event == "call"

    former = sys.getprofile()
    sys.setprofile(note)
    try:
        deed()
    finally:
        sys.setprofile(former)
    return count


def work_of(window: QWidget, deed: Callable[[], object]) -> list[int]:
    """Do ``deed``, and what it begins piece by piece to its end: the calls of each event."""
    counts = [calls_in(deed)]
    while busy := _busy(window):
        counts += [calls_in(work.advance) for work in busy]
    return counts


def work_off(window: QWidget) -> None:
    """Do all that is under way, uncounted."""
    while busy := _busy(window):
        for work in busy:
            work.advance()


def _busy(window: QWidget) -> list[Pieces | Turns]:
    works: list[Pieces | Turns] = [*window.findChildren(Pieces), *window.findChildren(Turns)]
    return [work for work in works if work.is_busy]


def wide_san(replicas: int = 1000, hosts: int = 2) -> Snapshot:
    """Return a cluster with so many replicas, volumes and LUNs, each seen by every host.

    Each replica has something wrong with it.
    """
    base = large(hosts, replicas)
    san = San(
        replicas=tuple(Replica(f"r{n}", _sides(n, 0)) for n in range(replicas)),
        volumes=tuple(
            Volume(f"lv{n}", "vg_san", GIB, ("san1", "san2"), lun=wwid_of(n), replica=f"r{n}")
            for n in range(replicas)
        ),
        luns=tuple(
            Lun(wwid_of(n), TARGET, n, f"/dev/drbd{n}", server="san1", size_bytes=GIB)
            for n in range(replicas)
        ),
        multipaths=tuple(
            Multipath(host, wwid_of(n), (Path("sda", "a", "ready"), Path("sdb", "b", "ready")))
            for host in base.servers
            for n in range(replicas)
        ),
        active_server="san1",
    )
    return replace(base, san=san, findings=_findings(san, 0))


def with_changed_replicas(snapshot: Snapshot, turn: int) -> Snapshot:
    """Return a later snapshot in which every replica, and what is wrong with it, is another."""
    san = snapshot.san
    changed = tuple(replace(r, sides=_sides(n, turn)) for n, r in enumerate(san.replicas))
    san = replace(san, replicas=changed)
    findings = _findings(san, turn)
    return replace(snapshot, version=snapshot.version + 1, san=san, findings=findings)


def _sides(number: int, turn: int) -> tuple[ReplicaSide, ...]:
    return tuple(
        ReplicaSide(
            server,
            role,
            "UpToDate",
            "Connected",
            device=f"/dev/drbd{number}",
            size_bytes=GIB,
            out_of_sync_bytes=4096 * turn,
        )
        for server, role in (("san1", "Primary"), ("san2", "Secondary"))
    )


def _findings(san: San, turn: int) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "out-of-sync",
            Health.DEGRADED,
            Key(Kind.REPLICA, replica.name),
            f"{replica.name} has {turn} blocks out of sync.",
        )
        for replica in san.replicas
    )
