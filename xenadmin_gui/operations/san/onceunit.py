"""Commands whose effect nothing shows run in a unit of their own, whose end shows that they ran."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guestscripts import stop_work, work_stopped
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.steps import LOCAL_S, all_of, on
from xenadmin_gui.operations.sancondition import HostSays

_HAS_ENDED = '[ "$(systemctl show --property=SubState --value "$1")" = exited ]'


def once(
    server: str,
    title: str,
    command: Command,
    unit: str,
    *only_if: Condition,
    timeout_s: float = LOCAL_S,
    if_left: str = "",
) -> Action:
    """Make an action that runs ``command`` exactly once, to its good end.

    The unit stays known after that (systemd.service(5), RemainAfterExit), until ``tidied``.
    """
    words = ("systemd-run", f"--unit={unit}", "--property=RemainAfterExit=yes", "--setenv=LC_ALL=C")
    return Action(
        title=title,
        host=server,
        command=Command((*words, *map(_literal, command.argv))),
        done_when=_ended(server, unit, status=0),
        only_if=all_of(*only_if),
        timeout_s=timeout_s,
        watch=(server,),
        unit=unit,
        when_late=f"Look with 'journalctl --unit={unit}' on {server} how far it is.",
        if_left=if_left or f"It goes on on {server} as the unit {unit}.",
    )


def tidied(server: str, unit: str) -> Action:
    """Make the action that has systemd forget the unit of ``once``."""
    return Action(
        title=f"Have {server} forget the unit {unit}",
        host=server,
        command=Command(("systemctl", "stop", f"{unit}.service")),
        done_when=_ended(server, unit, status=1),
        watch=(server,),
    )


def stopped(server: str, unit: str, device: str = "") -> Action:
    """Make the action that ends the unit of ``once`` wherever it is, and has systemd forget it.

    Args:
        device: What it works on; loop devices over it go too. Empty: none.
    """
    said = f"The unit {unit} on {server} has not ended yet."
    if device:
        said = f"The unit {unit} on {server} still works on {device}."
    return on(
        server,
        f"End the unit {unit} on {server}",
        stop_work(unit, device),
        HostSays(server, work_stopped(unit), 0, said),
    )


def _literal(word: str) -> str:
    """systemd puts variables into a unit's command itself; ``$$`` is what it leaves as ``$``."""
    return word.replace("$", "$$")


def _ended(server: str, unit: str, *, status: int) -> Condition:
    words = ("sh", "-c", _HAS_ENDED, "sh", f"{unit}.service")
    return HostSays(server, words, status, f"The unit {unit} on {server} has not ended well yet.")
