"""Files lie where the XDG specification says."""

from __future__ import annotations

from pathlib import Path

import pytest

from xenadmin_gui.session import paths


def test_the_environment_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/conf")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert paths.clusters_dir() == Path("/conf/xenadmin/clusters")
    assert paths.cluster_state_dir("lab") == Path("/state/xenadmin/clusters/lab")


@pytest.mark.parametrize("value", ["", "relative/dir"])
def test_empty_and_relative_values_are_ignored(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HOME", "/home/anna")
    monkeypatch.setenv("XDG_CONFIG_HOME", value)
    assert paths.config_dir() == Path("/home/anna/.config/xenadmin")


def test_a_directory_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(paths.PreconditionError, match="cannot be made"):
        paths.make_private(tmp_path / "file" / "dir")
