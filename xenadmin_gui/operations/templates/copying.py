"""Drafts that bring a template to the SAN servers that lack it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import Template
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id, unit_name
from xenadmin_gui.operations.san.onceunit import once, stopped, tidied
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, silent
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.templates import steps


@dataclass(frozen=True, slots=True)
class TemplateCopy:
    """Copy a template from a server that has it to those that lack it, over ssh as root."""

    name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template = snapshot.template(self.name)
        if template is None:
            return (steps.no_template(self.name),)
        if wrong := unusable(template):
            return wrong
        lacking = lacking_servers(snapshot, template)
        found = silent(snapshot, (template.servers[0], *lacking), template.key)
        return found + steps.room_problems(snapshot, lacking, template.image_bytes)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        template = snapshot.template(self.name)
        assert template is not None
        lacking = lacking_servers(snapshot, template)
        plan_id, row, source = new_plan_id(), StepRow(template.key), template.servers[0]
        for target in lacking:
            steps.push(row, snapshot, template, source, target, plan_id, template.image_bytes)
        verdict = Verdict.WILL_DO if lacking else Verdict.ALREADY
        means = "" if lacking else "Every SAN server has it."
        return Plan(
            id=plan_id,
            title=f"Copy the template {self.name} to every SAN server",
            subjects=(Subject(template.key, self.name, verdict, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


@dataclass(frozen=True, slots=True)
class TemplateReceive:
    """Take up a template that was sent to a server: looked through, then into its library.

    Attributes:
        image: File name of the image that was sent with the description.
        sent_by: Whose new folder it was sent to: twelve hexadecimal digits.
    """

    name: str
    image: str
    server: str
    sent_by: str
    image_bytes: int = 0

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template = snapshot.template(self.name)
        if template is not None and self.server in template.servers:
            sentence = f"{self.server} has the template {self.name} already."
            return (Problem(sentence, LOOK_AGAIN, template.key, "name-taken", "name"),)
        return steps.server_problems(snapshot, self.server, push=False)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        key = steps.template_key(self.name)
        plan_id, row, server = new_plan_id(), StepRow(key), self.server
        unit = unit_name(plan_id, 1)
        sent = HostSays(
            server,
            ("test", "-f", f"{scripts.new_folder(self.name, self.sent_by)}/{self.image}"),
            0,
            f"The image of {self.name} was not sent to {server}.",
        )
        action = once(
            server,
            f"Look through the template {self.name} that was sent to {server}, and keep it",
            scripts.receive(
                self.name, self.image, task=steps.task_of(plan_id), sent_by=self.sent_by
            ),
            unit,
            steps.not_there(server, self.name),
            sent,
            timeout_s=steps.patience_s(self.image_bytes),
        )
        done = steps.is_made(server, self.name, plan_id)
        undo = (stopped(server, unit), steps.take_back(server, self.name, plan_id))
        row.add(replace(action, done_when=done), undo=undo)
        row.add(tidied(server, unit))
        return Plan(
            id=plan_id,
            title=f"Take the template {self.name} into the library of {server}",
            subjects=(Subject(key, self.name, Verdict.WILL_DO),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


def lacking_servers(snapshot: Snapshot, template: Template) -> tuple[str, ...]:
    """Return the SAN servers that have no copy of it."""
    return tuple(s.name for s in snapshot.san_servers if s.name not in template.servers)


def unusable(template: Template) -> tuple[Problem, ...]:
    """Say why nothing can be made of a template; empty when it can be used."""
    if not template.reason:
        return ()
    step = "Import it again, or delete it."
    return (Problem(template.reason, step, template.key, "template-unusable", "name"),)
