"""Changing a VM's settings: on every host that has its definition, together or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.sancondition import HostSays, PathsReady
from xenadmin_gui.operations.sanholds import lun_of
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.autostart import autostart_steps
from xenadmin_gui.operations.vmedit.cards import bridge_kinds
from xenadmin_gui.operations.vmedit.condition import copies, settings_hash
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vmedit.drivevalues import running_drive, wrong_buses, wrong_cd
from xenadmin_gui.operations.vmedit.live import LiveSteps
from xenadmin_gui.operations.vmedit.patch import Patch
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vmedit.values import (
    LEAST_MEMORY,
    MIB,
    TITLE_CHARS,
    with_macs,
    wrong_at_once,
    wrong_boot,
    wrong_memory,
    wrong_nics,
    wrong_tags,
    wrong_vcpus,
    wrong_vlans,
    wrong_xml,
)

__all__ = ["LEAST_MEMORY", "MIB", "TITLE_CHARS", "VmEdit"]


@dataclass(frozen=True, slots=True)
class VmEdit:
    """New settings of one VM; None leaves a setting as it is.

    A VM that runs keeps what it has until its next start, unless ``live`` is asked for.

    Attributes:
        memory_bytes: Whole MiB.
        title: A short text beside the name; empty takes it away.
        delete_protection: Whether the VM cannot be deleted; kept in its definition.
        add_nics: Cards; one without a MAC gets a free one.
        remove_nics: MACs.
        bridges: MAC and the bridge that it is plugged into from now on.
        boot: ``hd``, ``cdrom``, ``network``, ``fd`` in the order in which they are tried.
        autostart: Whether its host starts it when it boots; of an unprotected VM only.
        live: Processors, memory, cards and CD of a running VM change at once too. Processors and
            memory then stay within what it was started with, which stays its maximum.
        xml: A whole definition instead of the single settings, as the XML page gives it.
        add_tags: Words that it is found by; upper case becomes lower case.
        remove_tags: Those that go; what it does not have is no error.
        cd: Path of a CD's image, the same on every host, or of a block device; empty: eject it.
        drive: The CD drive that is meant; empty: the first one.
        buses: Disk (``xvda``) and the bus that it is on from the next start.
        vlans: MAC and the VLAN of that card on its bridge; 0: none.
    """

    uuid: str
    vcpus: int | None = None
    memory_bytes: int | None = None
    title: str | None = None
    description: str | None = None
    delete_protection: bool | None = None
    xml: str | None = None
    add_nics: tuple[Nic, ...] = ()
    remove_nics: tuple[str, ...] = ()
    bridges: tuple[tuple[str, str], ...] = ()
    boot: tuple[str, ...] | None = None
    autostart: bool | None = None
    live: bool = False
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    cd: str | None = None
    drive: str = ""
    buses: tuple[tuple[str, str], ...] = ()
    vlans: tuple[tuple[str, int], ...] = ()

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            sentence = f"There is no VM {self.uuid}."
            key = Key(Kind.VM, self.uuid)
            return (Problem(sentence, "Look at the list of VMs again.", key, "no-such-vm"),)
        at_once = wrong_at_once(snapshot, vm, self) if self._at_once(vm) else ()
        return (*self._wrong_values(snapshot, vm), *at_once, *_unreachable(snapshot, vm))

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        added = with_macs(snapshot, vm, self.add_nics)
        patch = self._patch(snapshot, vm, added)
        steps = self._live_steps(snapshot, vm, added)
        for copy in vm.definitions:
            after = patch.of(copy.xml)
            if settings_hash(after) != settings_hash(copy.xml) or self.xml is not None:
                made = DefinitionSteps(snapshot, vm, copy, len(steps) + 1)
                steps += made.replace_by(after)
        if self.autostart is not None:
            steps += autostart_steps(snapshot, vm, len(steps) + 1, on=self.autostart)
        verdict = Verdict.WILL_DO if steps else Verdict.ALREADY
        reason = self.when(vm) if steps else f"{vm.name} has these settings already."
        return Plan(
            id=new_plan_id(),
            title=self._title(vm),
            subjects=(Subject(vm.key, vm.name, verdict, reason),),
            steps=_guarded(steps, self._guards(snapshot, vm)),
            made_from=snapshot.version,
            take_back_failed=True,  # the definitions change together or not at all
        )

    def text_after(self, snapshot: Snapshot, before: str) -> str:
        """Return what becomes of a definition, to show the difference.

        A network card without a MAC gets the one that the plan would give it.

        Raises:
            PreconditionError: It cannot be read.
        """
        vm = snapshot.vms[self.uuid]
        return self._patch(snapshot, vm, with_macs(snapshot, vm, self.add_nics)).of(before)

    def _patch(self, snapshot: Snapshot, vm: Vm, added: tuple[Nic, ...]) -> Patch:
        return Patch(self, added, bridge_kinds(snapshot), self._at_once(vm))

    def _at_once(self, vm: Vm) -> bool:
        return self.live and vm.state is VmState.RUNNING

    def _guards(self, snapshot: Snapshot, vm: Vm) -> tuple[Condition, ...]:
        """The CD has to be there wherever the VM may be started."""
        if not self.cd:
            return ()
        hosts = dict.fromkeys((*vm.defined_on, *((vm.host,) if vm.host else ())))
        wwid = self.cd.removeprefix("/dev/mapper/")
        if lun_of(snapshot, wwid) is not None:
            return tuple(PathsReady(host, wwid, 1) for host in hosts)
        return tuple(
            HostSays(host, ("test", "-r", self.cd), 0, f"{host} has no file {self.cd}.")
            for host in hosts
        )

    def _live_steps(self, snapshot: Snapshot, vm: Vm, added: tuple[Nic, ...]) -> list[Step]:
        """What virsh is told on its host; it comes first, for it is most likely to be refused."""
        steps: list[Step] = []
        if not self._at_once(vm) or self.xml is not None:
            return steps
        made, now = LiveSteps(snapshot, vm), Definition(_copy_there(vm))
        if self.vcpus is not None:
            steps.append(made.vcpus(self.vcpus, now.current_vcpus, 1))
        if self.memory_bytes is not None:
            before = now.current_memory_bytes
            steps.append(made.memory(self.memory_bytes, before, len(steps) + 1))
        cards = {nic.mac: Nic(nic.mac, nic.bridge, nic.model) for nic in vm.nics}
        for mac in self.remove_nics:
            steps.append(made.unplug(cards[mac.lower()], len(steps) + 1))
        for mac, bridge in self.bridges:
            card = cards[mac.lower()]
            steps.append(made.unplug(card, len(steps) + 1))
            steps.append(made.plug(Nic(card.mac, bridge, card.model), len(steps) + 1))
        for nic in added:
            steps.append(made.plug(nic, len(steps) + 1))
        drive = running_drive(vm, self.drive)
        if self.cd is not None and drive is not None:
            steps.append(made.cd(drive, self.cd, len(steps) + 1))
        return steps

    def _parts(self, vm: Vm) -> tuple[list[str], list[str]]:
        """What is changed: what can change at once, and what only counts at the next start."""
        now: list[str] = []
        later: list[str] = []
        if self.vcpus is not None:
            now.append("1 processor" if self.vcpus == 1 else f"{self.vcpus} processors")
        if self.memory_bytes is not None:
            now.append(f"{size_text(self.memory_bytes)} of memory")
        if self.add_nics or self.remove_nics or self.bridges:
            now.append("network cards")
        if self.cd is not None:
            (later if running_drive(vm, self.drive) is None else now).append("CD")
        if self.boot is not None:
            later.append("boot order")
        if self.buses:
            later.append("disk bus")
        if self.vlans:
            later.append("VLAN")
        if self.xml is not None:
            later.append("its definition")
        return now, later

    def _title(self, vm: Vm) -> str:
        now, later = self._parts(vm)
        what = [*now, *(part for part in later if part != "its definition")]
        if self.title is not None:
            what.append("title")
        if self.description is not None:
            what.append("description")
        if self.add_tags or self.remove_tags:
            what.append("tags")
        if self.delete_protection is not None:
            what.append(f"delete protection {'on' if self.delete_protection else 'off'}")
        if self.autostart is not None:
            what.append(f"autostart {'on' if self.autostart else 'off'}")
        return f"Change {vm.name}: {', '.join(what) or 'its definition'}"

    def when(self, vm: Vm) -> str:
        """Say which of it counts now, and which at the next start; and what the guest must know."""
        now, later = self._parts(vm)
        said: list[str] = []
        if vm.state is not VmState.OFF and (now or later):
            if not self._at_once(vm) or not now:
                said.append(f"{vm.name} is {vm.state}: it keeps what it has until its next start.")
            else:
                said.append(f"Live: {', '.join(now)}.")
                said += [f"At the next start: {', '.join(later)}."] if later else []
        if self.buses:
            care = "The guest finds that disk under another name: see to its fstab and boot loader."
            said.append(care)
        return " ".join(said)

    def _wrong_values(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        found: list[Problem] = []
        if replace(self, drive="") == VmEdit(self.uuid, live=self.live):
            sentence = "No setting is to be changed."
            found.append(Problem(sentence, "Change one.", vm.key, "bad-settings", "settings"))
        if self.vcpus is not None:
            found += wrong_vcpus(snapshot, vm, self.vcpus)
        if self.memory_bytes is not None:
            found += wrong_memory(snapshot, vm, self.memory_bytes)
        if self.title is not None and ("\n" in self.title or len(self.title) > TITLE_CHARS):
            sentence, step = "A title is one short line.", "Write the rest as a description."
            found.append(Problem(sentence, step, vm.key, "bad-title", "title"))
        found += wrong_tags(vm.key, self.add_tags)
        found += wrong_nics(snapshot, vm, self.add_nics, self.remove_nics, self.bridges)
        found += wrong_vlans(snapshot, vm, self)
        if self.cd is not None:
            found += wrong_cd(snapshot, vm, self.cd, self.drive)
        found += wrong_buses(vm, self.buses)
        if self.boot is not None:
            found += wrong_boot(vm, self.boot)
        if self.autostart and vm.protection is not None:
            sentence = f"{vm.name} is protected: Pacemaker starts it, not its host."
            found.append(Problem(sentence, "Leave it off.", vm.key, "protected", "autostart"))
        if self.xml is not None:
            found += wrong_xml(snapshot, vm, self.xml)
        return tuple(found)


def _guarded(steps: list[Step], guards: tuple[Condition, ...]) -> tuple[Step, ...]:
    """Have the first step look whether all is there, before anything is changed."""
    if not steps or not guards:
        return tuple(steps)
    first = replace(steps[0], only_if=AllOf((steps[0].only_if, *guards)))
    return (first, *steps[1:])


def _copy_there(vm: Vm) -> str:
    """The definition of the host where it runs, else any."""
    there = [copy.xml for copy in vm.definitions if copy.host == vm.host]
    return (there or [copy.xml for copy in vm.definitions])[0]


def _unreachable(snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
    """Every host that has a definition must answer: they change together or not at all."""
    found: list[Problem] = []
    if not vm.definitions:
        sentence = f"No host has a definition of {vm.name} that could be changed."
        found.append(Problem(sentence, "Define it first.", vm.key, "not-defined"))
    for host in vm.defined_on:
        server = snapshot.servers.get(host)
        if server is None or not server.is_up:
            sentence = f"{host} has a definition of {vm.name} too and cannot be asked."
            found.append(Problem(sentence, f"Bring {host} back first.", vm.key, "host"))
    for host in vm.defined_on:
        for origin in ("file", "libvirt"):
            if any(not c.xml for c in copies(vm.definitions, host, origin)):
                sentence = f"The definition of {vm.name} on {host} was not read yet."
                found.append(Problem(sentence, "Wait a moment.", vm.key, "not-read"))
    return tuple(found)
