"""What Pacemaker says of nodes, resources and itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from xenadmin_gui.domain.states import Health

#: Whether Pacemaker stops what it once ran and what is configured no more.
ORPHANS = "stop-orphan-resources"
#: Beginning of the names of cluster options that say which resource needs it not to; the value is
#: what the option above was before, or ``UNSET``.
SPARES = "xenadmin-spares-"
UNSET = "unset"


class ControlMode(StrEnum):
    """How far the automatics may go."""

    AUTOMATIC = "automatic"
    ASK = "ask"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Node:
    """A cluster node as one partition sees it (``crm_mon --output-as=xml``, Pacemaker 2.1)."""

    name: str
    online: bool
    standby: bool = False
    maintenance: bool = False
    pending: bool = False
    unclean: bool = False
    is_dc: bool = False
    resources_running: int = 0
    type: str = "member"

    @property
    def health(self) -> Health:
        if self.unclean:
            return Health.FAILED
        if not self.online:
            return Health.OFF
        if self.pending:
            return Health.WORKING
        if self.standby or self.maintenance:
            return Health.MAINTENANCE
        return Health.OK


@dataclass(frozen=True, slots=True)
class Resource:
    """One running instance or one stopped resource.

    Attributes:
        role: ``Started``, ``Stopped``, ``Promoted``, ``Unpromoted`` …
        nodes: Where it is active; more than one is a fault except for clones.
        parent: Id of the group or clone it belongs to, or empty.
        pending: Action under way (``Starting``, ``Migrating``), or empty.
    """

    id: str
    agent: str
    role: str
    nodes: tuple[str, ...] = ()
    parent: str = ""
    managed: bool = True
    failed: bool = False
    blocked: bool = False
    orphaned: bool = False
    pending: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed action that Pacemaker remembers; ``when`` as it prints it."""

    resource: str
    task: str
    node: str
    status: str
    reason: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Pacemaker:
    """The cluster manager as seen by the member asked.

    Attributes:
        seen_from: Server that gave the answer.
        with_quorum: None when not said.
        mode: Derived from maintenance-mode.
        asked_at: Clock seconds of the answer; None when there was none.
        reason: Why nobody can be asked now (the rest is then the last answer), or empty.
        configuration: Text of the CIB's ``<configuration>`` element as read; empty: not known.
    """

    seen_from: str = ""
    version: str = ""
    dc: str = ""
    with_quorum: bool | None = None
    fencing_enabled: bool | None = None
    mode: ControlMode = ControlMode.OFF
    nodes: tuple[Node, ...] = ()
    resources: tuple[Resource, ...] = ()
    failures: tuple[Failure, ...] = ()
    options: dict[str, str] = field(default_factory=dict)
    asked_at: float | None = None
    reason: str = ""
    configuration: str = field(default="", repr=False)

    @property
    def is_present(self) -> bool:
        """Whether a Pacemaker answered at all."""
        return bool(self.seen_from)

    def node(self, name: str) -> Node | None:
        """Return the node called ``name``."""
        return next((node for node in self.nodes if node.name == name), None)

    def resource(self, resource_id: str) -> Resource | None:
        """Return the first instance of ``resource_id``."""
        return next((r for r in self.resources if r.id == resource_id), None)
