"""A cluster in a file, its journal, and a runner on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filecluster import FileCluster

from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner


@pytest.fixture
def cluster(tmp_path: Path) -> FileCluster:
    return FileCluster(tmp_path / "cluster.json")


@pytest.fixture
def journal(tmp_path: Path, cluster: FileCluster) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    yield journal
    journal.close()


@pytest.fixture
def runner(cluster: FileCluster, journal: Journal) -> Runner:
    return Runner(cluster, journal)
