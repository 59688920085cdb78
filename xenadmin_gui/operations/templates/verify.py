"""The draft that sums up a template's image again on every server that has it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import template_faults
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import (
    Plan,
    Step,
    Subject,
    Verdict,
    WhenCancelled,
    new_plan_id,
    unit_name,
)
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.refusals import silent
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.templates import steps


@dataclass(frozen=True, slots=True)
class TemplateVerify:
    """Compare the image with its checksum on each server, at once; the task names who differs."""

    name: str

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template = snapshot.template(self.name)
        if template is None:
            return (steps.no_template(self.name),)
        if next(template_faults(template), None) is not None:
            step = "Import it again, or delete it."
            return (Problem(template.reason, step, template.key, "template-unusable", "name"),)
        return silent(snapshot, template.servers, template.key)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        template = snapshot.template(self.name)
        assert template is not None
        plan_id, made = new_plan_id(), list[Step]()
        for server in template.servers:
            row = StepRow(snapshot.servers[server].key)
            unit = unit_name(plan_id, len(made) + 1)
            action = once(
                server,
                f"Compare the image of {self.name} on {server} with its checksum",
                scripts.verify(self.name, template.image, template.sha256),
                unit,
                steps.is_there(server, self.name),
                timeout_s=steps.patience_s(template.image_bytes),
            )
            row.add(replace(action, when_cancelled=WhenCancelled.STOP))
            row.add(tidied(server, unit))
            first = len(made)
            made += [replace(step, number=first + step.number) for step in row.steps]
        return Plan(
            id=plan_id,
            title=f"Verify the template {self.name}",
            subjects=tuple(
                Subject(snapshot.servers[name].key, name, Verdict.WILL_DO)
                for name in template.servers
            ),
            steps=tuple(made),
            made_from=snapshot.version,
            lanes=max(1, len(template.servers)),
        )
