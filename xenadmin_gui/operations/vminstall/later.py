"""What a task left undone, made of what the journal keeps of it: no draft is in memory any more."""

from __future__ import annotations

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.rest import whole_subjects
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.vminstall.install import VmInstall
from xenadmin_gui.operations.vminstall.written import from_text

#: Ends after which nothing runs any more and something may be left to do.
_OVER = (TaskState.FAILED, TaskState.CANCELLED, TaskState.ROLLED_BACK)
_GONE = {
    "password": "The password of the VMs that are left is kept nowhere.",
    "answers": "The installer's answers for the VMs that are left are kept nowhere.",
}


def rest_of_task(plan: Plan, task: Task) -> VmInstall | None:
    """Return the draft of the VMs that ``task`` did not make; None when it is not about such.

    Raises:
        PreconditionError: It cannot be told again what was asked for.
    """
    if not plan.draft or task.state not in _OVER:
        return None
    try:
        written = from_text(plan.draft)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None  # of another version
    draft = VmInstall(written.vms, written.template, written.iso, written.installer)
    is_back = task.state is TaskState.ROLLED_BACK
    rest = draft.without(frozenset() if is_back else whole_subjects(plan, task))
    if rest is not None and written.secret:
        raise PreconditionError(
            _GONE[written.secret],
            next_step="Make them as before, only for the names that are missing.",
            code="secret-gone",
        )
    return rest
