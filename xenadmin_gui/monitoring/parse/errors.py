"""The one way in which reading a tool's answer can fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree


class ParseError(Exception):
    """A tool's text cannot be read.

    Attributes:
        tool: Which tool wrote it.
        reason: Why, in a few words.
    """

    def __init__(self, tool: str, reason: str) -> None:
        super().__init__(f"{tool}: {reason}")
        self.tool = tool
        self.reason = reason


@contextmanager
def reading(tool: str) -> Iterator[None]:
    """Turn whatever a wild text provokes inside the block into a ParseError of ``tool``."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise ParseError(tool, f"the answer is not in its known form ({error})") from error
    except RecursionError as error:
        raise ParseError(tool, "the answer is nested too deeply") from error


def read_json(tool: str, text: str) -> Any:
    """Read JSON text.

    Raises:
        ParseError: It is none, or empty.
    """
    if not text.strip():
        raise ParseError(tool, "the answer is empty")
    with reading(tool):
        return json.loads(text)


def read_xml(tool: str, text: str, *roots: str) -> ElementTree.Element:
    """Read XML text whose root element is one of ``roots``.

    A document type is refused: none of our tools writes one, and entities can be bombs.

    Raises:
        ParseError: It is no such text, or empty.
    """
    if not text.strip():
        raise ParseError(tool, "the answer is empty")
    if "<!DOCTYPE" in text:
        raise ParseError(tool, "the answer holds a document type")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        raise ParseError(tool, f"the answer is not XML ({error})") from error
    if root.tag not in roots:
        raise ParseError(tool, f"the answer is a {root.tag!r} element")
    return root


def lines_of(tool: str, text: str) -> list[str]:
    """Return the lines of ``text``, the last one complete.

    Raises:
        ParseError: There are none, or the text breaks off within a line.
    """
    if not text.strip():
        raise ParseError(tool, "the answer is empty")
    if not text.endswith("\n"):
        raise ParseError(tool, "the answer breaks off within a line")
    return text.split("\n")[:-1]
