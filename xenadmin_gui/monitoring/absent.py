"""Which answers of a command say that there is nothing to ask: no such tool, no such thing."""

from __future__ import annotations

from xenadmin_gui.domain.command import CommandResult
from xenadmin_gui.monitoring.parse import drbd, ovs

_NOT_INSTALLED = 127
_NO_SESSIONS = 21
_NOT_CONNECTED = 102
#: What systemctl says where another init runs.
NO_SYSTEMD = "not been booted with systemd"


def never(result: CommandResult) -> bool:
    return False


def not_installed(result: CommandResult) -> bool:
    return result.exit_status == _NOT_INSTALLED


def no_such_file(result: CommandResult) -> bool:
    is_nothing = result.exit_status == 1 and not result.stdout
    return is_nothing and "No such file or directory" in result.stderr


def no_ovs(result: CommandResult) -> bool:
    return not_installed(result) or ovs.NOT_RUNNING in result.stderr


def no_such_unit(result: CommandResult) -> bool:
    """Without systemd, or without any of the units: systemctl 252 then ends with 1, silently.

    When systemd does not answer it, it ends with 1 too, and says so.
    """
    said = result.stderr.strip()
    is_nothing = result.exit_status == 1 and not result.stdout.strip()
    return not_installed(result) or (is_nothing and (not said or NO_SYSTEMD in said))


def no_sessions(result: CommandResult) -> bool:
    return result.exit_status in (_NOT_INSTALLED, _NO_SESSIONS)


def no_pacemaker(result: CommandResult) -> bool:
    """A host need not be a member: tools without a cluster are as good as none there."""
    return result.exit_status in (_NOT_INSTALLED, _NOT_CONNECTED)


def no_drbd(result: CommandResult) -> bool:
    said = result.stdout + result.stderr
    return (
        not_installed(result)
        or drbd.NOTHING_CONFIGURED in said
        or (result.exit_status is not None and "no resources defined" in said)
    )
