"""Which answers say that there is nothing to ask, and which that nobody could."""

from __future__ import annotations

import pytest

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.monitoring.absent import no_such_unit

NO_SYSTEMD = (
    "System has not been booted with systemd as init system (PID 1). Can't operate.\n"
    "Failed to connect to bus: Host is down\n"
)


@pytest.mark.parametrize(
    ("status", "said", "complaint", "is_absent"),
    [
        (1, "", "", True),
        (127, "", "systemctl: not found\n", True),
        (1, "", NO_SYSTEMD, True),
        (1, "", "Failed to list unit files: Connection timed out\n", False),
        (0, "target.service enabled enabled\n", "", False),
        (None, "", "", False),
    ],
)
def test_a_systemd_that_does_not_answer_is_not_one_without_the_unit(
    status: int | None, said: str, complaint: str, is_absent: bool
) -> None:
    result = CommandResult("san1", Command(("systemctl",)), status, said, complaint)
    assert no_such_unit(result) is is_absent
