"""What names, addresses and URIs in a cluster file may look like."""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable

from xenadmin_gui.session.yamlnodes import Rule

_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?")
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9._-]{0,251}[A-Za-z0-9_])?\.?")
_USER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}\$?")
_LOCAL_URI = re.compile(r"[a-z]+(\+unix)?:///[^\s\x00-\x1f'\"\\]*")
_REMOTE_URI = re.compile(r"[a-z]+(\+[a-z]+)?://[^\s\x00-\x1f'\"\\/]+(/[^\s\x00-\x1f'\"\\]*)?")
_JUMP = re.compile(
    r"(?:(?P<user>[^@\s]+)@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^@:\s]+)(?::(?P<port>\d{1,5}))?"
)


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return read


def _address(text: str) -> str:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        if re.fullmatch(r"[0-9.]+", text) or not _HOST.fullmatch(text):
            raise
    return text


def _ip(text: str) -> str:
    return str(ipaddress.ip_address(text))


def _cidr(text: str) -> str:
    if "/" not in text:
        raise ValueError(text)
    return str(ipaddress.ip_network(text))


def _kind(text: str) -> str:
    if text not in ("management", "storage"):
        raise ValueError(text)
    return text


def _path(text: str) -> str:
    path = os.path.expanduser(text)
    if "\0" in path or not os.path.isabs(path):
        raise ValueError(text)
    return path


def _title(text: str) -> str:
    if not text.isprintable():
        raise ValueError(text)
    return text


def is_jump_address(text: str) -> bool:
    """Say whether ``text`` is a jump host outside the cluster: ``[user@]host[:port]``."""
    match = _JUMP.fullmatch(text)
    if match is None or not any(sign in text for sign in "@:."):
        return False
    user, port = match["user"], match["port"]
    if user is not None and not _USER.fullmatch(user):
        return False
    if port is not None and not 1 <= int(port) <= 65535:
        return False
    try:
        _address(match["host"].strip("[]"))
    except ValueError:
        return False
    return True


NAME = Rule("a name of letters, digits, dots and dashes", _matching(_NAME))
ADDRESS = Rule("a host name or an IP address", _address)
IP = Rule("an IP address", _ip)
CIDR = Rule("a network such as 10.10.1.0/24, without host bits", _cidr)
KIND = Rule("management or storage", _kind)
USER = Rule("a user name", _matching(_USER))
PATH = Rule("an absolute path, or one that begins with ~/", _path)
TITLE = Rule("a line of text", _title)
ANY_TEXT = Rule("a text", str)
LIBVIRT_URI = Rule("a local libvirt URI such as xen:///system", _matching(_LOCAL_URI))
MIGRATION_URI = Rule(
    "a libvirt URI with a host such as xen+ssh://HOST/system", _matching(_REMOTE_URI)
)
