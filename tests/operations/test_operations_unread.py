"""What a server that answers could not say is unknown: never gone, never free, never unused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from labsan import FREE, GIB, WWID, lab_snapshot

from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import Condition, holds
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.explain import why_not
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.vmdisk import DiskAttach
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.sancondition import (
    GroupRoom,
    InitiatorAllowed,
    LunNumberFree,
    LunOffered,
    LunUnused,
    NoLun,
    NoPaths,
    NoSessions,
    NoVolume,
    PathsReady,
    ReplicaSideIs,
    SessionIs,
    VolumeNotExported,
    VolumeUnused,
)
from xenadmin_gui.operations.vmedit.condition import NotDefined

GARBLED = "the answer is no JSON"
DRBD = ("drbdadm status", "drbdsetup events2")


def unread(server: str, *tools: str) -> Snapshot:
    """The cluster when ``server`` answers, and what ``tools`` say there is garbled."""
    snapshot = lab_snapshot()
    said = replace(snapshot.servers[server], missing=tuple((tool, GARBLED) for tool in tools))
    return replace(snapshot, servers={**snapshot.servers, server: said}, san=San(), vms={})


@pytest.mark.parametrize(
    ("condition", "server", "tools"),
    [
        (NoVolume("san1", "vg_san", FREE), "san1", ("lvs",)),
        (GroupRoom("san1", "vg_san", GIB), "san1", ("vgs",)),
        (ReplicaSideIs(FREE, "san1", up=False), "san1", DRBD),
        (NoLun(WWID), "san1", ("configfs",)),
        (LunOffered(WWID), "san2", ("configfs",)),
        (LunNumberFree("iqn.x", 1, WWID), "san1", ("configfs",)),
        (VolumeNotExported("vg_san", FREE), "san1", ("configfs",)),
        (InitiatorAllowed("iqn.x", "iqn.y", False), "san1", ("configfs",)),
        (NoPaths("xen1", WWID), "xen1", ("multipathd",)),
        (PathsReady("xen1", WWID, 1), "xen1", ("multipathd",)),
        (NoSessions("xen1"), "xen1", ("iscsiadm",)),
        (SessionIs("xen1", "10.0.0.1:3260", False), "xen1", ("iscsiadm",)),
        (LunUnused(WWID), "xen1", ("libvirt",)),
        (VolumeUnused("vg_san", FREE), "xen1", ("definitions",)),
        (NotDefined("uuid", "xen1", "file"), "xen1", ("sha256sum",)),
        (NotDefined("uuid", "xen1", "libvirt"), "xen1", ("libvirt",)),
        (NotDefined("uuid", "xen1", "deleted"), "xen1", ("recycle bin",)),
    ],
)
def test_garbled_answers_say_nothing(
    condition: Condition, server: str, tools: tuple[str, ...]
) -> None:
    snapshot = unread(server, *tools)
    assert holds(condition, snapshot) is None
    if not isinstance(condition, InitiatorAllowed):
        assert holds(condition, unread(server, "another tool")) is not None
    assert why_not(condition, snapshot).endswith(f" on {server} cannot be read: {GARBLED}.")


def test_one_of_two_tools_is_enough_to_know_that_a_replica_is_down() -> None:
    assert holds(ReplicaSideIs(FREE, "san1", up=False), unread("san1", DRBD[0])) is True


def test_what_is_seen_is_there_whatever_else_is_garbled() -> None:
    snapshot = lab_snapshot()
    garbled = replace(snapshot.servers["xen1"], missing=(("libvirt", GARBLED),))
    snapshot = replace(snapshot, servers={**snapshot.servers, "xen1": garbled})
    assert holds(LunUnused(WWID), snapshot) is False
    assert "is a disk of" in why_not(LunUnused(WWID), snapshot)


def silent(host: str, **known: Any) -> Snapshot:
    """The cluster, with one VM that has no disk, while a host does not answer."""
    snapshot = lab_snapshot()
    said = replace(snapshot.servers[host], **{"state": HostState.UNREACHABLE, **known})
    vms = {"u2": Vm("u2", "web2", VmState.OFF, kind=VmKind.PVH)}
    return replace(snapshot, servers={**snapshot.servers, host: said}, vms=vms)


@pytest.mark.parametrize(
    "draft", [LunWithdraw(WWID), VolumeDelete("vg_san", FREE), DiskAttach("u2", WWID)]
)
def test_what_a_host_that_never_answered_may_use_is_not_taken(draft: Draft) -> None:
    codes = {problem.code: problem for problem in draft.problems(silent("xen1"))}
    assert codes["users-unknown"].sentence.startswith("xen1 cannot be asked")
    for known in ({"os": "Debian 12"}, {"state": HostState.FENCED}, {"state": HostState.UP}):
        assert "users-unknown" not in {p.code for p in draft.problems(silent("xen1", **known))}


def test_a_vm_whose_disks_nobody_knows_may_have_any() -> None:
    snapshot = lab_snapshot()
    vms = {"u3": Vm("u3", "odd", VmState.UNKNOWN, "xen1", reason="xen1 cannot be asked.")}
    (problem,) = LunWithdraw(WWID).problems(replace(snapshot, vms=vms))
    assert problem.code == "users-unknown"
    assert problem.sentence == "What odd has as disks is not known. xen1 cannot be asked."
