"""The words that every noun of the command line is explained with, and what values may be."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from xenadmin_gui.domain.errors import ExitCode, XenadminError

_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}
_SIZE = re.compile(r"(?P<number>\d{1,9}(?:\.\d{1,6})?) ?(?P<unit>[kmgt])(?:i?b)?", re.IGNORECASE)
_MOST_BYTES = 2**60
_AGE = re.compile(r"(?P<number>\d{1,6})(?P<unit>[hdw]?)")
_AGE_S = {"h": 3600.0, "": 86400.0, "d": 86400.0, "w": 7 * 86400.0}


class Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)


class UsageError(XenadminError):
    """The command line makes no sense."""

    code = "usage"
    exit_code = ExitCode.USAGE


class Parser(argparse.ArgumentParser):
    """Raises, so that a wrong use can be told in JSON too."""

    def format_help(self) -> str:
        """Say ``--demo[=DIR]``, which argparse has no way of saying: no blank may stand there."""
        text = super().format_help().replace("--demo DIR  ", "--demo[=DIR]")
        return text.replace("--demo DIR", "--demo[=DIR]")

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".") + "."
        raise UsageError(sentence, next_step=f"See '{self.prog} --help'.")


def add_globals(parser: argparse.ArgumentParser, *, at_top: bool = False) -> None:
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
    group.add_argument(
        "--confirm",
        metavar="NAME",
        default=default(None),
        help="what loses data is done only when its name is said here, or typed",
    )


if TYPE_CHECKING:
    Nouns = argparse._SubParsersAction["Parser"]


def add_noun(nouns: Nouns, name: str, text: str) -> Nouns:
    parser = nouns.add_parser(name, help=text, description=text, allow_abbrev=False)
    return parser.add_subparsers(dest="verb", metavar="VERB", required=True)


def add_verb(verbs: Nouns, name: str, text: str) -> Parser:
    parser = verbs.add_parser(name, help=text, description=text, allow_abbrev=False)
    add_globals(parser)
    return parser


def count(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if value < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on is needed")
    return value


def whole_number(text: str) -> int:
    """Read a whole number, negative ones too."""
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError("a whole number is needed")
    return int(text)


def seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 30 * 86400:
        raise argparse.ArgumentTypeError("a number of seconds, at most 30 days, is needed")
    return value


def size(text: str) -> int:
    """Read an amount of storage, ``2GiB``, ``500MiB`` or ``2G`` (binary units); return bytes."""
    match = _SIZE.fullmatch(text.strip())
    value = round(float(match["number"]) * _UNITS[match["unit"].lower()]) if match else 0
    if not 0 < value <= _MOST_BYTES:
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write 2GiB, 500MiB or 2G")
    return value


def lun_number(text: str) -> int:
    """Read a LUN number; 0 is taken as one too."""
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise argparse.ArgumentTypeError("a LUN has a whole number from 0 on")
    return int(text)


def age(text: str) -> float:
    """Read how old something is, ``30d``, ``12h``, ``2w`` or days alone; return seconds."""
    match = _AGE.fullmatch(text.strip().lower())
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no age; write 30d, 12h or 2w")
    return int(match["number"]) * _AGE_S[match["unit"]]
