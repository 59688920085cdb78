"""A cluster in a file or a simulated one, its journal, and a runner on both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filecluster import FileCluster
from simcluster import SimCluster, few_guests

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.sim.blueprint import Blueprint


@pytest.fixture
def cluster(tmp_path: Path) -> FileCluster:
    return FileCluster(tmp_path / "cluster.json")


@pytest.fixture
def blueprint() -> Blueprint:
    """What ``sim`` is built after: VMs protected and not, running and off, without more."""
    return few_guests("build", "erp", "test3", "web1", "web2")


@pytest.fixture
def sim(blueprint: Blueprint) -> Iterator[SimCluster]:
    sim = SimCluster(blueprint=blueprint)
    yield sim
    sim.close()


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """What is seen of a fresh demonstration cluster, for tests that change nothing in it."""
    sim = SimCluster()
    try:
        return sim.snapshot
    finally:
        sim.close()


@pytest.fixture
def journal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Journal]:
    """The journal of the cluster that the test works on."""
    name = "sim" if "sim" in request.fixturenames else "cluster"
    cluster: SimCluster | FileCluster = request.getfixturevalue(name)
    journal = Journal(tmp_path / "journal.db", clock=cluster.clock)
    yield journal
    journal.close()


@pytest.fixture
def runner(cluster: FileCluster, journal: Journal) -> Runner:
    return Runner(cluster, journal)
