"""The SAN's values: what a replica's state means, volumes, the recycle bin, files of a host."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from xenadmin_gui.domain.hostfile import file_is, write_file
from xenadmin_gui.domain.san import (
    Replica,
    ReplicaSide,
    Volume,
    VolumeCopy,
    deleted_name,
)
from xenadmin_gui.domain.states import Health


def side(
    server: str = "san1",
    role: str = "Primary",
    disk: str = "UpToDate",
    connection: str = "Connected",
    replication: str = "Established",
    peer_role: str = "Secondary",
    peer_disk: str = "UpToDate",
    out_of_sync_bytes: int | None = 0,
    *,
    quorum: bool | None = None,
    is_up: bool = True,
) -> ReplicaSide:
    return ReplicaSide(
        server,
        role,
        disk,
        connection,
        replication,
        peer_role,
        peer_disk,
        out_of_sync_bytes=out_of_sync_bytes,
        quorum=quorum,
        is_up=is_up,
    )


MEANINGS = [
    (side(), "Both copies are the same", Health.OK),
    (side(connection="StandAlone", replication=""), "split brain", Health.FAILED),
    (side(connection="Connecting", replication=""), "waits for the other", Health.DEGRADED),
    (side(disk="Inconsistent"), "half old and half new", Health.FAILED),
    (side(disk="Inconsistent", replication="SyncTarget"), "being filled", Health.WORKING),
    (side(replication="SyncSource", peer_disk="Inconsistent"), "fills the other", Health.WORKING),
    (side(disk="Outdated", connection="Connecting"), "older than the other", Health.DEGRADED),
    (side(disk="Diskless"), "has no disk", Health.FAILED),
    (side(disk="Failed"), "has failed", Health.FAILED),
    (side(peer_role="Primary"), "Both servers have it as Primary", Health.DEGRADED),
    (side(quorum=False), "no quorum", Health.FAILED),
    (side(replication="VerifyS"), "being compared", Health.WORKING),
    (side(peer_disk="Diskless"), "not good (Diskless)", Health.DEGRADED),
    (side(role="", disk="", is_up=False), "DRBD is down", Health.DEGRADED),
]


@pytest.mark.parametrize(("one", "words", "health"), MEANINGS, ids=[m[1] for m in MEANINGS])
def test_a_side_s_state_is_told_in_words(one: ReplicaSide, words: str, health: Health) -> None:
    what, advice = one.meaning
    assert words in what
    assert one.health is health
    assert bool(advice) is (health is not Health.OK and "compared" not in words)


def cut(server: str, role: str, connection: str, changed: int) -> ReplicaSide:
    return side(server, role, "UpToDate", connection, "", "", "DUnknown", changed)


@pytest.mark.parametrize(
    ("one", "other", "is_split"),
    [
        (("Primary", "StandAlone", 4096), ("Secondary", "StandAlone", 8192), True),
        (("Primary", "StandAlone", 4096), ("Secondary", "StandAlone", 0), False),
        (("Primary", "StandAlone", 4096), ("Secondary", "Connecting", 8192), True),
        (("Primary", "Connecting", 4096), ("Primary", "Connecting", 0), True),
        (("Primary", "Connecting", 4096), ("Secondary", "Connecting", 4096), False),
    ],
)
def test_a_split_brain_is_told_from_a_mere_cut(
    one: tuple[str, str, int], other: tuple[str, str, int], is_split: bool
) -> None:
    replica = Replica("vm1", (cut("san1", *one), cut("san2", *other)))
    assert replica.is_split_brain is is_split
    assert not replica.is_in_sync


def test_a_replica_that_is_down_everywhere_has_failed() -> None:
    down = [side(name, "", "", "", "", "", "", None, is_up=False) for name in ("san1", "san2")]
    assert Replica("vm1", tuple(down)).health is Health.FAILED


def test_one_side_connected_to_a_side_that_is_down_is_a_contradiction() -> None:
    replica = Replica("vm1", (side("san1"), side("san2", "", "", "", "", "", "", is_up=False)))
    assert replica.disagreement == "san1 says vm1 is connected, san2 says it is down."


def test_the_recycle_bin_is_a_name() -> None:
    volume = Volume(deleted_name("web-1", 1795742594.9), "vg_san", 4096)
    assert volume.name == "web-1.deleted-1795742594"
    assert (volume.former_name, volume.deleted_at) == ("web-1", 1795742594.0)
    assert volume.health is Health.OFF
    plain = Volume("x.deleted-soon", "vg_san", 4096)
    assert (plain.former_name, plain.deleted_at) == ("x.deleted-soon", None)


@pytest.mark.parametrize(
    ("attributes", "health"),
    [("-wi-ao----", Health.OK), ("-wi-ao--p-", Health.FAILED), ("swi-I-s---", Health.FAILED)],
)
def test_lv_attr_tells_a_volume_s_health(attributes: str, health: Health) -> None:
    copies = (VolumeCopy("san1", 4096, "-wi-ao----"), VolumeCopy("san2", 4096, attributes))
    volume = Volume("web", "vg_san", 4096, copies=copies)
    assert volume.health is health
    assert volume.copy("san2") is copies[1]
    assert volume.copy("san3") is None


@pytest.mark.parametrize("text", ["", "resource vm1 {\n\t'a' \"b\" $HOME %s \\n\n}\n", "no end"])
def test_a_file_is_written_as_a_whole_and_recognised(tmp_path: Path, text: str) -> None:
    path = str(tmp_path / "with space.res")
    assert subprocess.run(file_is(path, text).argv, capture_output=True).returncode != 0
    subprocess.run(write_file(path, text).argv, check=True)
    assert Path(path).read_text() == text
    assert subprocess.run(file_is(path, text).argv).returncode == 0
    assert subprocess.run(file_is(path, text + "x").argv, capture_output=True).returncode == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["with space.res"]
