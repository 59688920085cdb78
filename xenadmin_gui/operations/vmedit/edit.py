"""Changing a VM's settings: on every host that has its definition, together or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.autostart import autostart_steps
from xenadmin_gui.operations.vmedit.condition import copies, settings_hash
from xenadmin_gui.operations.vmedit.definition import Definition, Nic
from xenadmin_gui.operations.vmedit.live import LiveSteps
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps
from xenadmin_gui.operations.vmedit.values import (
    LEAST_MEMORY,
    MIB,
    TITLE_CHARS,
    with_macs,
    wrong_boot,
    wrong_memory,
    wrong_nics,
    wrong_vcpus,
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
        live: Processors, memory and cards of a running VM change at once too. Processors and
            memory then stay within what it was started with, which stays its maximum.
        xml: A whole definition instead of the single settings, as the XML page gives it.
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

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            sentence = f"There is no VM {self.uuid}."
            key = Key(Kind.VM, self.uuid)
            return (Problem(sentence, "Look at the list of VMs again.", key, "no-such-vm"),)
        return (
            *self._wrong_values(snapshot, vm),
            *self._too_much_at_once(vm),
            *_unreachable(snapshot, vm),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        added = with_macs(snapshot, vm, self.add_nics)
        steps = self._live_steps(snapshot, vm, added)
        for copy in vm.definitions:
            after = self._patched(copy.xml, added, at_once=self._at_once(vm))
            if settings_hash(after) != settings_hash(copy.xml) or self.xml is not None:
                made = DefinitionSteps(snapshot, vm, copy, len(steps) + 1)
                steps += made.replace_by(after)
        if self.autostart is not None:
            steps += autostart_steps(snapshot, vm, len(steps) + 1, on=self.autostart)
        verdict = Verdict.WILL_DO if steps else Verdict.ALREADY
        reason = self._when(vm) if steps else f"{vm.name} has these settings already."
        return Plan(
            id=new_plan_id(),
            title=self._title(vm),
            subjects=(Subject(vm.key, vm.name, verdict, reason),),
            steps=tuple(steps),
            made_from=snapshot.version,
        )

    def preview_text(self, vm: Vm) -> tuple[str, str]:
        """Return the definition before and after, to show the difference; of the first copy.

        Raises:
            PreconditionError: It cannot be read.
        """
        before = vm.definitions[0].xml
        after = self._patched(before, self.add_nics, at_once=self._at_once(vm))
        return Definition(before).text, after

    def _at_once(self, vm: Vm) -> bool:
        return self.live and vm.state is VmState.RUNNING

    def _live_steps(self, snapshot: Snapshot, vm: Vm, added: tuple[Nic, ...]) -> list[Step]:
        """What virsh is told on its host; it comes first, for it is most likely to be refused."""
        steps: list[Step] = []
        if not self._at_once(vm):
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
        return steps

    def _patched(self, text: str, added: tuple[Nic, ...], *, at_once: bool) -> str:
        if self.xml is not None:
            return Definition(self.xml).text
        definition = Definition(text)
        if self.vcpus is not None:
            definition.set_vcpus(self.vcpus, keep_maximum=at_once)
        if self.memory_bytes is not None:
            definition.set_memory(self.memory_bytes, keep_maximum=at_once)
        if self.title is not None:
            definition.set_title(self.title.strip())
        if self.description is not None:
            definition.set_description(self.description.strip())
        if self.delete_protection is not None:
            definition.set_kept(on=self.delete_protection)
        for mac in self.remove_nics:
            definition.remove_nic(mac)
        for mac, bridge in self.bridges:
            definition.set_bridge(mac, bridge)
        for nic in added:
            definition.add_nic(nic)
        if self.boot is not None:
            definition.set_boot(self.boot)
        return definition.text

    def _parts(self) -> tuple[list[str], list[str]]:
        """What is changed: what can change at once, and what only counts at the next start."""
        now, later = [], []
        if self.vcpus is not None:
            now.append("1 processor" if self.vcpus == 1 else f"{self.vcpus} processors")
        if self.memory_bytes is not None:
            now.append(f"{size_text(self.memory_bytes)} of memory")
        if self.add_nics or self.remove_nics or self.bridges:
            now.append("network cards")
        if self.boot is not None:
            later.append("boot order")
        if self.xml is not None:
            later.append("its definition")
        return now, later

    def _title(self, vm: Vm) -> str:
        now, later = self._parts()
        what = [*now, *(part for part in later if part != "its definition")]
        if self.title is not None:
            what.append("title")
        if self.description is not None:
            what.append("description")
        if self.delete_protection is not None:
            what.append(f"delete protection {'on' if self.delete_protection else 'off'}")
        if self.autostart is not None:
            what.append(f"autostart {'on' if self.autostart else 'off'}")
        return f"Change {vm.name}: {', '.join(what) or 'its definition'}"

    def _when(self, vm: Vm) -> str:
        """Say which of it counts now, and which at the next start."""
        now, later = self._parts()
        if vm.state is VmState.OFF or not (now or later):
            return ""
        if not self._at_once(vm) or not now:
            return f"{vm.name} is {vm.state}: it keeps what it has until its next start."
        at_once = f"Live: {', '.join(now)}."
        return f"{at_once} At the next start: {', '.join(later)}." if later else at_once

    def _wrong_values(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        found: list[Problem] = []
        untouched = VmEdit(self.uuid, live=self.live)
        if self == untouched:
            sentence = "No setting is to be changed."
            found.append(Problem(sentence, "Change one.", vm.key, "bad-settings", "settings"))
        if self.vcpus is not None:
            found += wrong_vcpus(snapshot, vm, self.vcpus)
        if self.memory_bytes is not None:
            found += wrong_memory(snapshot, vm, self.memory_bytes)
        if self.title is not None and ("\n" in self.title or len(self.title) > TITLE_CHARS):
            sentence, step = "A title is one short line.", "Write the rest as a description."
            found.append(Problem(sentence, step, vm.key, "bad-title", "title"))
        found += wrong_nics(snapshot, vm, self.add_nics, self.remove_nics, self.bridges)
        if self.boot is not None:
            found += wrong_boot(vm, self.boot)
        if self.autostart and vm.protection is not None:
            sentence = f"{vm.name} is protected: Pacemaker starts it, not its host."
            found.append(Problem(sentence, "Leave it off.", vm.key, "protected", "autostart"))
        if self.xml is not None:
            found += wrong_xml(vm, self.xml)
        return tuple(found)

    def _too_much_at_once(self, vm: Vm) -> tuple[Problem, ...]:
        """A running VM cannot have more than it was started with."""
        if not self._at_once(vm):
            return ()
        found = []
        step = "Leave out that it counts at once: then it has that at its next start."
        if self.vcpus is not None and vm.vcpus is not None and self.vcpus > vm.vcpus:
            sentence = f"While it runs, {vm.name} can have {vm.vcpus} processors at most."
            found.append(Problem(sentence, step, vm.key, "above-maximum", "vcpus"))
        most = vm.memory_bytes
        if self.memory_bytes is not None and most is not None and self.memory_bytes > most:
            sentence = f"While it runs, {vm.name} can have {size_text(most)} of memory at most."
            found.append(Problem(sentence, step, vm.key, "above-maximum", "memory"))
        return tuple(found)


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
