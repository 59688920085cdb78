"""Changing a VM's settings: on every host that has its definition, together or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Step, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.sizes import size_text
from xenadmin_gui.operations.vmedit.condition import copies, settings_hash
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vmedit.steps import DefinitionSteps

MIB = 1024**2
LEAST_MEMORY = 32 * MIB
TITLE_CHARS = 200


@dataclass(frozen=True, slots=True)
class VmEdit:
    """New settings of one VM; None leaves a setting as it is.

    A VM that runs keeps what it has until its next start.

    Attributes:
        memory_bytes: Whole MiB.
        delete_protection: Whether the VM cannot be deleted; kept in its definition.
        title: A short text beside the name; empty takes it away.
        xml: A whole definition instead of the single settings, as the XML page gives it.
    """

    uuid: str
    vcpus: int | None = None
    memory_bytes: int | None = None
    title: str | None = None
    description: str | None = None
    delete_protection: bool | None = None
    xml: str | None = None

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        vm = snapshot.vms.get(self.uuid)
        if vm is None:
            sentence = f"There is no VM {self.uuid}."
            key = Key(Kind.VM, self.uuid)
            return (Problem(sentence, "Look at the list of VMs again.", key, "no-such-vm"),)
        return (*self._wrong_values(snapshot, vm), *_unreachable(snapshot, vm))

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        vm = snapshot.vms[self.uuid]
        plan_id = new_plan_id()
        steps: list[Step] = []
        for copy in vm.definitions:
            after = self._patched(copy.xml)
            if settings_hash(after) != settings_hash(copy.xml) or self.xml is not None:
                made = DefinitionSteps(snapshot, vm, copy, len(steps) + 1)
                steps += made.replace_by(after)
        verdict = Verdict.WILL_DO if steps else Verdict.ALREADY
        others = (self.vcpus, self.memory_bytes, self.title, self.description, self.xml)
        at_once = all(value is None for value in others)
        reason = (
            ("" if at_once else _when(vm)) if steps else f"{vm.name} has these settings already."
        )
        return Plan(
            id=plan_id,
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
        return Definition(before).text, self._patched(before)

    def _patched(self, text: str) -> str:
        if self.xml is not None:
            return Definition(self.xml).text
        definition = Definition(text)
        if self.vcpus is not None:
            definition.set_vcpus(self.vcpus)
        if self.memory_bytes is not None:
            definition.set_memory(self.memory_bytes)
        if self.title is not None:
            definition.set_title(self.title.strip())
        if self.description is not None:
            definition.set_description(self.description.strip())
        if self.delete_protection is not None:
            definition.set_kept(on=self.delete_protection)
        return definition.text

    def _title(self, vm: Vm) -> str:
        what: list[str] = []
        if self.vcpus is not None:
            what.append("1 processor" if self.vcpus == 1 else f"{self.vcpus} processors")
        if self.memory_bytes is not None:
            what.append(f"{size_text(self.memory_bytes)} of memory")
        if self.title is not None:
            what.append("title")
        if self.description is not None:
            what.append("description")
        if self.delete_protection is not None:
            what.append(
                "delete protection on" if self.delete_protection else "delete protection off"
            )
        return f"Change {vm.name}: {', '.join(what) or 'its definition'}"

    def _wrong_values(self, snapshot: Snapshot, vm: Vm) -> tuple[Problem, ...]:
        found: list[Problem] = []

        def wrong(sentence: str, next_step: str, field: str) -> None:
            found.append(Problem(sentence, next_step, vm.key, f"bad-{field}", field))

        values = (self.vcpus, self.memory_bytes, self.title, self.description, self.xml)
        if self.delete_protection is None and all(value is None for value in values):
            wrong("No setting is to be changed.", "Change one.", "settings")
        most = max((s.cpus or 0 for s in snapshot.hosts), default=0)
        if self.vcpus is not None and self.vcpus < 1:
            wrong("A VM needs a processor.", "Give it one at least.", "vcpus")
        elif self.vcpus is not None and most and self.vcpus > most:
            sentence = f"No host has {self.vcpus} processors; the largest has {most}."
            wrong(sentence, f"Give it {most} at most.", "vcpus")
        if self.memory_bytes is not None:
            found += _wrong_memory(snapshot, vm, self.memory_bytes)
        if self.title is not None and ("\n" in self.title or len(self.title) > TITLE_CHARS):
            wrong("A title is one short line.", "Write the rest as a description.", "title")
        if self.xml is not None:
            found += _wrong_xml(vm, self.xml)
        return tuple(found)


def _wrong_memory(snapshot: Snapshot, vm: Vm, size: int) -> list[Problem]:
    most = max((s.memory_bytes or 0 for s in snapshot.hosts), default=0)
    sentence = ""
    if size < LEAST_MEMORY:
        sentence, next_step = (
            f"{size_text(size)} of memory is too little to start anything.",
            f"Give it {size_text(LEAST_MEMORY)} at least.",
        )
    elif size % MIB:
        sentence, next_step = "Memory is given in whole MiB.", "Round it."
    elif most and size > most:
        sentence, next_step = (
            f"No host has {size_text(size)} of memory; the largest has {size_text(most)}.",
            "Give it less.",
        )
    return [Problem(sentence, next_step, vm.key, "bad-memory", "memory")] if sentence else []


def _wrong_xml(vm: Vm, text: str) -> list[Problem]:
    try:
        definition = Definition(text)
    except PreconditionError as error:
        return [Problem(error.sentence, error.next_step, vm.key, error.code, "xml")]
    found = []
    if definition.uuid != vm.uuid:
        sentence = f"The UUID in the definition is not that of {vm.name}: {definition.uuid}."
        found.append(Problem(sentence, f"Leave it {vm.uuid}.", vm.key, "other-uuid", "xml"))
    if definition.name != vm.name:
        sentence = f"The definition renames {vm.name} to {definition.name}."
        found.append(Problem(sentence, "Rename it by its own action.", vm.key, "renames", "xml"))
    return found


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


def _when(vm: Vm) -> str:
    if vm.state is VmState.OFF:
        return ""
    return f"{vm.name} is {vm.state}: it keeps what it has until its next start."
