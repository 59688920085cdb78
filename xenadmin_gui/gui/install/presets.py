"""Answers that are kept for the next time, as YAML files of the user's; no Qt here.

A preset has what several VMs have in common: no name, no MAC, no address, no host, no password.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import yaml

from xenadmin_gui.domain.errors import ConfigError, PreconditionError
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import size_word
from xenadmin_gui.gui.install.answers import GIB, MIB, NAME_HOLE, Answers, NicAnswer
from xenadmin_gui.operations.vmedit.cards import VLANS
from xenadmin_gui.session.paths import config_dir, make_private
from xenadmin_gui.session.yamlnodes import MAX_BYTES, Problems, Rule, Table, compose

T = TypeVar("T")

VERSION = 1
_NAME = re.compile(r"[\w][\w .+-]{0,62}")
_SIZE = re.compile(r"(\d{1,9})(MiB|GiB|TiB)")
_FACTORS = {"MiB": MIB, "GiB": GIB, "TiB": 1024 * GIB}
_KEYS = (
    *("version", "template", "iso", "kernel", "initrd", "cmdline", "kind"),
    *("vcpus", "memory", "disk", "more_disks", "group", "networks", "hostname"),
    *("user", "ssh_keys", "timezone", "packages", "first_boot"),
    *("protect", "priority", "start", "tags"),
)
_NETWORK = ("bridge", "fixed", "gateway", "dns", "vlan")
_MOST_CARDS = 8
_MOST_KEYS = 50


@dataclass(frozen=True, slots=True)
class Preset:
    """A name, and answers of which only what is kept counts."""

    name: str
    answers: Answers


def presets_dir() -> Path:
    """Return where presets lie; may not exist yet."""
    return config_dir() / "presets"


def is_preset_name(name: str) -> bool:
    """Whether a preset can be called ``name``: it becomes a file's name."""
    return _NAME.fullmatch(name) is not None and name == name.strip(" .")


def preset_names() -> tuple[str, ...]:
    """Return the presets that there are, by name; none when they cannot be listed."""
    try:
        found = [p.stem for p in presets_dir().iterdir() if p.suffix == ".yaml"]
    except OSError:
        return ()
    return tuple(sorted(name for name in found if is_preset_name(name)))


