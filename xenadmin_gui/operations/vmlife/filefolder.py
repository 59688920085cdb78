"""The folder of the definitions that Pacemaker's agent reads."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.steps import on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vmedit.steps import FILES


def files_folder(host: str) -> Action:
    """Have the folder on ``host``."""
    return on(
        host,
        f"Have a folder for definitions on {host}",
        Command(("mkdir", "-p", FILES)),
        HostSays(host, ("test", "-d", FILES)),
    )
