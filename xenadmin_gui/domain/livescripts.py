"""What a running VM has now: questions to the libvirt of its host, answered by an exit status.

Each is ``sh -c SCRIPT sh URI NAME …``: 0 yes, 1 no, 2 when virsh does not say.
"""

from __future__ import annotations

from xenadmin_gui.domain.command import Command

_NIC = (
    'd=$(virsh -c "$1" domiflist --domain "$2") || exit 2; '
    'printf \'%s\\n\' "$d" | grep -qi "[[:space:]]$4[[:space:]].*[[:space:]]$3[[:space:]]*\\$"'
)
_MEDIA = (
    'd=$(virsh -c "$1" domblklist --domain "$2") || exit 2; '
    "s=$(printf '%s\\n' \"$d\" | sed -n \"s/^ *$3  *//p\" | sed 's/ *$//'); "
    '[ "$s" = "$4" ]'
)
_VCPUS = 'd=$(virsh -c "$1" vcpucount --domain "$2" --current --live) || exit 2; [ "$d" -eq "$3" ]'
_MEMORY = (
    'd=$(virsh -c "$1" dominfo --domain "$2") || exit 2; '
    "k=$(printf '%s\\n' \"$d\" | sed -n 's/^Used memory: *\\([0-9]*\\) KiB$/\\1/p'); "
    '[ "$k" -ge "$3" ] && [ "$k" -le "$4" ]'
)
#: A balloon stops a little beside what it was told.
_TOLERANCE = 64


def has_nic(uri: str, name: str, mac: str, bridge: str) -> Command:
    """Ask whether the running domain has a network card with that MAC on that bridge."""
    return _ask(_NIC, uri, name, mac.lower(), bridge)


def has_media(uri: str, name: str, target: str, source: str) -> Command:
    """Ask whether the running domain's drive holds ``source``; empty: whether it is empty.

    A domain without such a drive is *no* too.
    """
    return _ask(_MEDIA, uri, name, target, source or "-")


def has_vcpus(uri: str, name: str, count: int) -> Command:
    """Ask whether the running domain has so many processors."""
    return _ask(_VCPUS, uri, name, str(count))


def has_memory(uri: str, name: str, size_kib: int) -> Command:
    """Ask whether the running domain has about so much memory."""
    slack = size_kib // _TOLERANCE
    return _ask(_MEMORY, uri, name, str(size_kib - slack), str(size_kib + slack))


def _ask(script: str, *words: str) -> Command:
    return Command(("sh", "-c", script, "sh", *words))
