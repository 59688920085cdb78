"""What may be said on the command line, and how it is explained."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from xenadmin_gui import __version__
from xenadmin_gui.cli import installwords, sanwords, templatewords, vmwords
from xenadmin_gui.cli.grammar import (
    Formatter,
    Parser,
    UsageError,
    add_globals,
    add_noun,
    add_verb,
    count,
    seconds,
    size,
)

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns

__all__ = ["UsageError", "make_parser", "parse"]

_EPILOG = """\
exit status: 0 done, 1 failed, 2 wrong use, 3 cannot (a precondition), 4 unreachable

Write -- before a name that begins with a dash. The window is xenadmin-gui.
"""

_VM_VERBS = {
    "start": "start VMs that are off",
    "shutdown": "ask VMs to shut down, and wait until they are off",
    "destroy": "force VMs off, as if their plug was pulled",
    "reboot": "ask VMs to reboot",
    "pause": "stop VMs where they are; they stay in memory",
    "resume": "let paused VMs go on",
    "migrate": "move running VMs to another host",
}


@cache
def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; there is one in a process."""
    parser = Parser(
        prog="xenadmin",
        usage="xenadmin [--cluster NAME | --demo[=DIR]] NOUN VERB … [--json] [--dry-run] [--yes]",
        description="Administers a Xen and iSCSI high-availability cluster.",
        epilog=_EPILOG,
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"xenadmin {__version__}")
    add_globals(parser, at_top=True)
    nouns = parser.add_subparsers(dest="noun", metavar="NOUN", required=True, prog="xenadmin")
    _add_cluster(nouns)
    _add_host(nouns)
    _add_vm(nouns)
    sanwords.add_san(nouns)
    sanwords.add_replica(nouns)
    sanwords.add_volume(nouns)
    sanwords.add_lun(nouns)
    sanwords.add_paths(nouns)
    sanwords.add_impact(nouns)
    templatewords.add_template(nouns)
    _add_task(nouns)
    _add_events(nouns)
    _add_drill(nouns)
    return parser


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; ``--help`` and ``--version`` end the program.

    Raises:
        UsageError: It is wrong.
    """
    return make_parser().parse_args(_settle_demo(words))


def _settle_demo(words: Sequence[str]) -> list[str]:
    """Turn a bare ``--demo`` into ``--demo=``: a noun behind it is no directory."""
    settled = list(words)
    end = settled.index("--") if "--" in settled else len(settled)
    for index in range(end):
        if settled[index] == "--demo":
            settled[index] = "--demo="
    return settled


def _add_cluster(nouns: Nouns) -> None:
    verbs = add_noun(nouns, "cluster", "the clusters and their state as a whole")
    add_verb(verbs, "list", "list the cluster files")
    add_verb(verbs, "show", "show the state of the cluster and what is wrong with it")
    add_verb(verbs, "check", "check every server: reach, log-in, tools, quorum, disks, paths")


def _add_host(nouns: Nouns) -> None:
    verbs = add_noun(nouns, "host", "the servers that run VMs")
    add_verb(verbs, "list", "list the hosts")
    show = add_verb(verbs, "show", "show one host")
    show.add_argument("name", metavar="HOST")


def _add_vm(nouns: Nouns) -> None:
    verbs = add_noun(nouns, "vm", "the virtual machines")
    listing = add_verb(verbs, "list", "list the VMs")
    listing.add_argument("--host", metavar="HOST", help="only those on HOST")
    listing.add_argument("--deleted", action="store_true", help="those in the recycle bin")
    listing.add_argument(
        "--tag", action="append", default=[], metavar="TAG", help="only those with it; repeatable"
    )
    show = add_verb(verbs, "show", "show one VM")
    show.add_argument("name", metavar="VM", help="name or UUID")
    show.add_argument("--xml", action="store_true", help="its definition alone")
    for name, text in _VM_VERBS.items():
        act = add_verb(verbs, name, text)
        act.add_argument("names", metavar="VM", nargs="+", help="names or UUIDs")
        if name == "migrate":
            act.add_argument("--to", metavar="HOST", help="where to; else the best host is taken")
            act.add_argument(
                "--no-live", action="store_true", help="suspend, copy, resume: works for PV too"
            )
            act.add_argument(
                "--targets", action="store_true", help="only list the hosts, with the reasons"
            )
    change = add_verb(verbs, "set", "change a VM's settings, on every host that has its definition")
    change.add_argument("name", metavar="VM", help="name or UUID")
    change.add_argument("--vcpus", type=count, metavar="N", help="processors")
    change.add_argument("--memory", type=size, metavar="SIZE", help="such as 2GiB")
    change.add_argument("--title", metavar="TEXT", help="a short text; '' takes it away")
    change.add_argument("--description", metavar="TEXT", help="a long text; '' takes it away")
    vmwords.add_settings(change)
    vmwords.add_cd(verbs)
    vmwords.add_console(verbs)
    vmwords.add_life(verbs)
    sanwords.add_disks(verbs)
    installwords.add_making(verbs)


def _add_task(nouns: Nouns) -> None:
    verbs = add_noun(nouns, "task", "what was done, by the journal")
    listing = add_verb(verbs, "list", "list the tasks, the newest first")
    listing.add_argument("--interrupted", action="store_true", help="only those that were cut off")
    listing.add_argument("--limit", type=count, default=50, metavar="N", help="at most N")
    show = add_verb(verbs, "show", "show one task with its steps")
    show.add_argument("id", metavar="ID")
    resume = add_verb(verbs, "resume", "take up a task that was cut off")
    resume.add_argument("id", metavar="ID")
    choice = resume.add_mutually_exclusive_group(required=True)
    for name, text in (
        ("continue", "do what is left; what is done is not done twice"),
        ("roll-back", "undo what was done, backwards"),
        ("leave", "leave everything as it is and close the task"),
        ("missing", "of a task that failed: make the VMs that it did not make"),
    ):
        choice.add_argument(f"--{name}", dest="choice", action="store_const", const=name, help=text)


def _add_events(nouns: Nouns) -> None:
    text = "list what happened in the cluster, the newest last"
    events = nouns.add_parser("events", help=text, description=text, allow_abbrev=False)
    add_globals(events)
    events.add_argument("--limit", type=count, default=50, metavar="N", help="at most N")
    events.set_defaults(verb="list")


def _add_drill(nouns: Nouns) -> None:
    verbs = add_noun(nouns, "drill", "break and mend the simulated cluster (--demo)")
    for name, text in (
        ("power-off", "pull the plug of a server"),
        ("power-on", "switch a server on"),
    ):
        add_verb(verbs, name, text).add_argument("server", metavar="HOST")
    for name, text in (("cut", "cut a network, or one server off it"), ("mend", "mend it")):
        act = add_verb(verbs, name, text)
        act.add_argument("network", metavar="NETWORK")
        act.add_argument("server", metavar="HOST", nargs="?")
    split = add_verb(verbs, "split-brain", "have both sides of a replica write on their own")
    split.add_argument("replica", metavar="REPLICA")
    advance = add_verb(verbs, "advance", "let time pass")
    advance.add_argument("seconds", metavar="SECONDS", type=seconds)
