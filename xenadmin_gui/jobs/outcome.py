"""How a job ended, as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from xenadmin_gui.domain.errors import Cancelled
from xenadmin_gui.jobs.context import JobContext

T = TypeVar("T")

Job = Callable[[JobContext], T]


class Ending(StrEnum):
    """The three ways a job can end."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The end of a job: its value when it succeeded, its error when it failed."""

    ending: Ending
    value: T | None = None
    error: BaseException | None = None

    @property
    def succeeded(self) -> bool:
        return self.ending is Ending.SUCCEEDED


def run_job(job: Job[T], context: JobContext) -> Outcome[T]:
    """Run ``job`` to its end; an error that follows a cancel is a cancel. Never raises."""
    try:
        context.checkpoint()
        return Outcome(Ending.SUCCEEDED, value=job(context))
    except Cancelled:
        return Outcome(Ending.CANCELLED)
    except Exception as error:  # noqa: BLE001 - the end of a job is a value
        if context.is_cancelled:
            return Outcome(Ending.CANCELLED, error=error)
        return Outcome(Ending.FAILED, error=error)
