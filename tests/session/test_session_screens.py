"""Screens of VMs: a real VNC server behind a real sshd, reached through the one connection."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.screen_cluster import SECRET, Cluster, screen_cluster
from xenadmin_gui.domain.errors import PreconditionError, UnreachableError
from xenadmin_gui.session.screens import screen_refusal
from xenadmin_gui.session.viewers import find_viewer


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with screen_cluster(tmp_path_factory.mktemp("screens")) as cluster:
        yield cluster


def test_a_screen_is_seen_through_the_one_connection_until_its_viewer_is_closed(
    cluster: Cluster,
) -> None:
    screen = cluster.open("web1")
    assert cluster.what_the_viewer_saw() == ["RFB 003.008", "0o700", "web1"]
    assert screen.path.parent.parent == Path(os.environ["XDG_RUNTIME_DIR"])
    os.kill(screen.pid, 15)
    assert cluster.reason().startswith("The viewer ended")
    assert not screen.path.exists()
    assert screen.is_closed or screen.wait()


def test_the_viewer_ends_with_the_tunnel(cluster: Cluster) -> None:
    screen = cluster.open("web1")
    cluster.what_the_viewer_saw()
    screen._tunnel.close()
    cluster.reason()
    assert screen.wait() == "It was closed."
    with pytest.raises(ProcessLookupError):
        os.kill(screen.pid, 0)


def test_a_password_goes_through_a_file_and_stands_nowhere_else(cluster: Cluster) -> None:
    screen = cluster.open("db1")
    try:
        hidden = (cluster.seen.parent / "hidden").read_bytes()
        assert cluster.what_the_viewer_saw() == ["RFB 003.008", "0o700", hidden.hex()]
        told = [
            f"{record.argv} {record.output_tail}" for record in cluster.session.commands.records()
        ]
        assert any("--security-info" in line for line in told)
        assert not any(SECRET in line for line in [*told, " ".join(screen.argv)])
    finally:
        screen.close()


def test_what_cannot_be_shown_says_why(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = cluster.session.snapshot
    bare = screen_refusal(snapshot, snapshot.vms[cluster.uuids["bare"]])
    assert bare is not None
    assert bare.code == "no-screen"
    with pytest.raises(UnreachableError, match="opens no way to port"):
        cluster.open("dead")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(PreconditionError) as told:
        cluster.open("web1")
    assert "tigervnc-viewer" in told.value.next_step


def test_only_tigervnc_is_taken_for_a_viewer(tmp_path: Path) -> None:
    other = tmp_path / "xtightvncviewer"
    other.write_text("")
    other.chmod(0o755)
    (tmp_path / "vncviewer").symlink_to(other)
    assert find_viewer("vnc", str(tmp_path)) is None
    ours = tmp_path / "xtigervncviewer"
    ours.write_text("")
    ours.chmod(0o755)
    found = find_viewer("vnc", str(tmp_path))
    assert found is not None
    assert found.program == str(ours)


def test_a_session_that_ends_takes_its_viewers_with_it(cluster: Cluster) -> None:
    """The last of these tests: the session is closed after it."""
    screen = cluster.open("web1")
    cluster.what_the_viewer_saw()
    cluster.session.close()
    cluster.reason()
    with pytest.raises(ProcessLookupError):
        os.kill(screen.pid, 0)
