"""What findings tell the administrator to do next."""

from __future__ import annotations

import pytest

from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Protection, Vm
from xenadmin_gui.monitoring.findings_vms import find_in_vms


@pytest.mark.parametrize(
    ("failed", "step"),
    [
        (True, "Look at the failed actions"),
        (False, "No host may start it now: look at their memory"),
    ],
)
def test_what_stands_still_leads_to_its_failure_only_when_there_is_one(
    failed: bool, step: str
) -> None:
    protection = Protection("vm-erp", target_role="Started", failed=failed)
    vm = Vm("u1", "erp", VmState.OFF, protection=protection)
    (finding,) = find_in_vms({}, {"u1": vm}, frozenset(), has_pacemaker=True)
    assert (finding.code, finding.sentence) == ("not-started", "erp should run, but it is off.")
    assert finding.next_step.startswith(step)
