"""A plan: frozen steps, each with its exact command, its check before and after, and its undo."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.condition import Always, Condition

SHORT_ID_CHARS = 12


class Verdict(StrEnum):
    """What a plan means for one of the objects it was asked about."""

    WILL_DO = "will-do"
    ALREADY = "already"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True)
class Subject:
    """One object that a plan was asked about.

    Attributes:
        reason: Why it cannot be done, or what is so already; one sentence.
        next_step: What the administrator can do instead; may be empty.
        code: Stable name of the reason (``pv-live``, ``no-memory``, …) for offers and scripts.
    """

    key: Key
    name: str
    verdict: Verdict
    reason: str = ""
    next_step: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class NewGuest:
    """A VM that a plan makes: what a preview has to show that no step tells.

    Attributes:
        uuid: Of the VM; a subject of the plan has it as its key.
        memory_bytes, disk_bytes: As the guest sees them; of all its disks together.
    """

    uuid: str
    name: str
    kind: VmKind
    vcpus: int
    memory_bytes: int
    disk_bytes: int


class WhenCancelled(StrEnum):
    """What becomes of a unit on the host when the administrator cancels."""

    LEAVE = "leave"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One command for one host, with everything needed to run it at most once.

    Attributes:
        title: What it does, one line in English.
        host: Where the command runs.
        accepted_when: Holds from the moment the command was taken, long before ``done_when``: it
            then need not be sent again. None: nothing shows that.
        alternatives: Other servers on which the very same command does the same, in order.
        done_when: Read back until this holds; holds it already, the command is not run.
        only_if: Must hold right before the command runs, else the plan is stale.
        timeout_s: How long the cluster may take until ``done_when`` holds.
        watch: Servers to read back from; empty: all of them.
        unit: systemd unit on ``host`` in which the command goes on without us, or empty.
        when_cancelled: What becomes of that unit on a cancel.
        ends_by_itself: That unit comes to its end, however long it takes: as long as it runs, the
            time is not up.
        repeatable: Whether it may be sent again when it is not known if it was sent at all.
        when_late: What to do when the time is up, one sentence.
        if_left: What stays behind when nobody goes on after it, one sentence; may be empty.
        fills: Block device that the unit writes, when how far it is can be told; or empty.
        fills_bytes: How much it writes there, in bytes.
        needs_input: A secret is sent to the command's standard input. It is in the memory of the
            program that made the plan and nowhere else: taken up by another one, the action can
            only be found done, or fail.
    """

    title: str
    host: str
    command: Command
    done_when: Condition
    only_if: Condition = Always()
    accepted_when: Condition | None = None
    alternatives: tuple[str, ...] = ()
    timeout_s: float = 60.0
    watch: tuple[str, ...] = ()
    unit: str = ""
    when_cancelled: WhenCancelled = WhenCancelled.LEAVE
    ends_by_itself: bool = False
    repeatable: bool = True
    when_late: str = ""
    if_left: str = ""
    needs_input: bool = False
    fills: str = ""
    fills_bytes: int = 0

    def __post_init__(self) -> None:
        if self.command.stdin is not None and not self.needs_input:
            raise ValueError("a step's command has no standard input: the journal keeps it whole")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Action):
    """One step of a plan.

    Attributes:
        number: From 1, unique in the plan.
        subject: Object it is done for; steps of one subject run one after the other.
        undo: What takes it back, in this order; empty when there is nothing to take back.
        no_undo: Why it cannot be taken back; empty when it can, or when nothing is left of it.
        even_after_failure: Runs also when an earlier step of its subject failed (tidying up),
            unless nothing was sent for that subject yet.
        must_run: When ``done_when`` holds before we did anything, somebody else did it, and the
            plan is stale: the stop of a reboot, say.
    """

    number: int
    subject: Key
    undo: tuple[Action, ...] = ()
    no_undo: str = ""
    even_after_failure: bool = False
    must_run: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done, step by step; made from one snapshot, run against a fresh one.

    Attributes:
        id: Unique; also the task's id in the journal.
        title: One line in English, such as ``Start web1 and db1``.
        made_from: Version of the snapshot it was made from.
        lanes: How many subjects may be worked on at once.
        confirm: What the administrator has to type before it runs, because something is lost by
            it: the object's name. Empty: nothing.
        take_back_failed: A subject one of whose steps fails is taken back at once, alone, and the
            others go on; a cancel takes back whatever is not whole.
        makes: The VMs that there are afterwards and were not before.
        cautions: What can be done and may not be what is wanted, one sentence each.
        draft: What was asked for, as text, without secrets, so that what is left of it can be tried
            again by another run of the program; empty: that is not offered.
    """

    id: str
    title: str
    subjects: tuple[Subject, ...]
    steps: tuple[Step, ...]
    made_from: int = 0
    lanes: int = 1
    confirm: str = ""
    take_back_failed: bool = False
    makes: tuple[NewGuest, ...] = ()
    cautions: tuple[str, ...] = ()
    draft: str = ""

    def steps_of(self, subject: Key) -> tuple[Step, ...]:
        """The steps of one subject, in order."""
        return tuple(step for step in self.steps if step.subject == subject)

    def step(self, number: int) -> Step:
        """Return the step with that number.

        Raises:
            KeyError: There is none.
        """
        for step in self.steps:
            if step.number == number:
                return step
        raise KeyError(number)


def new_plan_id() -> str:
    """Return a fresh id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def unit_name(plan_id: str, number: int, *, undo: bool = False) -> str:
    """Return the systemd unit of a step: the same each time, so that it can be found again."""
    return f"xenadmin-{plan_id[:SHORT_ID_CHARS]}-{number}" + ("-undo" if undo else "")
