"""Protecting a VM and ending that, while it runs: Pacemaker finds it where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import Node
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import (
    AllOf,
    Condition,
    ResourceRole,
    VmIs,
    VmProtected,
    VmSameRun,
)
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.pacemakersteps import STARTED, STOPPED
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.example import set_pair
from xenadmin_gui.operations.san.steps import PACEMAKER_S, StepRow
from xenadmin_gui.operations.vmedit.condition import text_hash
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vminstall.making import roomiest_host
from xenadmin_gui.operations.vminstall.protectsteps import (
    ProtectSteps,
    ToProtect,
    protect_steps,
)
from xenadmin_gui.operations.vminstall.unprotecting import unprotecting
from xenadmin_gui.operations.vmlife.filefolder import files_folder
from xenadmin_gui.operations.vmlife.lettinggo import LettingGo
from xenadmin_gui.operations.vmlife.refusals import (
    no_member,
    no_vm,
    silent_hosts,
    tied_down,
    unreadable,
    unsteady,
)

#: Pacemaker's own limits of a score.
MOST_PRIORITY = 1_000_000
_STICKINESS = "resource-stickiness"


@dataclass(frozen=True, slots=True)
class VmProtect:
    """Have Pacemaker run a VM from now on; one that runs goes on running where it is.

    Attributes:
        priority: Of its resource: what is higher is started first and kept longest.
    """

    uuid: str
    priority: int = 0

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (no_vm(self.uuid),)
        if vm.protection is not None:
            sentence = f"{vm.name} is protected already, by the resource {vm.protection.resource}."
            return (Problem(sentence, "", vm.key, "protected"),)
        return (
            *unsteady(vm),
            *unreadable(snapshot, vm),
            *silent_hosts(snapshot, vm, "and would have to know its definition"),
            *self._wrong_priority(vm),
            *_no_pacemaker(snapshot, vm),
            *_bound_to_a_host(snapshot, vm),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        text = _best(vm).xml
        steps = self._steps(snapshot, vm, text)
        assert steps is not None
        row = StepRow(vm.key)
        for host in snapshot.hosts:
            made = DefinitionSteps(snapshot, vm, Copy(host.name, "file", text_hash(text), text), 0)
            row.add(files_folder(host.name))
            row.add(made.file(text), undo=(made.no_file(),))
        runs = vm.host if vm.state is VmState.RUNNING else None
        self._taken_over(row, snapshot, vm, steps, runs)
        for copy in vm.definitions:
            if copy.origin != "libvirt":
                continue
            made = DefinitionSteps(snapshot, vm, copy, 0)
            back = [made.folder(), made.given(copy.xml), made.define(copy.xml)]
            if copy.host in vm.autostart_on:
                back.append(made.autostart(on=True))
            row.add(made.undefine(VmProtected(vm.uuid, steps.resource)), undo=tuple(back))
        where = f"It goes on running on {runs}." if runs else "It stays off."
        return Plan(
            id=new_plan_id(),
            title=f"Protect {vm.name}",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO, where),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _steps(self, snapshot: Snapshot, vm: Vm, text: str) -> ProtectSteps | None:
        runs = vm.state is VmState.RUNNING
        wanted = ToProtect(
            uuid=vm.uuid,
            name=vm.name,
            kind=vm.kind,
            xml=text,
            vcpus=vm.vcpus,
            memory_bytes=vm.memory_bytes,
            priority=self.priority,
            target_role=STARTED if runs else STOPPED,
            prefer=(vm.host or "") if runs else "",
        )
        steps = protect_steps(snapshot, wanted)
        if steps is not None and runs and not _sticks(steps):
            _make_stick(steps.element)
        return steps

    def _taken_over(
        self, row: StepRow, snapshot: Snapshot, vm: Vm, steps: ProtectSteps, runs: str | None
    ) -> None:
        """Have Pacemaker know it, and wait until it has found it where it runs."""
        if runs is None:
            row.add(steps.protect(VmIs(vm.uuid, VmState.OFF)), undo=(steps.forget(),))
            return
        same = _same_run(vm, runs)
        node = snapshot.servers[runs].node_name
        known = steps.protect(*same)
        found = AllOf((known.done_when, ResourceRole(steps.resource, STARTED, node), *same))
        letting_go = LettingGo(steps.layout, vm, steps.resource)
        row.add(
            replace(known, done_when=found, timeout_s=PACEMAKER_S),
            undo=(
                letting_go.unmanage(),
                *(() if letting_go.spared_by_hand else letting_go.spare_orphans()),
                steps.forget(),
                letting_go.forget_history(),
                *(() if letting_go.spared_by_hand else letting_go.stop_orphans()),
            ),
        )
        row.add(steps.let_go(ResourceRole(steps.resource, STARTED, node)))

    def _wrong_priority(self, vm: Vm) -> tuple[Problem, ...]:
        if -MOST_PRIORITY <= self.priority <= MOST_PRIORITY:
            return ()
        sentence = f"A priority lies between -{MOST_PRIORITY} and {MOST_PRIORITY}."
        return (Problem(sentence, "Choose another one.", vm.key, "bad-priority", "priority"),)


@dataclass(frozen=True, slots=True)
class VmUnprotect:
    """Have Pacemaker leave a VM for good; one that runs goes on running where it is.

    Attributes:
        host: Whose libvirt is to define it when it is off; empty: the one with most memory free.
    """

    uuid: str
    host: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (no_vm(self.uuid),)
        if vm.protection is None:
            return (Problem(f"{vm.name} is not protected.", "", vm.key, "unprotected"),)
        return (
            *unsteady(vm),
            *unreadable(snapshot, vm),
            *no_member(snapshot, vm),
            *tied_down(vm),
            *self._odd(snapshot, vm),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        assert vm.protection is not None
        leaving = unprotecting(snapshot, vm.protection.resource)
        assert leaving is not None
        row, text = StepRow(vm.key), _best(vm).xml
        runs = vm.host if vm.state is VmState.RUNNING else None
        host = runs or self._home(snapshot)
        made = DefinitionSteps(snapshot, vm, Copy(host, "libvirt", text_hash(text), text), 0)
        if not any((c.host, c.origin) == (host, "libvirt") for c in vm.definitions):
            row.add(made.folder())
            row.add(made.given(text))
            row.add(made.define(text), undo=(made.undefine(),))
        same = _same_run(vm, runs) if runs else (VmIs(vm.uuid, VmState.OFF),)
        letting_go = LettingGo(leaving.layout, vm, leaving.resource)
        letting_go.leave(row, leaving, runs=runs is not None, only_if=same)
        for copy in vm.definitions:
            if copy.origin == "file":
                file = DefinitionSteps(snapshot, vm, copy, 0)
                row.add(file.no_file(VmProtected(vm.uuid)), undo=(file.file(copy.xml),))
        where = f"It goes on running on {host}." if runs else f"{host} has it from now on, off."
        return Plan(
            id=new_plan_id(),
            title=f"End the protection of {vm.name}",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO, where),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )

    def _home(self, snapshot: Snapshot) -> str:
        if self.host:
            return self.host
        able = [host for host in snapshot.hosts if host.is_up]
        most = max(able, key=lambda host: host.memory_free_bytes or 0).name
        return roomiest_host(snapshot) or most

    def _odd(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        if vm.protection is not None and unprotecting(snapshot, vm.protection.resource) is None:
            sentence = f"The resource {vm.protection.resource} is part of something larger."
            step = "Take it out of its group or clone in Pacemaker first."
            return (Problem(sentence, step, vm.key, "odd-resource"),)
        able = [host.name for host in snapshot.hosts if host.is_up]
        if not able or (self.host and self.host not in able):
            sentence = f"{self.host or 'No host'} cannot be asked."
            return (Problem(sentence, "Choose a host that answers.", vm.key, "host", "host"),)
        return ()


def _best(vm: Vm) -> Copy:
    """The copy that counts: of the host where it runs, else the file, else any."""
    order = sorted(vm.definitions, key=lambda copy: (copy.host != vm.host, copy.origin != "file"))
    files = [copy for copy in order if copy.origin == "file"]
    return (files if vm.protection is not None and files else order)[0]


def _same_run(vm: Vm, host: str) -> tuple[Condition, ...]:
    """It runs there, and was neither stopped nor started."""
    runs = VmIs(vm.uuid, VmState.RUNNING, host)
    if vm.domain_id is None:
        return (runs,)
    return (runs, VmSameRun(vm.uuid, host, vm.domain_id))


def _no_pacemaker(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    silent = no_member(snapshot, vm)
    if silent:
        return silent
    if vm.state is not VmState.RUNNING:
        return ()
    server = snapshot.servers[vm.host or ""]
    node: Node | None = snapshot.pacemaker.node(server.node_name)
    if node is None or not node.online:
        sentence = f"{server.name} is no member of Pacemaker now."
        step = "Have it join, or move the VM to a host that is one."
    elif node.standby or node.maintenance:
        sentence = f"{server.name} is in standby or maintenance: Pacemaker would move {vm.name}."
        step = "End that first, or move the VM."
    else:
        return ()
    return (Problem(sentence, step, vm.key, "no-member"),)


def _bound_to_a_host(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """What only one host has cannot follow the VM to another one."""
    found = []
    for disk in vm.disks:
        if disk.source and not disk.wwid:
            sentence = f"{disk.target} of {vm.name} is {disk.source}: not every host has that."
            step = "Move it to a volume of the SAN first."
            step = "Eject the CD first." if disk.device == "cdrom" else step
            found.append(Problem(sentence, step, vm.key, "local-disk"))
    for host in _without_paths(snapshot, vm):
        sentence = f"{host} does not see every disk of {vm.name}."
        step = f"Have {host} look for new LUNs, and look at its sessions."
        found.append(Problem(sentence, step, Key(Kind.HOST, host), "path-missing"))
    return tuple(found)


def _without_paths(snapshot: Snapshot, vm: Vm) -> Iterator[str]:
    wanted = {disk.wwid for disk in vm.disks} - {""}
    for host in snapshot.hosts:
        seen = {device.wwid for device in snapshot.san.multipaths if device.host == host.name}
        if not wanted <= seen:
            yield host.name


def _sticks(steps: ProtectSteps) -> bool:
    """Whether a running resource stays where it is when another host would do as well."""
    configuration = steps.layout.configuration
    rows = list(steps.element.iterfind("meta_attributes"))
    if configuration is not None:
        rows += configuration.iterfind("rsc_defaults/meta_attributes")
    said = [p.get("value", "") for row in rows for p in row if p.get("name") == _STICKINESS]
    return any(value == "INFINITY" or (value.isdecimal() and int(value) > 0) for value in said)


def _make_stick(element: Element) -> None:
    """One is enough: without it the end of the preference could move it at once."""
    row = element.find("meta_attributes")
    if row is not None:
        set_pair(row, _STICKINESS, "1")
