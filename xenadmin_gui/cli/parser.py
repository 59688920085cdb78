"""What may be said on the command line, and how it is explained."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from xenadmin_gui import __version__
from xenadmin_gui.domain.errors import ExitCode, XenadminError

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


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)


class UsageError(XenadminError):
    """The command line makes no sense."""

    code = "usage"
    exit_code = ExitCode.USAGE


class _Parser(argparse.ArgumentParser):
    """Raises, so that a wrong use can be told in JSON too."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".") + "."
        raise UsageError(sentence, next_step=f"See '{self.prog} --help'.")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(
        prog="xenadmin",
        usage="xenadmin [--cluster NAME | --demo[=DIR]] NOUN VERB … [--json] [--dry-run] [--yes]",
        description="Administers a Xen and iSCSI high-availability cluster.",
        epilog=_EPILOG,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"xenadmin {__version__}")
    _add_globals(parser, at_top=True)
    nouns = parser.add_subparsers(dest="noun", metavar="NOUN", required=True, prog="xenadmin")
    _add_cluster(nouns)
    _add_host(nouns)
    _add_vm(nouns)
    _add_san(nouns)
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


def _add_globals(parser: argparse.ArgumentParser, *, at_top: bool = False) -> None:
    """Options that may stand before the noun and after the verb; the later one counts."""

    def default(value: object) -> object:
        return value if at_top else argparse.SUPPRESS

    group = parser.add_argument_group("options that may stand anywhere") if at_top else parser
    where = group.add_mutually_exclusive_group() if not at_top else group
    where.add_argument(
        "--cluster",
        metavar="NAME",
        default=default(None),
        help="the cluster file's name; may be left out when there is only one",
    )
    where.add_argument(
        "--demo",
        metavar="DIR",
        default=default(None),
        help="a simulated cluster; --demo=DIR keeps it and its time in DIR",
    )
    for name, text in (
        ("--json", "print JSON; errors too, on standard error"),
        ("--dry-run", "show what would be done, and do nothing"),
        ("--yes", "ask nothing"),
        ("--verbose", "tell on standard error what is going on"),
    ):
        group.add_argument(name, action="store_true", default=default(False), help=text)


if TYPE_CHECKING:
    _Nouns = argparse._SubParsersAction["_Parser"]


def _noun(nouns: _Nouns, name: str, text: str) -> _Nouns:
    parser = nouns.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(dest="verb", metavar="VERB", required=True)


def _verb(verbs: _Nouns, name: str, text: str) -> _Parser:
    parser = verbs.add_parser(name, help=text, description=text, allow_abbrev=False)
    _add_globals(parser)
    return parser


def _add_cluster(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "cluster", "the clusters and their state as a whole")
    _verb(verbs, "list", "list the cluster files")
    _verb(verbs, "show", "show the state of the cluster and what is wrong with it")
    _verb(verbs, "check", "check every server: reachable, logged in, tools, quorum, disks, paths")


def _add_host(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "host", "the servers that run VMs")
    _verb(verbs, "list", "list the hosts")
    show = _verb(verbs, "show", "show one host")
    show.add_argument("name", metavar="HOST")


def _add_vm(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "vm", "the virtual machines")
    listing = _verb(verbs, "list", "list the VMs")
    listing.add_argument("--host", metavar="HOST", help="only those on HOST")
    show = _verb(verbs, "show", "show one VM")
    show.add_argument("name", metavar="VM", help="name or UUID")
    for name, text in _VM_VERBS.items():
        verb = _verb(verbs, name, text)
        verb.add_argument("names", metavar="VM", nargs="+", help="names or UUIDs")
        if name == "migrate":
            verb.add_argument("--to", metavar="HOST", help="where to; else the best host is taken")
            verb.add_argument(
                "--no-live", action="store_true", help="suspend, copy, resume: works for PV too"
            )
            verb.add_argument(
                "--targets", action="store_true", help="only list the hosts, with the reasons"
            )


def _add_san(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "san", "the storage: replicas, volumes, LUNs, paths")
    _verb(verbs, "show", "show the storage as a whole")


def _add_task(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "task", "what was done, by the journal")
    listing = _verb(verbs, "list", "list the tasks, the newest first")
    listing.add_argument("--interrupted", action="store_true", help="only those that were cut off")
    listing.add_argument("--limit", type=_count, default=50, metavar="N", help="at most N")
    show = _verb(verbs, "show", "show one task with its steps")
    show.add_argument("id", metavar="ID")
    resume = _verb(verbs, "resume", "take up a task that was cut off")
    resume.add_argument("id", metavar="ID")
    choice = resume.add_mutually_exclusive_group(required=True)
    for name, text in (
        ("continue", "do what is left; what is done is not done twice"),
        ("roll-back", "undo what was done, backwards"),
        ("leave", "leave everything as it is and close the task"),
    ):
        choice.add_argument(f"--{name}", dest="choice", action="store_const", const=name, help=text)


def _add_events(nouns: _Nouns) -> None:
    text = "list what happened in the cluster, the newest last"
    events = nouns.add_parser("events", help=text, description=text, allow_abbrev=False)
    _add_globals(events)
    events.add_argument("--limit", type=_count, default=50, metavar="N", help="at most N")
    events.set_defaults(verb="list")


def _add_drill(nouns: _Nouns) -> None:
    verbs = _noun(nouns, "drill", "break and mend the simulated cluster (--demo)")
    for name, text in (
        ("power-off", "pull the plug of a server"),
        ("power-on", "switch a server on"),
    ):
        _verb(verbs, name, text).add_argument("server", metavar="HOST")
    for name, text in (("cut", "cut a network, or one server off it"), ("mend", "mend it")):
        verb = _verb(verbs, name, text)
        verb.add_argument("network", metavar="NETWORK")
        verb.add_argument("server", metavar="HOST", nargs="?")
    advance = _verb(verbs, "advance", "let time pass")
    advance.add_argument("seconds", metavar="SECONDS", type=_seconds)


def _count(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if value < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on is needed")
    return value


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 30 * 86400:
        raise argparse.ArgumentTypeError("a number of seconds, at most 30 days, is needed")
    return value
