"""The check of a cluster says of every server what works, what does not, and what was not tried."""

from __future__ import annotations

import pytest
from session_paper import Machine, PaperConnector

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import (
    AuthenticationError,
    HostKeyChangedError,
    HostKeyUnknownError,
    UnreachableError,
)
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.pacemaker import ControlMode, Node, Pacemaker
from xenadmin_gui.domain.san import Multipath, Path, Replica, ReplicaSide, San
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.check import Check, check_cluster

BOTH = ServerConfig("one", frozenset(Role), "10.0.0.1")
CONFIG = ClusterConfig("c", servers=(BOTH,))


def check(machine: Machine, snapshot: Snapshot | None = None) -> dict[str, Check]:
    told: list[Check] = []
    checks = check_cluster(
        CONFIG, PaperConnector([machine]), snapshot or Snapshot("c"), JobContext(), told.append
    )
    assert tuple(told) == checks
    return {c.name: c for c in checks}


@pytest.mark.parametrize(
    ("trouble", "broken"),
    [
        (UnreachableError("one", "No route."), "reachable"),
        (HostKeyUnknownError("one", "ssh-ed25519", "SHA256:x"), "host key"),
        (HostKeyChangedError("one", "Another key."), "host key"),
        (AuthenticationError("one", "No key."), "log-in"),
    ],
)
def test_what_comes_after_the_first_failure_is_skipped(
    trouble: UnreachableError, broken: str
) -> None:
    checks = check(Machine({}, {"10.0.0.1"}, trouble))
    names = ["reachable", "host key", "log-in"]
    at = names.index(broken)
    verdicts = [str(checks[name].verdict) for name in names]
    assert verdicts == ["passed"] * at + ["failed"] + ["skipped"] * (2 - at)
    assert checks[broken].sentence == trouble.sentence
    assert "tools" not in checks


def test_missing_tools_and_a_silent_libvirt_are_named() -> None:
    checks = check(Machine({("cat", "/proc/uptime"): "1.0 1.0\n"}, {"10.0.0.1"}))
    assert "xl, " in checks["tools"].sentence
    assert checks["tools"].next_step == "Install what is missing."
    assert checks["libvirt"].sentence == "No libvirt answers at xen:///system."


def test_paths_replicas_and_quorum_are_judged_by_the_snapshot() -> None:
    ready, faulty = Path("sda", "a", "ready"), Path("sdb", "b", "faulty")
    side = ReplicaSide("one", "Primary", "UpToDate", "StandAlone")
    snapshot = Snapshot(
        "c",
        san=San(
            replicas=(Replica("r0", (side,)),),
            multipaths=(Multipath("one", "3600", (ready, faulty), device="dm-1"),),
        ),
        pacemaker=Pacemaker(
            seen_from="one",
            with_quorum=False,
            fencing_enabled=False,
            mode=ControlMode.AUTOMATIC,
            nodes=(Node("one", True), Node("two", False)),
        ),
    )
    checks = check(Machine({}, {"10.0.0.1"}), snapshot)
    assert checks["paths"].sentence == "Usable: dm-1: 1 of 2 paths."
    assert checks["DRBD"].sentence == "r0 is UpToDate, StandAlone."
    assert checks["members"].sentence == "Not online: two."
    names = ["paths", "DRBD", "quorum", "members", "fencing"]
    assert {str(checks[name].verdict) for name in names} == {"failed"}
