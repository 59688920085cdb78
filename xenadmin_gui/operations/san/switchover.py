"""Drafts about who serves the SAN: a planned switchover, a server's maintenance and its end."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.condition import AllOf, Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.commands import clear_resource, move_resource, set_standby
from xenadmin_gui.operations.san.layout import SanLayout, san_layout
from xenadmin_gui.operations.san.refusals import (
    no_server,
    not_in_sync,
    not_served,
    serving_replicas,
    silent,
)
from xenadmin_gui.operations.san.steps import PACEMAKER_S, PATHS_S, StepRow, on, told
from xenadmin_gui.operations.sancondition import (
    CibHas,
    LunOffered,
    NodeEmpty,
    NodeStandby,
    PathsReady,
    ReplicaInSync,
    SanActive,
)

MOVE_S = 900.0
#: A resync of whole volumes takes its time.
RESYNC_S = 24 * 3600.0
_PATHS = Command(("multipathd", "show", "maps", "json"))
_RESYNC = Command(("drbdadm", "status"))


@dataclass(frozen=True, slots=True)
class SanSwitchover:
    """Have the other server serve the SAN; the guests' I/O waits meanwhile, and goes on.

    Attributes:
        to: SAN server that is to serve.
    """

    to: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout, key = san_layout(snapshot), Key(Kind.SAN_SERVER, self.to)
        if self.to not in layout.servers:
            return (no_server(self.to, None, "to"),)
        if wrong := not_served(layout, key) or silent(snapshot, (self.to,), key):
            return wrong
        if layout.active == self.to:
            return ()
        return (
            *_not_ready(layout, self.to),
            *not_in_sync(snapshot, serving_replicas(layout)),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, key = san_layout(snapshot), Key(Kind.SAN_SERVER, self.to)
        row, is_so = StepRow(key), layout.active == self.to
        if not is_so:
            self._steps(row, layout)
        means = f"{self.to} serves the SAN already." if is_so else _pause(snapshot)
        verdict = Verdict.ALREADY if is_so else Verdict.WILL_DO
        return Plan(
            id=new_plan_id(),
            title=f"Switch the SAN over to {self.to}",
            subjects=(Subject(key, self.to, verdict, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _steps(self, row: StepRow, layout: SanLayout) -> None:
        before = layout.active
        move = _move(layout, self.to)
        back = () if before is None else (_move(layout, before, is_back=True), _clear(layout))
        row.add(move, undo=back)
        row.add(_clear(layout), even_after_failure=True)
        path_checks(row, layout)


@dataclass(frozen=True, slots=True)
class SanMaintenance:
    """Take a SAN server out of service, or back into it.

    Attributes:
        on: Out of service; else back, with the wait until every replica is in sync.
    """

    server: str
    on: bool

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        layout, key = san_layout(snapshot), Key(Kind.SAN_SERVER, self.server)
        if self.server not in layout.servers:
            return (no_server(self.server, None, "server"),)
        node = snapshot.pacemaker.node(layout.node(self.server))
        if wrong := not_served(layout, key):
            return wrong
        if node is None:
            sentence = f"Pacemaker does not know the node {layout.node(self.server)}."
            return (Problem(sentence, "Look at 'crm_mon -1'.", key, "no-node", "server"),)
        if not self.on or node.standby:
            return ()
        others = [name for name in layout.servers if name != self.server]
        if not others:
            sentence = f"{self.server} is the only SAN server: nobody could serve instead."
            return (Problem(sentence, "Shut the VMs down first.", key, "no-other", "server"),)
        found = [p for name in others for p in _not_ready(layout, name)]
        return (*found, *not_in_sync(snapshot, serving_replicas(layout)))

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        layout, key = san_layout(snapshot), Key(Kind.SAN_SERVER, self.server)
        row, node = StepRow(key), snapshot.pacemaker.node(layout.node(self.server))
        standby = node is not None and node.standby
        if self.on and not standby:
            row.add(self._out(layout), undo=(self._back(layout),))
            path_checks(row, layout)
            title, means = f"Take {self.server} out of service", self._exposed(snapshot)
        elif self.on:
            title, means = f"Take {self.server} out of service", f"{self.server} is so already."
        else:
            if standby:
                row.add(self._back(layout), undo=(self._out(layout),))
            self._resync(row, layout)
            title = f"Take {self.server} back into service"
            means = "It is done when every replica is in sync; until then nothing else may fail."
        return Plan(
            id=new_plan_id(),
            title=title,
            subjects=(
                Subject(key, self.server, Verdict.WILL_DO if row.steps else Verdict.ALREADY, means),
            ),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _exposed(self, snapshot: Snapshot) -> str:
        alone = "While it is out, nothing is mirrored: the SAN lives on one server."
        return f"{_pause(snapshot)} {alone}" if self._serves(snapshot) else alone

    def _serves(self, snapshot: Snapshot) -> bool:
        return snapshot.san.active_server == self.server

    def _out(self, layout: SanLayout) -> Action:
        node = layout.node(self.server)
        done: tuple[Condition, ...] = (NodeStandby(node, standby=True), NodeEmpty(node))
        guards: tuple[Condition, ...] = ()
        if layout.active == self.server and len(layout.servers) > 1:
            other = next(name for name in layout.servers if name != self.server)
            done += (SanActive(other), *_offered(layout, other))
        others = [name for name in layout.servers if name != self.server]
        guards += tuple(NodeStandby(layout.node(name), standby=False) for name in others)
        guards += tuple(ReplicaInSync(name) for name in serving_replicas(layout))
        return told(
            layout,
            f"Take {self.server} out of service and wait until nothing runs there",
            set_standby(node, standby=True),
            AllOf(done),
            *guards,
            accepted_when=NodeStandby(node, standby=True),
            timeout_s=MOVE_S,
            if_left=f"{self.server} stays out of service until it is taken back.",
        )

    def _back(self, layout: SanLayout) -> Action:
        node = layout.node(self.server)
        return told(
            layout,
            f"Have Pacemaker use {self.server} again",
            set_standby(node, standby=False),
            NodeStandby(node, standby=False),
            timeout_s=PACEMAKER_S,
        )

    def _resync(self, row: StepRow, layout: SanLayout) -> None:
        server = next(n for n in (layout.active, *layout.passive, self.server) if n)
        for replica in serving_replicas(layout):
            wait = on(
                server,
                f"Wait until the replica {replica} is in sync again",
                Command((*_RESYNC.argv, replica)),
                ReplicaInSync(replica),
                timeout_s=RESYNC_S,
                watch=layout.servers,
                when_late="Look at the replica: a pair that is not connected does not resync.",
                if_left="The resync goes on by itself.",
            )
            row.add(wait, even_after_failure=True)


def path_checks(row: StepRow, layout: SanLayout) -> None:
    """Add a step for each host that answers: wait until it has the paths that it has now."""
    for host in layout.hosts:
        wanted = []
        for device in layout.snapshot.san.multipaths:
            count = sum(path.is_usable for path in device.paths)
            if device.host == host and count:
                wanted.append(PathsReady(host, device.wwid, count))
        if not wanted:
            continue
        check = on(
            host,
            f"Wait until {host} has all its paths again",
            _PATHS,
            AllOf(tuple(wanted)),
            timeout_s=PATHS_S,
            when_late="Look at the host's sessions, and what 'multipath -ll' says there.",
        )
        row.add(check, even_after_failure=True)


def _not_ready(layout: SanLayout, server: str) -> tuple[Problem, ...]:
    """Why Pacemaker would not have ``server`` serve."""
    key, name = Key(Kind.SAN_SERVER, server), layout.node(server)
    if wrong := silent(layout.snapshot, (server,), key):
        return wrong
    node = layout.snapshot.pacemaker.node(name)
    if node is None or not node.online:
        sentence = f"Pacemaker says that {name} is not online."
        return (Problem(sentence, f"Start Pacemaker on {server}.", key, "offline"),)
    if node.standby or node.maintenance:
        sentence = f"{server} is out of service."
        return (Problem(sentence, "Take it back into service first.", key, "standby"),)
    return ()


def _move(layout: SanLayout, server: str, *, is_back: bool = False) -> Action:
    node = layout.node(server)
    synced = tuple(ReplicaInSync(name) for name in serving_replicas(layout))
    guards: tuple[Condition, ...] = (NodeStandby(node, standby=False), *synced)
    title = f"Have Pacemaker move {layout.group} to {server}"
    if is_back:
        title = f"Have Pacemaker move {layout.group} back to {server}"
    return told(
        layout,
        title,
        move_resource(layout.group, node),
        AllOf((SanActive(server), *_offered(layout, server))),
        *guards,
        accepted_when=None if is_back else _pinned(layout),
        timeout_s=MOVE_S,
        if_left=f"The pin of {layout.group} to {server} ends by itself after 15 minutes.",
    )


def _clear(layout: SanLayout) -> Action:
    return told(
        layout,
        f"Have Pacemaker forget that {layout.group} was moved by hand",
        clear_resource(layout.group),
        CibHas(f"cli-prefer-{layout.group}", present=False),
    )


def _pinned(layout: SanLayout) -> Condition:
    return CibHas(f"cli-prefer-{layout.group}", present=True)


def _offered(layout: SanLayout, server: str) -> tuple[Condition, ...]:
    luns = layout.snapshot.san.luns
    return tuple(LunOffered(lun.wwid, server) for lun in luns if lun.server is not None)


def _pause(snapshot: Snapshot) -> str:
    count = len({uuid for volume in snapshot.san.volumes for uuid in volume.used_by})
    if count == 1:
        return "The I/O of one VM waits while the SAN moves, and goes on by itself."
    return f"The I/O of {count} VMs waits while the SAN moves, and goes on by itself."