def load(name: str) -> Preset:
    """Read a preset.

    Raises:
        ConfigError: It cannot be read, or is wrong; with file, line and what was expected.
    """
    path = _path(name)
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8")
    except OSError as error:
        raise ConfigError(
            f"the file cannot be read: {error.strerror or error}.", file=str(path)
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError("the file is not text in UTF-8.", file=str(path)) from error
    return Preset(name, parse(text, file=str(path)))


def save(preset: Preset) -> None:
    """Write a preset, whole or not at all, readable for this user only; an older one goes.

    Raises:
        PreconditionError: The name cannot be one, or it cannot be written.
    """
    path = _path(preset.name)
    directory = make_private(presets_dir())
    try:
        handle, temporary = tempfile.mkstemp(prefix=".preset.", dir=directory)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(render(preset.answers))
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PreconditionError(
            f"The preset {path} cannot be written: {error.strerror}.",
            next_step="See to the directory's permissions and free space.",
            code="directory",
        ) from error


def remove(name: str) -> None:
    """Remove a preset; one that is gone already is no error.

    Raises:
        PreconditionError: It cannot be removed.
    """
    path = _path(name)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise PreconditionError(
            f"The preset {path} cannot be removed: {error.strerror}.",
            next_step="See to the directory's permissions.",
            code="directory",
        ) from error


def applied(answers: Answers, preset: Answers) -> Answers:
    """Return ``answers`` with what ``preset`` keeps; name, title and addresses stay."""
    old = dict(enumerate(answers.nics))
    nics = tuple(
        replace(nic, mac=old[number].mac, address=old[number].address) if number in old else nic
        for number, nic in enumerate(preset.nics)
    )
    keeps_origin = bool(answers.source) or not (preset.template or preset.begins_empty)
    return replace(
        preset,
        source=answers.source,
        snapshot=answers.snapshot,
        running=answers.running,
        apart=answers.apart,
        as_it_is=answers.as_it_is,
        template=answers.template if keeps_origin else preset.template,
        is_cd=answers.is_cd if keeps_origin else preset.is_cd,
        is_kernel=answers.is_kernel if keeps_origin else preset.is_kernel,
        iso=preset.iso or answers.iso,
        kernel=preset.kernel or answers.kernel,
        initrd=preset.initrd or answers.initrd,
        cmdline=preset.cmdline or answers.cmdline,
        script=answers.script,
        names=answers.names,
        title=answers.title,
        description=answers.description,
        password=answers.password,
        host=answers.host,
        group=preset.group or answers.group,
        nics=nics,
    )


def render(answers: Answers) -> str:
    """Return the text of a preset."""
    content: dict[str, object] = {
        "version": VERSION,
        "template": answers.template,
        "iso": answers.iso if answers.is_cd else "",
        "kernel": answers.kernel if answers.is_kernel else "",
        "initrd": answers.initrd if answers.is_kernel else "",
        "cmdline": answers.cmdline if answers.is_kernel else "",
        "kind": answers.kind.value,
        "vcpus": answers.vcpus,
        "memory": size_word(answers.memory_bytes),
        "disk": size_word(answers.disk_bytes),
        "more_disks": list(map(size_word, answers.more_disks)),
        "group": answers.group,
        "networks": [
            {
                "bridge": n.bridge,
                "fixed": n.is_fixed,
                "gateway": n.gateway,
                "dns": n.dns,
                "vlan": n.vlan,
            }
            for n in answers.nics
        ],
        "hostname": answers.hostname if NAME_HOLE in answers.hostname else "",
        "user": answers.user,
        "ssh_keys": list(answers.all_keys),
        "timezone": answers.timezone,
        "packages": answers.packages,
        "first_boot": answers.first_boot,
        "protect": answers.protect,
        "priority": answers.priority,
        "start": answers.start,
        "tags": answers.tags,
    }
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
    return (
        f"# A preset of xenadmin's New VM: what is filled in, without names and passwords.\n{body}"
    )


def parse(text: str, *, file: str) -> Answers:
    """Read a preset's text.

    Raises:
        ConfigError: It is wrong; with line, key and what was expected.
    """
    problems = Problems()
    root = compose(text, problems)
    table = Table(root, "", problems, _KEYS)
    if root is None and not problems.found:
        problems.add(None, "", "a preset", "an empty file")
    read = Answers(
        template=table.text("template", _TEXT, ""),
        iso=table.text("iso", _TEXT, ""),
        is_cd=bool(table.text("iso", _TEXT, "")),
        kernel=table.text("kernel", _TEXT, ""),
        is_kernel=bool(table.text("kernel", _TEXT, "")),
        initrd=table.text("initrd", _TEXT, ""),
        cmdline=table.text("cmdline", _TEXT, ""),
        kind=table.text("kind", _KIND, VmKind.PVH),
        vcpus=table.whole("vcpus", 1, 512, 1) or 1,
        memory_bytes=table.text("memory", _SIZES, GIB),
        disk_bytes=table.text("disk", _SIZES, 8 * GIB),
        more_disks=_more_disks(table, problems),
        group=table.text("group", _TEXT, ""),
        nics=tuple(_nic(card) for card in table.tables("networks", _NETWORK))[:_MOST_CARDS],
        hostname=table.text("hostname", _TEXT, ""),
        user=table.text("user", _TEXT, ""),
        ssh_keys=_texts(table, "ssh_keys", problems),
        timezone=table.text("timezone", _TEXT, ""),
        packages=table.text("packages", _TEXT, ""),
        first_boot=table.text("first_boot", _LINES, ""),
        protect=_flag(table, "protect", default=True),
        priority=_priority(table),
        start=_flag(table, "start", default=True),
        tags=table.text("tags", _TEXT, ""),
    )
    has_version = table.get("version") is not None
    table.whole("version", VERSION, VERSION, None)
    if root is not None and not has_version:
        table.complain("version", str(VERSION))
    if problems.found:
        first = min(problems.found, key=lambda problem: problem.line or 0)
        raise ConfigError(
            first.sentence,
            file=file,
            line=first.line,
            key=first.key,
            next_step="Correct it, or save the preset anew.",
        )
    return read


def _path(name: str) -> Path:
    if not is_preset_name(name):
        raise PreconditionError(
            f"A preset cannot be called {name!r}.",
            next_step="Use letters, digits, blanks, dots and dashes, at most 63.",
            code="bad-name",
        )
    return presets_dir() / f"{name}.yaml"


def _nic(card: Table) -> NicAnswer:
    return NicAnswer(
        bridge=card.text("bridge", _TEXT, ""),
        is_fixed=_flag(card, "fixed", default=False),
        gateway=card.text("gateway", _TEXT, ""),
        dns=card.text("dns", _TEXT, ""),
        vlan=card.whole("vlan", 0, VLANS[-1], 0) or 0,
    )


def _flag(table: Table, name: str, *, default: bool) -> bool:
    node = table.get(name)
    if node is None:
        return default
    word = node.value.lower() if isinstance(node, yaml.ScalarNode) else ""
    if word not in ("true", "false", "yes", "no"):
        table.complain(name, "true or false")
        return default
    return word in ("true", "yes")


def _priority(table: Table) -> int:
    node = table.get("priority")
    if node is None:
        return 0
    if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"-?\d{1,7}", node.value):
        return int(node.value)
    table.complain("priority", "a whole number")
    return 0


def _texts(table: Table, name: str, problems: Problems) -> tuple[str, ...]:
    node = table.get(name)
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        table.complain(name, "a list (lines that begin with '- ')")
        return ()
    found = []
    for number, item in enumerate(node.value[:_MOST_KEYS]):
        if isinstance(item, yaml.ScalarNode) and item.value.isprintable():
            found.append(item.value)
        else:
            problems.add(item, f"{name}[{number}]", "one line of text")
    return tuple(found)


def _more_disks(table: Table, problems: Problems) -> tuple[int, ...]:
    try:
        return tuple(map(_size, _texts(table, "more_disks", problems)))
    except ValueError:
        table.complain("more_disks", "a list of sizes such as 20GiB")
        return ()


def _line(text: str) -> str:
    if not text.isprintable():
        raise ValueError(text)
    return text


def _size(text: str) -> int:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[1]) * _FACTORS[found[2]]


def _rule(expected: str, read: Callable[[str], T]) -> Rule[T]:
    return Rule(expected, read)


_KIND = _rule("pvh, pv or kvm", VmKind)
_TEXT = _rule("one line of text", _line)
_LINES = _rule("text", str)
_SIZES = _rule("a size such as 2GiB", _size)
