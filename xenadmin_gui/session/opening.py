"""Opens clusters: which connections, which time and which stores belong to which name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.errors import ConfigError, HostKeyUnknownError, XenadminError
from xenadmin_gui.jobs.clock import SystemClock
from xenadmin_gui.jobs.scratch import Scratch
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.session.cluster_file import load
from xenadmin_gui.session.eventlog import EventLog
from xenadmin_gui.session.history import DefinitionHistory
from xenadmin_gui.session.paths import cluster_state_dir, clusters_dir, make_private
from xenadmin_gui.session.session import Session

if TYPE_CHECKING:
    from xenadmin_gui.transport.ssh import SshConnector

_JOURNAL = "journal.sqlite"
_EVENTS = "events.sqlite"
_DEFINITIONS = "definitions.sqlite"


def cluster_names() -> tuple[str, ...]:
    """Return the names of all cluster files, in order; wrong ones too."""
    try:
        names = [path.stem for path in clusters_dir().iterdir() if path.suffix == ".yaml"]
    except OSError:
        return ()
    return tuple(sorted(name for name in names if not name.startswith(".")))


def cluster_path(name: str) -> Path:
    """Return where the cluster file called ``name`` lies; a path to one is taken as it is."""
    if os.sep in name or name.endswith(".yaml"):
        return Path(name).expanduser()
    return clusters_dir() / f"{name}.yaml"


def open_cluster(name: str) -> Session:
    """Open the real cluster called ``name`` (or a path to its file); connects to nothing yet.

    Raises:
        ConfigError: There is no such file, or it is wrong.
        PreconditionError: The journal, the events or the history cannot be opened.
    """
    from xenadmin_gui.transport.secrets import KeyringSecrets
    from xenadmin_gui.transport.ssh import SshConnector

    path = cluster_path(name)
    if not path.exists():
        known = ", ".join(cluster_names())
        raise ConfigError(
            f"There is no cluster file {path}.",
            next_step=f"There are {known}." if known else "Make one with 'Add cluster'.",
        )
    config = load(path)
    clock = SystemClock()
    secrets = KeyringSecrets()
    connector = SshConnector(config, secrets, clock=clock)
    directory = make_private(cluster_state_dir(config.name))
    return Session(
        config,
        connector,
        clock,
        Journal(directory / _JOURNAL, clock=clock),
        EventLog(directory / _EVENTS),
        definitions=DefinitionHistory(directory / _DEFINITIONS),
        secrets=secrets,
        accept_key=connector.accept_host_key,
    )


def open_demo(directory: Path | None = None, *, virtual: bool = False) -> Session:
    """Open the simulated demonstration cluster.

    Args:
        directory: Where it is kept with its journal and its time; None: it is thrown away.
        virtual: Time stands still but for drills and for what a plan waits for.

    Raises:
        PreconditionError: Pacemaker's programs are not installed.
        XenadminError: The directory holds something else, or another program holds on to it.
    """
    from xenadmin_gui.sim.clock import RealClock, VirtualClock
    from xenadmin_gui.sim.connector import SimConnector
    from xenadmin_gui.sim.demo import demo_config, demo_world
    from xenadmin_gui.sim.drill import Drill

    if directory is not None:
        make_private(directory)
    world = demo_world(directory, is_now=not virtual)
    clock = VirtualClock(world) if virtual else RealClock(world)
    at_close: list[Callable[[], None]] = [clock.close]
    if directory is None:
        scratch = Scratch("xenadmin-demo-")
        directory = scratch.path
        at_close.append(scratch.remove)
    return Session(
        demo_config(),
        SimConnector(world, clock),
        clock,
        Journal(directory / _JOURNAL, clock=clock),
        EventLog(directory / _EVENTS),
        definitions=DefinitionHistory(directory / _DEFINITIONS),
        drill=Drill(world, clock),
        at_close=at_close,
    )


class SshConnections:
    """Makes SSH connections for *Add cluster*, while there is no cluster file yet.

    Attributes:
        secrets: Where passwords and passphrases are kept.
    """

    def __init__(self) -> None:
        from xenadmin_gui.transport.secrets import KeyringSecrets

        self.secrets = KeyringSecrets()
        self._made: list[SshConnector] = []

    def __call__(self, config: ClusterConfig) -> SshConnector:
        """Make a connector for a provisional configuration."""
        from xenadmin_gui.transport.ssh import SshConnector

        connector = SshConnector(config, self.secrets)
        self._made.append(connector)
        return connector

    def accept_host_key(self, error: HostKeyUnknownError) -> None:
        """Remember the key that ``error`` showed.

        Raises:
            XenadminError: It was not shown here, or cannot be written.
        """
        problem: XenadminError | None = None
        for connector in reversed(self._made):
            try:
                return connector.accept_host_key(error)
            except XenadminError as refused:
                problem = problem or refused
        if problem is not None:
            raise problem
        return None
