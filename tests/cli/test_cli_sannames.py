"""Which object of the SAN a word on the command line means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from xenadmin_gui.cli.sannames import find_lun, find_object, find_replica, find_volume
from xenadmin_gui.domain.errors import PreconditionError, UnreachableError
from xenadmin_gui.domain.san import deleted_name
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.opening import open_demo

WEB1 = "360014055a17e00300000000000000000"


@pytest.fixture(scope="module")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


def with_volumes(snapshot: Snapshot, *names: tuple[str, str]) -> Snapshot:
    web1 = find_volume(snapshot, "web1")
    more = [replace(web1, group=group, name=name, lun="") for group, name in names]
    san = replace(snapshot.san, volumes=(*snapshot.san.volumes, *more))
    return replace(snapshot, san=san)


@pytest.mark.parametrize("word", ["vg_san/web1", "web1", "3", WEB1])
def test_a_lun_is_found_by_volume_number_and_wwid(snapshot: Snapshot, word: str) -> None:
    assert find_lun(snapshot, word).wwid == WEB1


def test_a_volume_of_two_groups_is_asked_back(snapshot: Snapshot) -> None:
    both = with_volumes(snapshot, ("vg_other", "web1"))
    with pytest.raises(PreconditionError) as caught:
        find_volume(both, "web1")
    assert caught.value.code == "ambiguous-volume"
    assert "vg_other/web1" in caught.value.next_step
    assert find_volume(both, "vg_other/web1").group == "vg_other"


def test_what_was_deleted_is_found_by_its_former_name(snapshot: Snapshot) -> None:
    gone = deleted_name("old", 1_790_000_000)
    assert find_volume(with_volumes(snapshot, ("vg_san", gone)), "old").name == gone


def test_a_deleted_namesake_is_not_in_the_way(snapshot: Snapshot) -> None:
    more = with_volumes(snapshot, ("vg_san", deleted_name("web1", 1_790_000_000)))
    assert find_volume(more, "web1").name == "web1"


def test_a_name_of_several_things_is_asked_back(snapshot: Snapshot) -> None:
    with pytest.raises(PreconditionError) as caught:
        find_object(snapshot, "web1")
    assert "volume:vg_san/web1" in caught.value.next_step
    assert "replica:web1" in caught.value.next_step


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("volume:web1", "volume:vg_san/web1"),
        ("volume:vg_san/web1", "volume:vg_san/web1"),
        ("vg_san/web1", "volume:vg_san/web1"),
        ("san2", "san-server:san2"),
        ("storage-a", "network:storage-a"),
        (WEB1, f"lun:{WEB1}"),
    ],
)
def test_every_kind_of_object_is_found(snapshot: Snapshot, word: str, key: str) -> None:
    assert str(find_object(snapshot, word)) == key


def test_nothing_is_denied_while_a_san_server_is_silent(snapshot: Snapshot) -> None:
    with pytest.raises(PreconditionError):
        find_replica(snapshot, "nosuch")
    down = replace(snapshot.servers["san1"], state=HostState.UNREACHABLE)
    with pytest.raises(UnreachableError):
        find_replica(replace(snapshot, servers={**snapshot.servers, "san1": down}), "nosuch")
