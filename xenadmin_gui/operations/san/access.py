"""Whom the SAN lets in: the initiators' names in the target's and the LUNs' configuration.

The agents iSCSITarget and iSCSILogicalUnit (resource-agents 4.12.0) have no reload action, so that
Pacemaker restarts what has got another ``allowed_initiators``, and with it the whole group, in
order: addresses, LUNs, target, and back. The hosts see what they see of a switchover.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.bylio import ByLio
from xenadmin_gui.operations.san.cibpatch import CibPatch, path_of
from xenadmin_gui.operations.san.home import at_server
from xenadmin_gui.operations.san.layout import (
    TARGET,
    UNIT,
    SanLayout,
    ServedBy,
    parameter,
    san_layout,
)
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, not_changeable
from xenadmin_gui.operations.san.steps import StepRow, patching
from xenadmin_gui.operations.san.switchover import path_checks
from xenadmin_gui.operations.sancondition import (
    CibValue,
    InitiatorAllowed,
    LunOffered,
    NoSessions,
    ResourceUp,
    SanActive,
)

PARAMETER = "allowed_initiators"
RESTART_S = 900.0
_IQN_STARTS = ("iqn.", "eui.", "naa.")


@dataclass(frozen=True, slots=True)
class Guest:
    """Who is let in or shut out: a host, or an initiator that no host of ours has."""

    key: Key
    name: str
    initiator: str


def access_problems(
    snapshot: Snapshot, names: tuple[str, ...], *, allow: bool, restart: bool
) -> tuple[Problem, ...]:
    """Say what keeps initiators from being let in or shut out.

    Args:
        names: Hosts, or initiators' names.
        restart: Whether the VMs' I/O may wait while Pacemaker restarts what serves the SAN.
    """
    layout = _places(snapshot)[0]
    if not names:
        return (Problem("No host was named.", "Choose one.", None, "none", "hosts"),)
    if wrong := not_changeable(layout):
        return wrong
    found: list[Problem] = []
    for name in names:
        guest = _guest(snapshot, name)
        if isinstance(guest, Problem):
            found.append(guest)
        elif not allow:
            found += _in_use(snapshot, guest)
    if found:
        return tuple(found)
    if layout.active is None:
        step = "Bring the SAN back to health first."
        return (Problem("Nobody serves the SAN now.", step, None, "san-degraded"),)
    guests = _guests(snapshot, names)
    if layout.served_by is ServedBy.LIO:
        for place in _places(snapshot):
            wrong = ByLio(place).lun_problems(None, read_only=False)
            if wrong := wrong or _last_listed(place, guests, allow=allow):
                return wrong
        return ()
    if not allow and (last := _last(layout, guests)):
        return last
    if not _changes(layout, guests, allow=allow):
        return ()
    return _restart(snapshot, layout, restart=restart)


def access_plan(snapshot: Snapshot, names: tuple[str, ...], *, allow: bool) -> Plan:
    """Make the plan of a draft without problems."""
    places = _places(snapshot)
    layout = places[0]
    by_lio = layout.served_by is ServedBy.LIO
    means = "Nothing is restarted for that." if by_lio else _pause(snapshot, layout)
    guests, subjects = _guests(snapshot, names), []
    concerned = [g for g in guests if any(_concerns(p, g, allow=allow) for p in places)]
    row = StepRow(concerned[0].key if concerned else guests[0].key)
    for guest in guests:
        if guest in concerned:
            subjects.append(Subject(guest.key, guest.name, Verdict.WILL_DO, means))
        elif allow:
            said = f"The SAN lets {guest.name} in already."
            subjects.append(Subject(guest.key, guest.name, Verdict.ALREADY, said))
        else:
            said = f"The SAN does not let {guest.name} in."
            subjects.append(Subject(guest.key, guest.name, Verdict.ALREADY, said))
    who = ", ".join(guest.name for guest in guests)
    title = f"Let {who} in to the SAN" if allow else f"Shut {who} out of the SAN"
    if by_lio:
        for place, guest in product(places, concerned):
            if _concerns(place, guest, allow=allow):
                act = ByLio(place).let_in if allow else ByLio(place).shut_out
                act(row, guest.initiator)
    elif concerned:
        changes = _changes(layout, tuple(concerned), allow=allow)
        back = [_Change(c.path, c.pair, c.new, c.old) for c in changes]
        others = tuple(concerned)
        row.add(
            _patch(layout, title, changes, others, allow=allow),
            undo=(_patch(layout, f"Take back: {title}", back, others, allow=not allow),),
        )
        path_checks(row, layout)
    return Plan(
        id=new_plan_id(),
        title=title,
        subjects=tuple(subjects),
        steps=tuple(row.steps),
        made_from=snapshot.version,
    )


def _places(snapshot: Snapshot) -> list[SanLayout]:
    """The SAN, once for each target of each server where LIO serves by itself."""
    first = san_layout(at_server(snapshot, snapshot.san.active_server or ""))
    if first.served_by is not ServedBy.LIO:
        return [first]
    servers = snapshot.san.serving
    mine = [(t.server or "", t.iqn) for t in snapshot.san.targets if t.server in servers]
    found = [san_layout(at_server(snapshot, server), iqn) for server, iqn in sorted(mine)]
    return found or [first]


def is_let_in(snapshot: Snapshot, initiator: str) -> bool | None:
    """Whether a target that is served now lets the initiator in; None when none is served."""
    served = [target for target in snapshot.san.targets if target.server is not None]
    if not served or not initiator:
        return None
    return any(not t.initiators or initiator in t.initiators for t in served)


@dataclass(frozen=True, slots=True)
class _Change:
    """One nvpair that gets another value; ``path`` is that of the pair."""

    path: str
    pair: Element
    old: str
    new: str


def _guest(snapshot: Snapshot, name: str) -> Guest | Problem:
    hosts = [h for h in snapshot.hosts if name in (h.name, h.initiator)]
    if not hosts and name.startswith(_IQN_STARTS):
        if any(sign in name for sign in " \t\n'\"<>&/"):
            sentence = f"No initiator is called '{name}'."
            return Problem(sentence, "Such a name is iqn.2024-03.com.example:xen9.", None, "no-iqn")
        return Guest(Key(Kind.TARGET, name), name, name)
    if not hosts:
        key = Key(Kind.HOST, name)
        return Problem(f"There is no host {name}.", LOOK_AGAIN, key, "no-host", "hosts")
    host = hosts[0]
    if not host.initiator:
        sentence = f"The initiator's name of {host.name} is not known."
        step = f"Look whether {host.name} answers and has /etc/iscsi/initiatorname.iscsi."
        return Problem(sentence, step, host.key, "no-iqn", "hosts")
    return Guest(host.key, host.name, host.initiator)


def _guests(snapshot: Snapshot, names: tuple[str, ...]) -> tuple[Guest, ...]:
    found = [_guest(snapshot, name) for name in dict.fromkeys(names)]
    return tuple(dict.fromkeys(guest for guest in found if isinstance(guest, Guest)))


def _in_use(snapshot: Snapshot, guest: Guest) -> list[Problem]:
    """Why a host cannot be shut out: it has a session, or VMs; a silent one may have both."""
    if guest.key.kind is not Kind.HOST:
        return []
    host = snapshot.servers[guest.name]
    vms = sorted(vm.name for vm in snapshot.vms_on(guest.name) if vm.state is not VmState.OFF)
    if vms:
        sentence = f"{guest.name} still runs {', '.join(vms)}."
        step = "Move its VMs away first."
        return [Problem(sentence, step, guest.key, "has-vms", "hosts")]
    if any(session.host == guest.name for session in snapshot.san.sessions):
        sentence = f"{guest.name} is logged in to the SAN."
        return [Problem(sentence, "Log it out first.", guest.key, "has-sessions", "hosts")]
    if not host.is_up:
        sentence = f"{guest.name} does not answer: it may be logged in."
        step = "Bring it back, or name its initiator once it is out of the cluster file."
        return [Problem(sentence, step, guest.key, "silent", "hosts")]
    return []


def _concerns(layout: SanLayout, guest: Guest, *, allow: bool) -> bool:
    """Whether something has to be changed for the guest."""
    if layout.served_by is not ServedBy.LIO:
        return bool(_changes(layout, (guest,), allow=allow))
    listed = _listed(layout)
    return bool(listed) and (guest.initiator in listed) is not allow


def _listed(layout: SanLayout) -> tuple[str, ...]:
    """The initiators with an access list; without any the target lets in as it is set to."""
    targets = layout.snapshot.san.targets
    return next((t.initiators for t in targets if t.iqn == layout.iqn), ())


def _last_listed(
    layout: SanLayout, guests: tuple[Guest, ...], *, allow: bool
) -> tuple[Problem, ...]:
    listed = set(_listed(layout))
    if allow or not listed or listed - {guest.initiator for guest in guests}:
        return ()
    return (_last_one(),)


def _last(layout: SanLayout, guests: tuple[Guest, ...]) -> tuple[Problem, ...]:
    """A list without names lets everybody in."""
    for change in _changes(layout, guests, allow=False):
        if not change.new:
            return (_last_one(),)
    return ()


def _last_one() -> Problem:
    sentence = "Nobody would be left on the list, and then the SAN lets everybody in."
    return Problem(sentence, "Let another host in first.", None, "last-initiator", "hosts")


def _changes(layout: SanLayout, guests: tuple[Guest, ...], *, allow: bool) -> list[_Change]:
    """What of the configuration gets another value; lists that name nobody stay as they are."""
    found: list[_Change] = []
    names = [guest.initiator for guest in guests]
    if layout.configuration is None:
        return found
    for primitive in layout.configuration.iter("primitive"):
        iqn = {TARGET: "iqn", UNIT: "target_iqn"}.get(primitive.get("type", ""))
        if iqn is None or parameter(primitive, iqn) != layout.iqn:
            continue
        for pair in primitive.findall("instance_attributes/nvpair"):
            old = pair.get("value", "")
            if pair.get("name") != PARAMETER or not old.split():
                continue
            kept = [one for one in old.split() if allow or one not in names]
            new = " ".join(dict.fromkeys((*kept, *(names if allow else ()))))
            if new.split() != old.split():
                found.append(_Change(path_of(layout.configuration, pair), pair, old, new))
    return found


def _patch(
    layout: SanLayout,
    title: str,
    changes: list[_Change],
    guests: tuple[Guest, ...],
    *,
    allow: bool,
) -> Action:
    patch = CibPatch()
    guards: list[Condition] = []
    for change in changes:
        patch = patch.modify(change.path, change.pair, "value", change.new)
        identity = change.pair.get("id", "")
        guards.append(AnyOf((CibValue(identity, change.old), CibValue(identity, change.new))))
    active = layout.active or ""
    luns = tuple(LunOffered(lun.wwid) for lun in layout.snapshot.san.luns if lun.server is not None)
    let_in = tuple(InitiatorAllowed(layout.iqn, guest.initiator, allow) for guest in guests)
    hosts = () if allow else tuple(g.name for g in guests if g.key.kind is Kind.HOST)
    action = patching(
        layout,
        title,
        patch,
        AllOf((*let_in, *luns, *(ResourceUp(member) for member in layout.members))),
        SanActive(active),
        *(NoSessions(host) for host in hosts),
        *guards,
        timeout_s=RESTART_S,
    )
    # Whether they are logged in, the hosts themselves say.
    return replace(action, watch=(*action.watch, *hosts))


def _users(snapshot: Snapshot, layout: SanLayout) -> list[Vm]:
    """VMs that run and have a LUN of the target."""
    wwids = {lun.wwid for lun in snapshot.san.luns if lun.target == layout.iqn}
    return [
        vm
        for vm in snapshot.vms.values()
        if vm.state is not VmState.OFF and any(disk.wwid in wwids for disk in vm.disks)
    ]


def _restart(snapshot: Snapshot, layout: SanLayout, *, restart: bool) -> tuple[Problem, ...]:
    users = _users(snapshot, layout)
    if not users:
        return ()
    if not restart:
        names = ", ".join(sorted(vm.name for vm in users))
        sentence = f"Pacemaker restarts {layout.group} for that: the I/O of {names} would wait."
        step = "Shut them down first, or agree that their I/O waits as during a switchover."
        return (Problem(sentence, step, None, "restart", "restart"),)
    hosts = {vm.host for vm in users}
    found = []
    for device in snapshot.san.multipaths:
        if device.host in hosts and device.queues is False:
            sentence = (
                f"On {device.host} the I/O to the LUN {device.wwid} fails instead of waiting."
            )
            step = "Set 'no_path_retry queue' in multipath.conf there."
            found.append(Problem(sentence, step, device.key, "no-queueing"))
    return tuple(found)


def _pause(snapshot: Snapshot, layout: SanLayout) -> str:
    users = _users(snapshot, layout)
    if not users:
        return f"Pacemaker restarts {layout.group} for that; no VM uses it."
    names = ", ".join(sorted(vm.name for vm in users))
    return (
        f"Pacemaker restarts {layout.group} for that: the I/O of {names} waits and goes on by "
        "itself."
    )
