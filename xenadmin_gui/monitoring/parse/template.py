"""Reads the template library: ``template.yaml``, and what find(1), grep(1), df(1) say of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import yaml

from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import (
    DESCRIPTION,
    KINDS,
    LIBRARY,
    Boot,
    Template,
    is_template_name,
    template_faults,
)
from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, reading

#: A description is small; what is larger is not read.
LARGEST_TEXT = 64 << 10
_TEXTS = (
    *("name", "title", "os", "version", "architecture", "kind", "image", "format", "sha256"),
    *("filesystem", "network", "customise", "default_user", "notes"),
)
_SIZES = ("image_bytes", "disk_bytes", "min_memory_bytes", "min_disk_bytes")
_NUMBERS = ("partition", "min_vcpus")
_BOOT = ("method", "kernel", "initrd", "cmdline")
_NEEDED = ("name", "kind", "image", "format", "image_bytes", "disk_bytes", "sha256", "boot")
_SIZE = re.compile(r"(\d{1,15}) ?(?:([KMGT])iB)?")
_FACTOR = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_LINE = re.compile(rf"{re.escape(LIBRARY)}/([^/\n]+)/{re.escape(DESCRIPTION)}:(.*)", re.DOTALL)
_SHOWN = 40


@lru_cache(maxsize=256)
def parse_template(text: str, name: str) -> Template:
    """Read the description of the template in the folder ``name``.

    Every scalar is taken as the text that it is, so ``version: 12.10`` needs no quotes. What a
    text says is remembered: it is read again in every cycle, and seldom another.

    Raises:
        ParseError: It is none; the reason names each key with what was expected.
    """
    template = _read(text, _NEEDED)
    faults = [_told(template, key, what) for key, what in template_faults(template)]
    if template.name != name:
        faults.append(_fault("name", template.name, f"{name}, the name of its folder"))
    if faults:
        raise ParseError(DESCRIPTION, "; ".join(faults))
    return template


def parse_sample(text: str) -> Template:
    """Read a description that an image is still to be found for: what is measured may be missing.

    Raises:
        ParseError: As ``parse_template``.
    """
    template = _read(text, ("kind", "boot"))
    measured = ("name", "image", "image_bytes", "disk_bytes", "sha256")
    faults = [
        _told(template, key, what) for key, what in template_faults(template) if key not in measured
    ]
    if faults:
        raise ParseError(DESCRIPTION, "; ".join(faults))
    return template


def _read(text: str, needed: tuple[str, ...]) -> Template:
    values, boot = _keys(text)
    faults: list[str] = []
    known = _TEXTS + _SIZES + _NUMBERS
    faults += [_unknown(key, (*known, "boot")) for key in values if key not in known]
    faults += [_unknown(f"boot.{key}", _BOOT) for key in boot or {} if key not in _BOOT]
    has = set(values) | ({"boot"} if boot is not None else set())
    faults += [f"the key {key} is missing" for key in needed if key not in has]
    read: dict[str, object] = {key: values[key] for key in _TEXTS if key in values}
    for key in (*_SIZES, *_NUMBERS):
        if key in values:
            number = _size(values[key]) if key in _SIZES else _number(values[key])
            if number is None:
                what = "a size such as 2GiB" if key in _SIZES else "a whole number"
                faults.append(_fault(key, values[key], what))
            else:
                read[key] = number
    kind = read.get("kind")
    if kind is not None and kind not in KINDS:
        faults.append(_fault("kind", str(kind), f"one of {', '.join(KINDS)}"))
    if faults:
        raise ParseError(DESCRIPTION, "; ".join(faults))
    read["kind"] = VmKind(str(kind))
    if boot is not None:
        read["boot"] = Boot(**{key: boot[key] for key in _BOOT if key in boot})
    read.setdefault("name", "")
    template = Template(**read)  # type: ignore[arg-type]
    return replace(template, notes=template.notes.strip())


def _told(template: Template, key: str, expected: str) -> str:
    first, _, second = key.partition(".")
    value = getattr(template, first)
    return _fault(key, str(getattr(value, second) if second else value), expected)


def _keys(text: str) -> tuple[dict[str, str], dict[str, str] | None]:
    """Return the scalars of the top level, and those below ``boot``."""
    if not text.strip():
        raise ParseError(DESCRIPTION, "it is empty")
    if len(text) > LARGEST_TEXT:
        raise ParseError(DESCRIPTION, "it is larger than 64 KiB")
    try:
        with reading(DESCRIPTION):
            root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise ParseError(DESCRIPTION, _complaint(error)) from error
    if not isinstance(root, yaml.MappingNode):
        raise ParseError(DESCRIPTION, "it holds no keys; expected lines such as name: debian-12")
    boot: dict[str, str] | None = None
    nodes = _children(root, "")
    values: dict[str, str] = {}
    for key, node in nodes.items():
        if key == "boot":
            if not isinstance(node, yaml.MappingNode):
                raise ParseError(DESCRIPTION, _at(node, "boot", "keys below it, such as method"))
            boot = {
                name: _scalar(f"boot.{name}", child)
                for name, child in _children(node, "boot.").items()
            }
        else:
            values[key] = _scalar(key, node)
    return values, boot


def _children(node: yaml.MappingNode, above: str) -> dict[str, yaml.Node]:
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise ParseError(DESCRIPTION, _at(key, f"{above}key", "a word"))
        if key.value in found:
            raise ParseError(DESCRIPTION, _at(key, f"{above}{key.value}", "to be there once"))
        found[key.value] = value
    return found


def _scalar(key: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise ParseError(DESCRIPTION, _at(node, key, "one value"))
    return str(node.value)


def _at(node: yaml.Node, key: str, expected: str) -> str:
    return f"line {node.start_mark.line + 1}, {key[:_SHOWN]}: expected {expected}"


def _complaint(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it is no YAML"
    return f"line {mark.line + 1}: {problem}" if mark is not None else f"{problem}"


def _unknown(key: str, known: tuple[str, ...]) -> str:
    return f"the key {key[:_SHOWN]} is unknown; expected one of {', '.join(known)}"


def _fault(key: str, value: str, expected: str) -> str:
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"{key} is {shown!r}, expected {expected}"


def _size(text: str) -> int | None:
    found = _SIZE.fullmatch(text.strip())
    return int(found[1]) * _FACTOR[found[2] or ""] if found else None


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else None


def parse_files(text: str) -> dict[str, dict[str, int]]:
    """Return the sizes of the files of every template by file name.

    The text has lines ``SIZE<TAB>TEMPLATE/FILE`` (find -printf). Folders whose name can be no
    template's are left out.
    """
    found: dict[str, dict[str, int]] = {}
    for line in lines_of("find", text) if text else ():
        size, tab, path = line.partition("\t")
        folder, slash, file_name = path.partition("/")
        if tab and slash and size.isdecimal() and is_template_name(folder):
            found.setdefault(folder, {})[file_name] = int(size)
    return found


def parse_texts(text: str) -> dict[str, str]:
    """Return the descriptions by template, of lines ``PATH:LINE`` (grep -aH '')."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n")[:-1] if text else ():
        match = _LINE.fullmatch(line)
        if match is not None and is_template_name(match[1]):
            found.setdefault(match[1], []).append(match[2])
    return {name: "\n".join(lines) + "\n" for name, lines in found.items()}


def parse_room(text: str) -> int | None:
    """Return the bytes that are free (``df --output=avail``: a heading and one number)."""
    words = lines_of("df", text)[-1].split()
    if len(words) != 1 or not words[0].isdecimal():
        raise ParseError("df", "the last line is not one number")
    return int(words[0])
