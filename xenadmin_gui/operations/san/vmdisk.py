"""Drafts of a VM's disks: a LUN becomes one of them, or is one no more."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.disksteps import DiskSteps
from xenadmin_gui.operations.san.pathsteps import sessions_of
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, unknown_users
from xenadmin_gui.operations.sanholds import lun_of, multipath_of
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.devices import BUSES
from xenadmin_gui.operations.vmedit.drives import is_place_free

ROOTS = tuple(f"{prefix}a" for prefix in BUSES)


@dataclass(frozen=True, slots=True)
class DiskAttach:
    """Give a VM a LUN as a disk: the running VM at once, and every definition of it.

    Attributes:
        target: Name in the guest, such as ``xvdb``; empty: the next that is free.
    """

    uuid: str
    wwid: str
    target: str = ""

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        vm, lun = snapshot.vms.get(self.uuid), lun_of(snapshot, self.wwid)
        if vm is None:
            return (_no_vm(self.uuid),)
        if lun is None:
            sentence = f"There is no LUN {self.wwid}."
            key = Key(Kind.LUN, self.wwid)
            return (Problem(sentence, LOOK_AGAIN, key, "no-lun", "wwid"),)
        users = [v for v in snapshot.vms.values() if any(d.wwid == self.wwid for d in v.disks)]
        if users:
            names = ", ".join(sorted(v.name for v in users))
            sentence = f"The LUN {self.wwid} is a disk of {names} already."
            step = "Detach it there first: two that write to it destroy its content."
            return (Problem(sentence, step, lun.key, "in-use", "wwid"),)
        return (
            *unknown_users(snapshot, lun.key),
            *_unreachable(snapshot, vm),
            *self._bad_target(vm),
            *self._no_paths(snapshot, vm, lun.target),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm, lun = snapshot.vms[self.uuid], lun_of(snapshot, self.wwid)
        assert lun is not None
        target = self.target or free_target(vm)
        made = DiskSteps(snapshot, vm, self.wwid, target, bus_of(target), lun.read_only)
        made.attach({host: sessions_of(snapshot, host, lun.target) for host in _hosts(vm)})
        return Plan(
            id=new_plan_id(),
            title=f"Attach the LUN {self.wwid} to {vm.name} as {target}",
            subjects=(Subject(vm.key, vm.name, Verdict.WILL_DO),),
            steps=tuple(made.steps),
            made_from=snapshot.version,
        )

    def _bad_target(self, vm: Vm) -> tuple[Problem, ...]:
        if not self.target:
            return ()
        sentence, step = "", f"{free_target(vm)} is free."
        if not bus_of(self.target):
            sentence = f"{self.target} is no name for a disk in a guest."
        elif self.target in _taken(vm):
            sentence = f"{vm.name} has a disk {self.target} already."
        elif not is_place_free(vm.kind, self.target, _taken(vm)):
            sentence = f"{vm.name} has another disk or CD drive in the place of {self.target}."
        return (Problem(sentence, step, vm.key, "bad-target", "target"),) if sentence else ()

    def _no_paths(self, snapshot: Snapshot, vm: Vm, iqn: str) -> tuple[Problem, ...]:
        """A host that may run the VM must see the LUN; where it runs, over every session."""
        found = []
        for host in _hosts(vm):
            device = multipath_of(snapshot, host, self.wwid)
            ready = 0 if device is None else sum(path.is_usable for path in device.paths)
            wanted = max(1, sessions_of(snapshot, host, iqn)) if host == vm.host else 1
            if ready < wanted:
                sentence = f"{host} has {ready} of {wanted} paths to the LUN {self.wwid}."
                step = f"Have {host} look for new LUNs, and look at its sessions."
                key = Key(Kind.HOST, host)
                found.append(Problem(sentence, step, key, "path-missing", "wwid"))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class DiskDetach:
    """Take a LUN from a VM: from the running VM at once, and from every definition of it."""

    uuid: str
    wwid: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            return (_no_vm(self.uuid),)
        disk = _disk(vm, self.wwid)
        if disk is None:
            sentence = f"{vm.name} has no disk on the LUN {self.wwid}."
            return (Problem(sentence, LOOK_AGAIN, vm.key, "no-disk", "wwid"),)
        if disk.device == "cdrom":
            sentence = f"{disk.target} of {vm.name} is a CD."
            return (Problem(sentence, "Eject it instead.", vm.key, "is-cd", "wwid"),)
        if disk.target in ROOTS and vm.state is not VmState.OFF:
            sentence = f"{vm.name} runs from {disk.target}."
            return (Problem(sentence, "Shut it down first.", vm.key, "root-disk", "wwid"),)
        return _unreachable(snapshot, vm)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        disk = _disk(vm, self.wwid)
        assert disk is not None
        bus = disk.bus or bus_of(disk.target)
        made = DiskSteps(snapshot, vm, self.wwid, disk.target, bus, disk.read_only)
        made.detach()
        means = "The guest must have let go of it: unmount it there first."
        return Plan(
            id=new_plan_id(),
            title=f"Detach {disk.target} from {vm.name}; the LUN {self.wwid} stays",
            subjects=(
                Subject(vm.key, vm.name, Verdict.WILL_DO, "" if vm.state is VmState.OFF else means),
            ),
            steps=tuple(made.steps),
            made_from=snapshot.version,
        )


def bus_of(target: str) -> str:
    """Return the bus of a disk with that name; empty when it is no such name."""
    for prefix, bus in BUSES.items():
        rest = target.removeprefix(prefix)
        if rest != target and rest in tuple(ascii_lowercase):
            return bus
    return ""


def free_target(vm: Vm) -> str:
    """Return the next name of the kind that the VM's disks have; empty when all are taken."""
    taken = _taken(vm)
    prefixes = [prefix for disk in vm.disks for prefix in BUSES if disk.target.startswith(prefix)]
    prefix = prefixes[0] if prefixes else "xvd"
    names = (f"{prefix}{letter}" for letter in ascii_lowercase)
    return next((name for name in names if is_place_free(vm.kind, name, taken)), "")


