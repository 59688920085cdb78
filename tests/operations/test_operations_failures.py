"""What the tools say, what that means, what to do; and what a unit's state is."""

from __future__ import annotations

import pytest

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.operations.failures import explain_failure, explain_text
from xenadmin_gui.operations.units import UnitState, read_unit, unit_show

TEXTS = [
    (
        "migration-data",
        "error: internal error: Failed to send migration data to destination host",
    ),
    ("migration-data", "xc: Failed to enable logdirty: 95,22,0 (22 = Invalid argument)"),
    (
        "migration-host-key",
        "error: Cannot recv data: Host key verification failed.: Connection reset by peer",
    ),
    ("migration-login", "error: Cannot recv data: Permission denied (publickey,password)."),
    ("migration-libvirt", "error: Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such"),
    ("already-active", "error: Requested operation is not valid: domain is already running"),
    ("already-active", "error: Domain is already active"),
    ("not-running", "error: Requested operation is not valid: domain is not running"),
    ("no-domain", "error: failed to get domain 'web9'"),
    ("create-failed", "error: internal error: libxenlight failed to create new domain 'web1'"),
    ("no-memory", "error: libxl: Not enough memory: libxenlight failed to create new domain 'x'"),
    ("disk-missing", "error: Cannot access storage file '/dev/mapper/3600': No such file"),
    ("unit-exists", "Failed to start: Unit xenadmin-0123-1.service was already loaded or has"),
    ("no-resource", "crm_resource: Resource 'vm_web9' not found"),
    ("no-node", "crm_resource: Node 'xen9' not found"),
    ("moved-already", "Error performing operation: Requested item already exists"),
    ("moved-already", "crm_resource: vm_ha1 is already active on xen2"),
    ("no-cluster", "crm_resource: Could not connect to the CIB: Transport endpoint is not"),
    ("no-daemon", "error: Failed to connect socket to '/run/libvirt/libvirt-sock': No such file"),
]


def failed(said: str, status: int | None = 1) -> CommandResult:
    return CommandResult("xen1", Command(("virsh", "x")), status, "", said)


@pytest.mark.parametrize(("code", "said"), TEXTS)
def test_a_known_complaint_is_explained(code: str, said: str) -> None:
    why = explain_failure(failed(said))
    assert why.code == code
    assert why.said == said
    assert why.means.endswith(".")
    assert why.next_step.endswith(".")


@pytest.mark.parametrize("said", ["", "Fehler: unbekannt", "\x00\xff garbage"])
def test_an_unknown_complaint_is_passed_on_as_it_is(said: str) -> None:
    why = explain_failure(failed(said, 3))
    assert (why.said, why.code) == (said.strip(), "")
    assert why.means == "virsh on xen1 ended with status 3."


def test_a_cut_off_command_is_not_called_a_failure() -> None:
    assert "not known" in explain_failure(failed("", None)).means


def test_a_missing_program_is_named() -> None:
    assert explain_failure(failed("", 127)).code == "no-tool"


UNIT = "LoadState={}\nActiveState={}\nSubState={}\nResult={}\nExecMainStatus={}\n"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        (("loaded", "active", "running", "success", 0), UnitState.RUNNING),
        (("loaded", "activating", "start", "success", 0), UnitState.RUNNING),
        (("loaded", "failed", "failed", "exit-code", 1), UnitState.FAILED),
        (("loaded", "active", "exited", "success", 0), UnitState.SUCCEEDED),
        (("loaded", "inactive", "dead", "success", 0), UnitState.SUCCEEDED),
        (("not-found", "inactive", "dead", "success", 0), UnitState.GONE),
    ],
)
def test_the_state_of_a_unit_is_read(values: tuple[object, ...], state: UnitState) -> None:
    report = read_unit(CommandResult("h", unit_show("u"), 0, UNIT.format(*values)))
    assert report is not None
    assert report.state is state


@pytest.mark.parametrize("text", ["", "gibberish", "LoadState=loaded\n"])
def test_an_unreadable_unit_is_unknown(text: str) -> None:
    assert read_unit(CommandResult("h", unit_show("u"), 0, text)) is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("360014055a17e0010000: map in use", "map-in-use"),
        (
            '  Volume group "vg_san" has insufficient free space (1 extents): 9 required.',
            "group-full",
        ),
        ("  Logical volume vg_san/vm1 in use.", "volume-open"),
        ('  Logical Volume "vm1" already exists in volume group "vg_san"', "name-taken"),
        ("1: State change failed: (-12) Device is held open by someone", "held-open"),
        ("No valid meta data found", "no-metadata"),
        ("Call failed: Update does not conform to the configured schema", "cib-refused"),
    ],
)
def test_the_tools_of_the_san_are_understood(said: str, code: str) -> None:
    found = explain_text(said)
    assert found is not None
    assert found.code == code
