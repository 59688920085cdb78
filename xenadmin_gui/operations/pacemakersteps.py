"""The steps of a protected VM: Pacemaker is told what is wanted, and does it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.operations.commands import crm_clear, crm_move, crm_set
from xenadmin_gui.operations.condition import (
    AllOf,
    AnyOf,
    Condition,
    HostReady,
    ResourceRole,
    VmIs,
    VmMayMigrate,
    VmPinned,
    VmProtected,
    VmTargetRole,
)
from xenadmin_gui.operations.libvirtsteps import LibvirtSteps, as_step
from xenadmin_gui.operations.plan import Action, Step

START_S = 300.0
STOP_S = 600.0
MOVE_S = 900.0
SETTING_S = 60.0

STARTED, STOPPED = "Started", "Stopped"

_WHY = "Ask Pacemaker why: 'crm_mon -r1f' and 'crm_resource --why --resource {resource}'."


def cluster_members(snapshot: Snapshot) -> tuple[Server, ...]:
    """Return the servers on which crm_resource works now: SAN servers first, in the file's order.

    A server counts when it answers us and is an online full member in Pacemaker's own view.
    """
    members = []
    for server in snapshot.servers.values():
        node = snapshot.pacemaker.node(server.node_name)
        if server.is_up and node is not None and node.online and node.type == "member":
            members.append(server)
    return tuple(sorted(members, key=lambda s: s not in snapshot.san_servers))


@dataclass(frozen=True, slots=True)
class PacemakerSteps:
    """Makes the steps of one protected VM, beginning with ``number``; there must be a member."""

    snapshot: Snapshot
    vm: Vm
    protection: Protection
    plan_id: str
    number: int

    def start(self) -> tuple[Step, ...]:
        """Have Pacemaker run it, on a host of its choice."""
        return (self._step(0, self._start(), (self._stop(),)),)

    def shutdown(self) -> tuple[Step, ...]:
        """Have Pacemaker shut it down and keep it off."""
        return (self._step(0, self._stop(), (self._start(),)),)

    def destroy(self) -> tuple[Step, ...]:
        """Have Pacemaker keep it off, and cut its power meanwhile."""
        uuid, resource = self.vm.uuid, self.protection.resource
        keep_off = self._tell(
            f"Tell Pacemaker to keep {self.vm.name} off",
            crm_set(resource, "target-role", STOPPED),
            done_when=VmTargetRole(uuid, STOPPED),
            timeout_s=SETTING_S,
            if_left=f"Pacemaker keeps {self.vm.name} off until it is told to start it.",
        )
        guard = AllOf((VmProtected(uuid, resource), VmTargetRole(uuid, STOPPED)))
        cut = LibvirtSteps(self.snapshot, self.vm, self.plan_id, self.number)
        return (
            self._step(0, keep_off, (self._role_back(),)),
            cut.destroy(number=self.number + 1, guard=guard),
        )

    def reboot(self) -> tuple[Step, ...]:
        """Have Pacemaker shut it down and run it again; it is told to run it in any case."""
        return (
            self._step(0, self._stop(), (self._start(),), must_run=True),
            self._step(1, self._start(), even_after_failure=True),
        )

    def migrate(self, target: Server, *, live: bool) -> tuple[Step, ...]:
        """Have Pacemaker move it to ``target``; not ``live``: stop it here, start it there."""
        steps: list[Step] = []
        settled = not live and self.protection.allow_migrate
        if settled:
            undo = (self._may_migrate(allowed=True),)
            steps.append(self._step(0, self._may_migrate(allowed=False), undo))
        source = self.snapshot.servers[self.vm.host or ""]
        there, back = self._move(source, target, live=live), self._move(target, source, live=live)
        steps.append(self._step(len(steps), there, (back, self._clear())))
        steps.append(self._step(len(steps), self._clear(), even_after_failure=True))
        if settled:
            allow = self._may_migrate(allowed=True)
            steps.append(self._step(len(steps), allow, even_after_failure=True))
        return tuple(steps)

    def _start(self) -> Action:
        uuid = self.vm.uuid
        return self._tell(
            f"Have Pacemaker start {self.vm.name}",
            crm_set(self.protection.resource, "target-role", STARTED),
            done_when=AllOf((VmIs(uuid, VmState.RUNNING), VmTargetRole(uuid, STARTED))),
            accepted_when=VmTargetRole(uuid, STARTED),
            timeout_s=START_S,
        )

    def _stop(self) -> Action:
        uuid = self.vm.uuid
        return self._tell(
            f"Have Pacemaker shut down {self.vm.name}",
            crm_set(self.protection.resource, "target-role", STOPPED),
            done_when=AllOf((VmIs(uuid, VmState.OFF), VmTargetRole(uuid, STOPPED))),
            accepted_when=VmTargetRole(uuid, STOPPED),
            timeout_s=STOP_S,
            if_left=f"Pacemaker keeps {self.vm.name} off until it is told to start it.",
        )

    def _role_back(self) -> Action:
        role = self.protection.target_role
        return self._tell(
            f"Tell Pacemaker to have {self.vm.name} {role} again",
            crm_set(self.protection.resource, "target-role", role),
            done_when=VmTargetRole(self.vm.uuid, role),
            timeout_s=SETTING_S,
        )

    def _move(self, source: Server, target: Server, *, live: bool) -> Action:
        uuid, resource = self.vm.uuid, self.protection.resource
        manner = "live" if live else "by stopping it here and starting it there"
        on_source = VmIs(uuid, VmState.RUNNING, source.name)
        return self._tell(
            f"Have Pacemaker move {self.vm.name} to {target.name}, {manner}",
            crm_move(resource, target.node_name),
            done_when=AllOf(
                (
                    VmIs(uuid, VmState.RUNNING, target.name),
                    ResourceRole(resource, STARTED, target.node_name),
                )
            ),
            only_if=(HostReady(target.name), AnyOf((on_source, VmPinned(uuid, target.name)))),
            accepted_when=VmPinned(uuid, target.name),
            timeout_s=MOVE_S,
            if_left=f"Its pin to {target.name} ends by itself after 15 minutes.",
        )

    def _clear(self) -> Action:
        return self._tell(
            f"Have Pacemaker forget that {self.vm.name} was moved by hand",
            crm_clear(self.protection.resource),
            done_when=VmPinned(self.vm.uuid, None),
            timeout_s=SETTING_S,
        )

    def _may_migrate(self, *, allowed: bool) -> Action:
        word = "may" if allowed else "may not"
        return self._tell(
            f"Tell Pacemaker that it {word} move {self.vm.name} live",
            crm_set(self.protection.resource, "allow-migrate", str(allowed).lower()),
            done_when=VmMayMigrate(self.vm.uuid, allowed),
            timeout_s=SETTING_S,
            if_left="" if allowed else "Its allow-migrate stays false until it is set again.",
        )

    def _tell(
        self,
        title: str,
        command: Command,
        *,
        done_when: Condition,
        timeout_s: float,
        only_if: tuple[Condition, ...] = (),
        accepted_when: Condition | None = None,
        if_left: str = "",
    ) -> Action:
        members = [server.name for server in cluster_members(self.snapshot)]
        resource = self.protection.resource
        return Action(
            title=title,
            host=members[0],
            alternatives=tuple(members[1:]),
            command=command,
            done_when=done_when,
            only_if=AllOf((VmProtected(self.vm.uuid, resource), *only_if)),
            accepted_when=accepted_when,
            timeout_s=timeout_s,
            when_late=_WHY.format(resource=resource),
            if_left=if_left,
        )

    def _step(
        self,
        offset: int,
        action: Action,
        undo: tuple[Action, ...] = (),
        *,
        even_after_failure: bool = False,
        must_run: bool = False,
    ) -> Step:
        return as_step(
            action,
            self.number + offset,
            self.vm,
            undo,
            even_after_failure=even_after_failure,
            must_run=must_run,
        )
