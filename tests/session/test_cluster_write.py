"""A new cluster file is written whole or not at all, and reads back as what it was made from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import ConfigError, PreconditionError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.session.cluster_file import load
from xenadmin_gui.session.cluster_write import write_new

SAMPLE = Path(__file__).parents[2] / "resources" / "clusters" / "sample.yaml"


def test_it_reads_back_the_same(tmp_path: Path) -> None:
    config = load(SAMPLE)
    path = tmp_path / "clusters" / "sample.yaml"
    write_new(config, path)
    assert load(path) == config
    assert path.stat().st_mode & 0o777 == 0o600


def test_names_that_yaml_would_take_for_something_else_survive(tmp_path: Path) -> None:
    both = frozenset({Role.HOST, Role.SAN})
    server = ServerConfig("1", both, "no", user="yes", node="0x10")
    config = ClusterConfig("2026-01-01", title="on: #1", servers=(server,))
    path = tmp_path / "2026-01-01.yaml"
    write_new(config, path)
    assert load(path) == config


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    path.write_text("# mine\n")
    with pytest.raises(PreconditionError, match="there already"):
        write_new(load(SAMPLE), path)
    assert path.read_text() == "# mine\n"
    assert os.listdir(tmp_path) == ["sample.yaml"]


def test_values_that_would_not_be_read_back_are_not_written(tmp_path: Path) -> None:
    config = ClusterConfig("c", servers=(ServerConfig("x y", frozenset({Role.HOST}), "10.0.0.1"),))
    with pytest.raises(ConfigError):
        write_new(config, tmp_path / "c.yaml")
    assert not os.listdir(tmp_path)
