"""What a simulated Pacemaker remembers: members, histories, and the transition on its way."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Operation:
    """One entry of a resource's history on a node, as the CIB's status section keeps it.

    Attributes:
        interval_ms: 0 for what happens once.
        key: ``action:transition:target rc:uuid``.
        status: 0 done, 4 failed, -1 under way.
        changed_at: World seconds.
        digest: Fingerprint of the parameters it ran with.
        extra: Further attributes, such as migrate_source.
    """

    task: str
    interval_ms: int
    rc: int
    key: str
    call: int
    changed_at: float
    status: int = 0
    duration_ms: int = 0
    digest: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass
class History:
    """What Pacemaker remembers of one resource on one node."""

    resource: str
    agent_class: str
    provider: str
    agent: str
    operations: dict[str, Operation] = field(default_factory=dict)


@dataclass
class Member:
    """A cluster node in the eyes of the others.

    Attributes:
        joins_at: World seconds at which its Pacemaker is up; None while it is not coming.
        lost_at: World seconds at which the others will miss it; None while it is heard.
        active: Started resources without a place of their own in the world, by id.
        attributes: Transient node attributes.
    """

    id: str
    name: str
    in_ccm: bool = True
    crmd: str = "online"
    join: str = "member"
    expected: str = "member"
    joins_at: float | None = None
    lost_at: float | None = None
    active: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    history: dict[str, History] = field(default_factory=dict)


@dataclass
class Action:
    """One action of a transition graph.

    Attributes:
        kind: ``rsc_op``, ``pseudo_event`` or ``crm_event``.
        inputs: Ids of the actions that must have ended before.
        state: ``waiting running done failed``.
        job: Job of libvirt that it waits for, or None.
        parameters: The graph's attributes: those of the resource and CRM_meta_….
    """

    id: int
    kind: str
    task: str
    key: str
    node: str = ""
    resource: str = ""
    agent_class: str = ""
    provider: str = ""
    agent: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    inputs: list[int] = field(default_factory=list)
    state: str = "waiting"
    started_at: float = 0.0
    due: float | None = None
    job: int | None = None


@dataclass
class Transition:
    """A graph on its way; ``is_aborted`` when it must not start anything more."""

    number: int
    actions: dict[int, Action] = field(default_factory=dict)
    is_aborted: bool = False


@dataclass
class PacemakerState:
    """The CIB apart from its status section, and what is going on.

    Attributes:
        configuration: The ``<configuration>`` element as text; empty: no Pacemaker here.
        header: Attributes of the ``<cib>`` element.
        is_dirty: Whether the scheduler must look again.
        recheck_at: World seconds at which a rule changes its mind; None when none does.
    """

    configuration: str = ""
    header: dict[str, str] = field(default_factory=dict)
    updates: int = 0
    uuid: str = "5b0d2f0c-51a3-4f59-9c7c-0c9a7d6e3b11"
    members: dict[str, Member] = field(default_factory=dict)
    transition: Transition | None = None
    transitions: int = 0
    calls: int = 100
    is_dirty: bool = False
    recheck_at: float | None = None
    has_quorum: bool = True
