"""Reads YAML as composed nodes, so that every complaint knows its line and its key."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import yaml

T = TypeVar("T")

MAX_BYTES = 1 << 20
MAX_DEPTH = 16
_TAG = "tag:yaml.org,2002:"
_WORDS = {
    "null": "nothing",
    "bool": "a yes/no value",
    "int": "the number",
    "float": "the number",
    "timestamp": "a date",
}


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One thing that is wrong in a file.

    Attributes:
        line: From 1; None when the whole file is meant.
        key: Dotted path such as ``hosts[1].port``; empty when none is meant.
        expected: What would have been right.
        found: What stands there.
    """

    line: int | None
    key: str
    expected: str
    found: str

    @property
    def sentence(self) -> str:
        return f"expected {self.expected}, found {self.found}."


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """How a text becomes a value: ``read`` raises ValueError where it is not as ``expected``."""

    expected: str
    read: Callable[[str], T]


class Problems:
    """Collects what is wrong with one file, so that all of it can be told at once."""

    def __init__(self) -> None:
        self.found: list[FileProblem] = []

    def add(self, node: yaml.Node | None, key: str, expected: str, found: str = "") -> None:
        """Note that ``node`` is not what was expected; ``found`` is told from it when empty."""
        line = None if node is None else node.start_mark.line + 1
        what = found or ("nothing" if node is None else describe(node))
        self.found.append(FileProblem(line, key, expected, what))


class Table:
    """A mapping of the file, whose keys are known beforehand; empty without a node.

    Doubled and unknown keys are noted when it is made; the readers note values of the wrong
    kind and return the default for them, so that reading goes on.
    """

    def __init__(
        self,
        node: yaml.Node | None,
        path: str,
        problems: Problems,
        known: Sequence[str] | None,
    ) -> None:
        self.node = node
        self.path = path
        self.known = tuple(known or ())
        self._problems = problems
        self._values: dict[str, yaml.Node] = {}
        if node is None:
            return
        if not isinstance(node, yaml.MappingNode):
            problems.add(node, path, "a mapping (lines of 'key: value')")
            return
        first: dict[str, int] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                problems.add(key_node, path, "a plain key")
            elif key in first:
                where = f"{key} a second time (first in line {first[key]})"
                problems.add(key_node, self.key(key), "each key once", where)
            elif known is not None and key not in known:
                problems.add(key_node, self.key(key), nearest(key, known, "key"), f"{key!r}")
            else:
                first[key] = key_node.start_mark.line + 1
                self._values[key] = value

    def key(self, name: str) -> str:
        """Return the dotted path of the key called ``name``."""
        return f"{self.path}.{name}" if self.path else name

    @property
    def line(self) -> int:
        """Where it begins, from 1; 0 without a node."""
        return 0 if self.node is None else self.node.start_mark.line + 1

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that stand there."""
        return tuple(self._values)

    def get(self, name: str) -> yaml.Node | None:
        """Return the node of ``name``; None when it is not there or says null."""
        node = self._values.get(name)
        return None if node is None or kind_of(node) == "null" else node

    def complain(self, name: str, expected: str, found: str = "") -> None:
        """Note that the value of ``name`` (or the table, when it has none) is wrong."""
        node = self._values.get(name)
        missing = "" if node is not None else "nothing"
        self._problems.add(node or self.node, self.key(name), expected, found or missing)

    def text(self, name: str, rule: Rule[T], default: T) -> T:
        """Read a text by ``rule``."""
        node = self.get(name)
        if node is None:
            return default
        kind = kind_of(node)
        if kind != "str":
            hint = " in quotes" if kind in _WORDS else ""
            self.complain(name, rule.expected + hint)
            return default
        try:
            return rule.read(node.value)
        except ValueError:
            self.complain(name, rule.expected)
            return default

    def required(self, name: str, rule: Rule[str]) -> str:
        """Read a text that must be there; empty when it is not."""
        if self.node is not None and self.get(name) is None:
            self.complain(name, rule.expected)
        return self.text(name, rule, "")

    def number(self, name: str, low: float, high: float, default: float) -> float:
        """Read a number of seconds between ``low`` and ``high``."""
        expected = f"a number of seconds from {low:g} to {high:g}"
        return self._number(name, float, low, high, default, expected)

    def whole(self, name: str, low: int, high: int, default: int | None) -> int | None:
        """Read a whole number between ``low`` and ``high``."""
        if self.get(name) is None:
            return default
        expected = f"a whole number from {low} to {high}"
        value = self._number(name, _plain_int, low, high, -1.0, expected)
        return default if value == -1.0 else int(value)

    def _number(
        self,
        name: str,
        read: Callable[[str], float],
        low: float,
        high: float,
        default: float,
        expected: str,
    ) -> float:
        node = self.get(name)
        if node is None:
            return default
        if kind_of(node) in ("int", "float"):
            try:
                value = read(node.value)
            except ValueError:
                value = low - 1.0
            if low <= value <= high:
                return value
        self.complain(name, expected)
        return default

    def table(self, name: str, known: Sequence[str] | None) -> Table:
        """Return the mapping under ``name``; an empty one when there is none."""
        return Table(self.get(name), self.key(name), self._problems, known)

    def tables(self, name: str, known: Sequence[str]) -> Iterator[Table]:
        """Go through the list of mappings under ``name``."""
        node = self.get(name)
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            self.complain(name, "a list (lines that begin with '- ')")
            return
        for index, item in enumerate(node.value):
            path = f"{self.key(name)}[{index}]"
            yield Table(item, path, self._problems, known)


def compose(text: str, problems: Problems) -> yaml.Node | None:
    """Return the root node of ``text``, or None with the reason in ``problems``.

    The depth is looked at first because libyaml's composer recurses on the C stack.
    """
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                line = None if mark is None else mark.line + 1
                expected = f"at most {MAX_DEPTH} levels of nesting"
                problems.found.append(FileProblem(line, "", expected, "one more"))
                return None
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        found = what.removeprefix("found ") or "something else"
        line_or_none = None if mark is None else mark.line + 1
        problems.found.append(FileProblem(line_or_none, "", "valid YAML", found))
    except (yaml.YAMLError, UnicodeError) as error:
        said = (str(error).splitlines() or ["unreadable text"])[0]
        problems.found.append(FileProblem(None, "", "valid YAML in UTF-8", said))
    return None


def kind_of(node: yaml.Node) -> str:
    """Return YAML's name of the kind of value: ``str int float bool null map seq …``."""
    return str(node.tag).removeprefix(_TAG)


def describe(node: yaml.Node) -> str:
    """Say in words what stands at ``node``."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    value = node.value if len(node.value) <= 60 else node.value[:57] + "…"
    word = _WORDS.get(kind_of(node), "")
    if word == "nothing":
        return word
    return f"{word} {value}" if word else repr(value)


def nearest(name: str, known: Sequence[str], word: str) -> str:
    """Say which known name was probably meant, or list them all."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return f"a known {word} (did you mean {close[0]!r}?)"
    return f"a known {word}: {', '.join(known)}" if known else f"no {word} here"


def _plain_int(text: str) -> float:
    """YAML 1.1 reads 22:10 as 1330 and 010 as 8: only plain decimal digits are a number here."""
    if not text.isascii() or not text.isdigit() or (len(text) > 1 and text[0] == "0"):
        raise ValueError(text)
    return int(text) if len(text) < 10 else float("inf")