def _taken(vm: Vm) -> set[str]:
    """Names of disks in the running VM and in any of its definitions."""
    names = {disk.target for disk in vm.disks}
    for copy in vm.definitions:
        if copy.xml:
            names |= set(Definition(copy.xml).disks())
    return names


def _disk(vm: Vm, wwid: str) -> VmDisk | None:
    return next((disk for disk in vm.disks if disk.wwid == wwid), None)


def _hosts(vm: Vm) -> tuple[str, ...]:
    """Hosts that run the VM or could: those with a definition."""
    return tuple(dict.fromkeys((*((vm.host,) if vm.host else ()), *vm.defined_on)))


def _no_vm(uuid: str) -> Problem:
    return Problem(f"There is no VM {uuid}.", LOOK_AGAIN, Key(Kind.VM, uuid), "no-such-vm", "uuid")


def _unreachable(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """The VM and all its definitions change together or not at all."""
    if vm.state not in (VmState.RUNNING, VmState.OFF):
        sentence = f"{vm.name} is {vm.state}. {vm.reason}".strip()
        return (Problem(sentence, "Have it run, or shut it down.", vm.key, "bad-state"),)
    found = []
    for host in _hosts(vm):
        server = snapshot.servers.get(host)
        if server is None or not server.is_up:
            sentence = f"{host} has a definition of {vm.name} and cannot be asked."
            found.append(Problem(sentence, f"Bring {host} back first.", vm.key, "host"))
    if not vm.definitions and vm.state is VmState.OFF:
        sentence = f"No host has a definition of {vm.name}."
        found.append(Problem(sentence, "Define it first.", vm.key, "not-defined"))
    if any(not copy.xml for copy in vm.definitions):
        sentence = f"A definition of {vm.name} was not read yet."
        found.append(Problem(sentence, "Wait a moment.", vm.key, "not-read"))
    return tuple(found)
