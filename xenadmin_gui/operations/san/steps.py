"""What the plans about the SAN are put together from: rows of steps, and actions on Pacemaker."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.operations.condition import AllOf, Always, Condition
from xenadmin_gui.operations.plan import Action, Step
from xenadmin_gui.operations.san.cibpatch import CibPatch
from xenadmin_gui.operations.san.layout import SanLayout

#: Times bear software emulation: Pacemaker's actions took half a minute each there.
LOCAL_S = 120.0
PACEMAKER_S = 600.0
PATHS_S = 300.0

_WHY = "Ask Pacemaker why: 'crm_mon -r1f'; and the log of the server: 'journalctl -b -n 100'."


@dataclass
class StepRow:
    """Steps of one subject, numbered as they are added."""

    subject: Key
    steps: list[Step] = field(default_factory=list)

    def add(
        self,
        action: Action,
        undo: tuple[Action, ...] = (),
        *,
        no_undo: str = "",
        even_after_failure: bool = False,
        must_run: bool = False,
    ) -> None:
        """Add a step that does ``action``; the rest is as ``Step`` has it."""
        values = {item.name: getattr(action, item.name) for item in fields(Action)}
        step = Step(
            **values,
            number=len(self.steps) + 1,
            subject=self.subject,
            undo=undo,
            no_undo=no_undo,
            even_after_failure=even_after_failure,
            must_run=must_run,
        )
        self.steps.append(step)


def on(
    server: str,
    title: str,
    command: Command,
    done_when: Condition,
    *only_if: Condition,
    accepted_when: Condition | None = None,
    timeout_s: float = LOCAL_S,
    watch: tuple[str, ...] | None = None,
    when_late: str = "",
    if_left: str = "",
    needs_input: bool = False,
) -> Action:
    """Make an action on one server, read back from that server alone unless ``watch`` is given."""
    return Action(
        title=title,
        host=server,
        command=command,
        done_when=done_when,
        only_if=all_of(*only_if),
        accepted_when=accepted_when,
        timeout_s=timeout_s,
        watch=(server,) if watch is None else watch,
        when_late=when_late,
        if_left=if_left,
        needs_input=needs_input,
    )


def patching(
    layout: SanLayout,
    title: str,
    patch: CibPatch,
    done_when: Condition,
    *only_if: Condition,
    accepted_when: Condition | None = None,
    timeout_s: float = PACEMAKER_S,
    if_left: str = "",
) -> Action:
    """Make an action that patches Pacemaker's configuration, on any member that takes it."""
    return told(
        layout,
        title,
        patch.command(),
        done_when,
        *only_if,
        accepted_when=accepted_when,
        timeout_s=timeout_s,
        if_left=if_left,
    )


def told(
    layout: SanLayout,
    title: str,
    command: Command,
    done_when: Condition,
    *only_if: Condition,
    accepted_when: Condition | None = None,
    timeout_s: float = PACEMAKER_S,
    if_left: str = "",
) -> Action:
    """Make an action that tells Pacemaker something, on any member that takes it."""
    return Action(
        title=title,
        host=layout.members_up[0],
        alternatives=layout.members_up[1:],
        command=command,
        done_when=done_when,
        only_if=all_of(*only_if),
        accepted_when=accepted_when,
        timeout_s=timeout_s,
        watch=layout.servers,
        when_late=_WHY,
        if_left=if_left,
    )


def all_of(*conditions: Condition) -> Condition:
    """Join conditions; none hold always."""
    if len(conditions) == 1:
        return conditions[0]
    return AllOf(conditions) if conditions else Always()
