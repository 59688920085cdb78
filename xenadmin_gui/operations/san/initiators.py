"""The draft about hosts as initiators: log in, log out, look for what is new, be let in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.operations.condition import AnyOf, Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id, unit_name
from xenadmin_gui.operations.san.access import access_plan, access_problems
from xenadmin_gui.operations.san.commands import iscsi_login, iscsi_logout
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.portals import (
    Portal,
    has_session,
    known_portals,
    logged_in,
    storage_portals,
)
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, silent
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays, SessionIs

LOGIN_S = 180.0
_SESSIONS = Command(("iscsiadm", "--mode", "session", "--rescan"))


class InitiatorVerb(StrEnum):
    """What a host does with its sessions; or whether the SAN lets it in."""

    LOGIN = "login"
    LOGOUT = "logout"
    RESCAN = "rescan"
    ALLOW = "allow"
    FORBID = "forbid"


_ACCESS = (InitiatorVerb.ALLOW, InitiatorVerb.FORBID)


@dataclass(frozen=True, slots=True)
class InitiatorDraft:
    """Log hosts in or out, have them look for new LUNs, let them in to the SAN or shut them out.

    Attributes:
        hosts: Names; whom the SAN lets in may also be named as an initiator (an IQN).
        networks: Over which storage networks; empty: all. A rescan is of all sessions then.
        restart: Letting in and shutting out restart what serves the SAN: whether the I/O of VMs
            that run may wait for that.
    """

    verb: InitiatorVerb
    hosts: tuple[str, ...]
    networks: tuple[str, ...] = ()
    restart: bool = False

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        if self.verb in _ACCESS:
            allow = self.verb is InitiatorVerb.ALLOW
            return access_problems(snapshot, self.hosts, allow=allow, restart=self.restart)
        known = {host.name for host in snapshot.hosts}
        if not self.hosts:
            return (Problem("No host was named.", "Choose one.", None, "none", "hosts"),)
        found: list[Problem] = []
        for host in self.hosts:
            key = Key(Kind.HOST, host)
            if host not in known:
                found.append(Problem(f"There is no host {host}.", LOOK_AGAIN, key, "no-host"))
                continue
            found += silent(snapshot, (host,), key)
        portals = self._portals(snapshot)
        found += self._no_portals(snapshot, portals)
        if not found and self.verb is InitiatorVerb.LOGOUT:
            for host in self.hosts:
                found += _cut_off(snapshot, host, portals)
        return tuple(found)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        if self.verb in _ACCESS:
            return access_plan(snapshot, self.hosts, allow=self.verb is InitiatorVerb.ALLOW)
        plan_id = new_plan_id()
        row, subjects = StepRow(Key(Kind.HOST, self.hosts[0])), []
        for host in self.hosts:
            row = StepRow(Key(Kind.HOST, host), row.steps)
            count = len(row.steps)
            means = self._steps(row, snapshot, host, plan_id)
            verdict = Verdict.WILL_DO if len(row.steps) > count else Verdict.ALREADY
            subjects.append(Subject(row.subject, host, verdict, means))
        return Plan(
            id=plan_id,
            title=_title(self.verb, " and ".join(self.hosts), " and ".join(self.networks)),
            subjects=tuple(subjects),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            lanes=4,
        )

    def _portals(self, snapshot: Snapshot) -> tuple[Portal, ...]:
        if self.networks:
            return tuple(p for p in known_portals(snapshot) if p.network in self.networks)
        return storage_portals(snapshot)

    def _no_portals(self, snapshot: Snapshot, portals: tuple[Portal, ...]) -> tuple[Problem, ...]:
        networks = {portal.network for portal in portals}
        found = []
        for network in self.networks:
            if network not in networks:
                sentence = f"No portal of the SAN on the network {network} is known."
                step = "Look whether the SAN is served."
                key = Key(Kind.NETWORK, network)
                found.append(Problem(sentence, step, key, "no-portal", "networks"))
        if not portals and not found:
            sentence, step = "No portal of the SAN is known.", "Look whether the SAN is served."
            found.append(Problem(sentence, step, None, "no-portal"))
        return tuple(found)

    def _steps(self, row: StepRow, snapshot: Snapshot, host: str, plan_id: str) -> str:
        """Add the steps of a host; return what they mean, or what is so already."""
        portals = self._portals(snapshot)
        open_now = {p for p in portals if logged_in(snapshot, host, p)}
        match self.verb:
            case InitiatorVerb.LOGIN:
                trying = [
                    p for p in portals if p not in open_now and has_session(snapshot, host, p)
                ]
                for portal in portals:
                    if portal not in open_now and portal not in trying:
                        row.add(_discover(host, portal))
                        row.add(_login(host, portal), undo=(_logout(host, portal),))
                if trying:
                    where = " and ".join(portal.address for portal in trying)
                    return f"{host} goes on trying to reach {where} by itself."
                return "" if len(open_now) < len(portals) else f"{host} is logged in already."
            case InitiatorVerb.LOGOUT:
                left = [p for p in known_portals(snapshot) if p not in portals]
                needs = _needed(snapshot, host)
                for portal in portals:
                    if portal in open_now:
                        guard = _still_there(host, left) if needs else ()
                        row.add(_logout(host, portal, *guard), undo=(_login(host, portal),))
                return _left_with(snapshot, host, left) if open_now else f"{host} is out already."
            case _:
                return self._rescan(row, host, plan_id, sorted(open_now, key=lambda p: p.address))

    def _rescan(self, row: StepRow, host: str, plan_id: str, portals: list[Portal]) -> str:
        if not portals:
            return f"{host} is not logged in."
        commands = [(_SESSIONS, f"Have {host} look for new LUNs in all its sessions")]
        if self.networks:
            commands = [
                (_rescan_of(p), f"Have {host} look for new LUNs over {p.network or p.address}")
                for p in portals
            ]
        for command, title in commands:
            unit = unit_name(plan_id, len(row.steps) + 1)
            row.add(once(host, title, command, unit))
            row.add(tidied(host, unit), even_after_failure=True)
        return ""


def _title(verb: InitiatorVerb, hosts: str, networks: str) -> str:
    """Return the plan's title; ``networks`` is empty when all are meant."""
    match verb:
        case InitiatorVerb.LOGIN:
            return f"Log {hosts} in on {networks}" if networks else f"Log {hosts} in"
        case InitiatorVerb.LOGOUT:
            return f"Log {hosts} out on {networks}" if networks else f"Log {hosts} out"
        case _:
            if networks:
                return f"Have {hosts} look for new LUNs on {networks}"
            return f"Have {hosts} look for new LUNs"


