"""What may be said about a VM's life on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xenadmin_gui.cli.grammar import add_verb, count

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns


def add_life(verbs: Nouns) -> None:
    """Add the verbs of ``cli/vmlife.py``."""
    rename = add_verb(verbs, "rename", "give a VM that is off another name, on every host")
    rename.add_argument("name", metavar="VM", help="name or UUID")
    rename.add_argument("new_name", metavar="NEW", help="its new name")
    history = add_verb(verbs, "history", "list the definitions that a VM had, the newest first")
    history.add_argument("name", metavar="VM", help="name or UUID; also of one that was deleted")
    choice = history.add_mutually_exclusive_group()
    choice.add_argument(
        "--diff", type=count, metavar="N", help="show what changed from definition N until now"
    )
    choice.add_argument(
        "--roll-back", type=count, metavar="N", help="make definition N the present one again"
    )
