"""Drafts that describe a template anew, or remove it."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain import hostfile
from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import DESCRIPTION, Template, template_text
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Action, Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.refusals import silent
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.templates import steps
from xenadmin_gui.operations.templates.copying import unusable


@dataclass(frozen=True, slots=True)
class TemplateEdit:
    """Describe a template anew on every server that has it; its image stays as it is.

    Attributes:
        template: As it shall be; name, image, format, sizes and checksum are those of the image.
    """

    template: Template

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        wanted, now = self.template, snapshot.template(self.template.name)
        if now is None:
            return (steps.no_template(wanted.name),)
        if wrong := unusable(now):
            return wrong
        found = steps.description_problems(wanted, is_measured=True)
        if _of_image(wanted) != _of_image(now):
            sentence = f"The image of {now.name} is another one by now."
            found += (Problem(sentence, "Open it again.", now.key, "changed", "name"),)
        return found + silent(snapshot, now.servers, now.key)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        wanted, now = self.template, snapshot.template(self.template.name)
        assert now is not None
        text, name = template_text(wanted), now.name
        path = f"{now.folder}/{DESCRIPTION}"
        row, is_same = StepRow(now.key), text == template_text(now)
        for server in () if is_same else now.servers:
            row.add(
                on(
                    server,
                    f"Describe the template {name} anew on {server}",
                    scripts.rewrite(name, text),
                    HostSays(server, hostfile.file_is(path, text).argv),
                    _same_image(server, now),
                ),
                undo=(_as_before(server, name, path, text),),
            )
        verdict = Verdict.ALREADY if is_same else Verdict.WILL_DO
        return Plan(
            id=new_plan_id(),
            title=f"Change the template {name}",
            subjects=(Subject(now.key, name, verdict),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


@dataclass(frozen=True, slots=True)
class TemplateDelete:
    """Remove a template from every SAN server; VMs that were made of it have disks of their own."""

    name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template = snapshot.template(self.name)
        if template is None:
            return (steps.no_template(self.name),)
        return silent(snapshot, template.servers, template.key)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        template = snapshot.template(self.name)
        assert template is not None
        unread: list[Condition] = [_unread(server, template) for server in template.servers]
        row, lost = StepRow(template.key), f"The template {self.name} is gone after that."
        for server in template.servers:
            guards = unread if not row.steps else [_unread(server, template)]
            row.add(steps.remove(server, self.name, *guards), no_undo=lost)
        means = f"No VM can be made of {self.name} any more; those that there are stay."
        return Plan(
            id=new_plan_id(),
            title=f"Delete the template {self.name}",
            subjects=(Subject(template.key, self.name, Verdict.WILL_DO, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
            confirm=self.name,
        )


def _of_image(one: Template) -> tuple[str, str, int, int, str]:
    return one.image, one.format, one.image_bytes, one.disk_bytes, one.sha256


def _same_image(server: str, template: Template) -> HostSays:
    words = ("grep", "-qsF", template.sha256, f"{template.folder}/{DESCRIPTION}")
    wrong = f"The image of {template.name} on {server} is another one by now."
    return HostSays(server, words, 0, wrong)


def _as_before(server: str, name: str, path: str, text: str) -> Action:
    differs = HostSays(server, hostfile.file_is(path, text).argv, 1)
    before = f"{path}.before"
    return on(
        server,
        f"Describe the template {name} on {server} as before",
        Command(("mv", "-f", "--", before, path)),
        differs,
        HostSays(server, ("test", "-f", before), 0, f"{before} is gone from {server}."),
    )


def _unread(server: str, template: Template) -> HostSays:
    wrong = f"The image of {template.name} is being read on {server}: a VM is made of it now."
    return HostSays(server, scripts.is_unread(template.image_path).argv, 0, wrong)