def _discover(host: str, portal: Portal) -> Action:
    words = ("iscsiadm", "--mode", "node", "--targetname", portal.target)
    asks = (*words, "--portal", portal.address)
    find = ("iscsiadm", "--mode", "discovery", "--type", "sendtargets")
    return on(
        host,
        f"Have {host} know the portal {portal.address}",
        Command((*find, "--portal", portal.address)),
        HostSays(host, asks, 0, f"{host} does not know the portal {portal.address}."),
        when_late=f"Look whether {host} reaches {portal.address}.",
    )


def _login(host: str, portal: Portal) -> Action:
    return on(
        host,
        f"Log {host} in at {portal.address}",
        iscsi_login(portal.target, portal.address),
        SessionIs(host, portal.address, up=True),
        timeout_s=LOGIN_S,
        when_late=f"Look whether {host} reaches it, and whether the target lets it in.",
    )


def _logout(host: str, portal: Portal, *only_if: Condition) -> Action:
    return on(
        host,
        f"Log {host} out at {portal.address}",
        iscsi_logout(portal.target, portal.address),
        SessionIs(host, portal.address, up=False),
        *only_if,
        if_left=f"{host} stays logged out at {portal.address} until it is logged in again.",
    )


def _rescan_of(portal: Portal) -> Command:
    words = ("iscsiadm", "--mode", "node", "--targetname", portal.target)
    return Command((*words, "--portal", portal.address, "--rescan"))


def _still_there(host: str, left: list[Portal]) -> tuple[Condition, ...]:
    return (AnyOf(tuple(SessionIs(host, portal.address, up=True) for portal in left)),)


def _needed(snapshot: Snapshot, host: str) -> dict[str, tuple[str, ...]]:
    """Names of the VMs that use each LUN on the host now, by WWID."""
    used: dict[str, tuple[str, ...]] = {}
    for vm in snapshot.vms_on(host):
        if vm.state is VmState.OFF:
            continue
        for wwid in {disk.wwid for disk in vm.disks} - {""}:
            used[wwid] = (*used.get(wwid, ()), vm.name)
    return used


def _cut_off(snapshot: Snapshot, host: str, portals: tuple[Portal, ...]) -> tuple[Problem, ...]:
    """Why the sessions of these portals cannot be ended: VMs would lose their last path."""
    networks = {portal.network for portal in portals}
    stays = [p for p in known_portals(snapshot) if p not in portals]
    has_other = any(logged_in(snapshot, host, portal) for portal in stays)
    needed, found = _needed(snapshot, host), []
    for device in snapshot.san.multipaths:
        if device.host != host or device.wwid not in needed:
            continue
        left = [p for p in device.paths if p.is_usable and p.network not in networks]
        if has_other and left:
            continue
        names = ", ".join(needed[device.wwid])
        sentence = f"{host} would lose its last path to the LUN {device.wwid}, which {names} uses."
        step = "Bring the other network back, or move the VMs away first."
        found.append(Problem(sentence, step, device.key, "last-path", "networks"))
    return tuple(found)


def _left_with(snapshot: Snapshot, host: str, left: list[Portal]) -> str:
    count = sum(logged_in(snapshot, host, portal) for portal in left)
    if count == 0:
        return f"{host} then has no path to the SAN."
    if count == 1:
        return f"{host} then has one session left."
    return f"{host} then has {count} sessions left."
