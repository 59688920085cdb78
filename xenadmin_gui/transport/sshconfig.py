"""~/.ssh/config as far as it says how to reach a host (ssh_config(5))."""

from __future__ import annotations

import glob
import os
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from paramiko import SSHConfig, SSHException

from xenadmin_gui.domain.errors import ConfigError

_MOST_INCLUDES = 16
_DIRECTIVE = re.compile(r"(\w+)(?:\s*=\s*|\s+)(.+)")
#: Match criteria that can be answered without running programs or asking the network.
_ANSWERABLE = frozenset({"all", "final", "host", "originalhost", "user", "localuser"})
#: Asks the name server behind our back and without a time-out.
_LEFT_OUT = frozenset({"canonicalizehostname"})
_NEVER = "Host !*"


@dataclass(frozen=True, slots=True)
class HostOptions:
    """What the file says of one host.

    Attributes:
        host_name: Where to connect to; the alias itself when nothing is said.
        proxy_jump: ``user@host:port,…``, nearest to us first; empty when there is none.
        proxy_command: Set when only a command leads there.
    """

    host_name: str
    user: str | None = None
    port: int | None = None
    identity_files: tuple[Path, ...] = ()
    certificate_file: Path | None = None
    identities_only: bool = False
    proxy_jump: str = ""
    proxy_command: str = ""
    known_hosts: tuple[Path, ...] = ()
    host_key_alias: str = ""


class SshConfigFile:
    """A read ssh_config."""

    def __init__(self, text: str = "", file: str = "") -> None:
        self._file = file
        try:
            self._config = SSHConfig.from_text(text)
        except SSHException as error:
            raise ConfigError(str(error), file=file, next_step="Correct that line.") from error

    @classmethod
    def read(cls, files: Sequence[Path]) -> SshConfigFile:
        """Read files and what they include, the first word counts; a missing one says nothing.

        Raises:
            ConfigError: One cannot be read, or makes no sense.
        """
        lines: list[str] = []
        for file in files:
            lines += ["Host *", *_lines(file, file.parent, 0)]
        return cls("\n".join(lines), ", ".join(str(file) for file in files if file.exists()))

    def options(self, alias: str) -> HostOptions:
        """Return what is said of ``alias``.

        Raises:
            ConfigError: A value makes no sense.
        """
        found = self._config.lookup(alias)
        port = found.get("port")
        if port is not None and not port.isdecimal():
            raise ConfigError(f"{port!r} is not a port number.", file=self._file, key="Port")
        jump = found.get("proxyjump") or ""
        certificate = found.get("certificatefile")
        return HostOptions(
            host_name=found["hostname"],
            user=found.get("user"),
            port=int(port) if port else None,
            identity_files=tuple(
                _path(name) for name in found.get("identityfile", []) if name != "none"
            ),
            certificate_file=_path(certificate) if certificate else None,
            identities_only=found.get("identitiesonly", "no").lower() == "yes",
            proxy_jump="" if jump.lower() == "none" else jump,
            proxy_command=found.get("proxycommand") or "",
            known_hosts=_paths(found.get("userknownhostsfile", "")),
            host_key_alias=found.get("hostkeyalias", ""),
        )


def _lines(file: Path, base: Path, depth: int) -> list[str]:
    """Return the lines with included files in their place and unanswerable parts left out."""
    try:
        text = file.read_text("utf-8", "replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}.", file=str(file)) from error
    lines: list[str] = []
    block = "Host *"
    for line in text.splitlines():
        match = _DIRECTIVE.match(line.strip())
        if match is None:  # blank, comment, or a keyword without a value
            continue
        keyword, value = match.group(1).lower(), match.group(2)
        if keyword == "include" and depth < _MOST_INCLUDES:
            for included in _included(value, base):
                lines += _lines(included, base, depth + 1)
            lines.append(block)  # a Host line of the included file ends with that file
        elif keyword in ("host", "match"):
            block = _answerable(line.strip(), keyword, value)
            lines.append(block)
        elif keyword not in _LEFT_OUT:
            lines.append(line)
    return lines


def _included(value: str, base: Path) -> list[Path]:
    found: list[Path] = []
    for pattern in shlex.split(value):
        expanded = os.path.expanduser(pattern)
        found += [Path(name) for name in sorted(glob.glob(os.path.join(base, expanded)))]
    return found


def _answerable(line: str, keyword: str, value: str) -> str:
    if keyword == "host":
        return line
    words = value.split()
    criteria = [words[0].lstrip("!").lower()]
    if criteria[0] not in ("all", "final", "canonical"):
        criteria = [word.lstrip("!").lower() for word in words[::2]]
    return line if set(criteria) <= _ANSWERABLE else _NEVER


def _path(name: str) -> Path:
    return Path(os.path.expanduser(name.strip('"')))


def _paths(names: str) -> tuple[Path, ...]:
    try:
        words = shlex.split(names)
    except ValueError:
        words = names.split()
    return tuple(_path(word) for word in words if word != "none")
