"""The draft that makes a template of an image that lies on a SAN server."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import Template, format_of
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan, Subject, Verdict, new_plan_id
from xenadmin_gui.operations.san.steps import StepRow
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.templates import steps


@dataclass(frozen=True, slots=True)
class TemplateImport:
    """Take an image into the library: checked, measured, described, on every SAN server.

    Attributes:
        template: What it will be; its sizes and its checksum are measured, not taken from here.
        server: SAN server where the image lies.
        path: Of the image there: raw, qcow2, or raw packed by zstd, gzip or xz.
        sha256: What its checksum has to be; empty: whatever it is.
        file_bytes: Its size; 0: not known.
        move: Take it away from where it lies (an upload) instead of copying it.
        push: Copy it to the other servers over ssh as root; else they are left to a later copy.
    """

    template: Template
    server: str
    path: str
    sha256: str = ""
    file_bytes: int = 0
    move: bool = False
    push: bool = True

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what keeps it from becoming a plan."""
        template = self.template
        found = steps.name_taken(snapshot, template.name)
        found += steps.description_problems(template, is_measured=False)
        found += _path_problems(self.path, template.format)
        if self.sha256 and not _is_checksum(self.sha256):
            sentence = "The checksum is no SHA-256: that has 64 digits 0-9 a-f."
            found += (Problem(sentence, "Copy it whole.", None, "bad-value", "sha256"),)
        if wrong := steps.server_problems(snapshot, self.server, push=self.push):
            return found + wrong
        here = () if self.move else (self.server,)
        there = steps.others(snapshot, self.server) if self.push else ()
        return found + steps.room_problems(snapshot, (*here, *there), self.file_bytes)

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        template, server, plan_id = self.template, self.server, new_plan_id()
        row = StepRow(template.key)
        readable = HostSays(
            server,
            ("test", "-r", self.path),
            0,
            f"There is no file {self.path} on {server}, or it cannot be read.",
        )
        room = () if self.move or not self.file_bytes else (self.file_bytes,)
        command = scripts.import_image(
            self.path,
            template.name,
            template.image,
            steps.described(template),
            template.format,
            task=steps.task_of(plan_id),
            sha256=self.sha256.lower(),
            move=self.move,
        )
        steps.make(
            row,
            server,
            f"Make the template {template.name} of {self.path} on {server}",
            command,
            template.name,
            plan_id,
            readable,
            *(steps.has_room(server, size) for size in room),
            size_bytes=self.file_bytes,
        )
        if self.push:
            steps.spread(row, snapshot, template, server, plan_id, self.file_bytes)
        where = " and ".join((server, *(steps.others(snapshot, server) if self.push else ())))
        means = f"It will lie on {where}."
        return Plan(
            id=plan_id,
            title=f"Import the template {template.name}",
            subjects=(Subject(template.key, template.name, Verdict.WILL_DO, means),),
            steps=tuple(row.steps),
            made_from=snapshot.version,
        )


def _path_problems(path: str, fmt: str) -> tuple[Problem, ...]:
    if not path.startswith("/") or not path.isprintable() or path.endswith("/"):
        sentence = "The image has to be named by its whole path, from / on."
        return (Problem(sentence, "Write it as on the server.", None, "bad-path", "path"),)
    seen = format_of(path)
    if seen and seen != fmt:
        sentence = f"{path.rpartition('/')[2]} looks like {seen}, and {fmt} is given."
        step = f"Choose the format {seen}, or rename the file."
        return (Problem(sentence, step, None, "bad-format", "format"),)
    return ()


def _is_checksum(text: str) -> bool:
    return len(text) == 64 and all(char in "0123456789abcdef" for char in text.lower())
