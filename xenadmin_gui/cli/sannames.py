"""Which object of the SAN a word on the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from xenadmin_gui.domain.errors import PreconditionError, UnreachableError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Replica, Volume
from xenadmin_gui.domain.snapshot import Snapshot

T = TypeVar("T")


def find_volume(snapshot: Snapshot, word: str) -> Volume:
    """Return the volume called ``NAME`` or ``GROUP/NAME``.

    One in the recycle bin is found by its former name too, when no other has it.

    Raises:
        PreconditionError: There is none, or several.
        UnreachableError: There is none, and a SAN server does not answer.
    """
    volumes = snapshot.san.volumes
    found = [v for v in volumes if word in (v.name, f"{v.group}/{v.name}")]
    if not found:
        found = [v for v in volumes if word in (v.former_name, f"{v.group}/{v.former_name}")]
    return _single(snapshot, "volume", word, found, [f"{v.group}/{v.name}" for v in found])


def find_lun(snapshot: Snapshot, word: str) -> Lun:
    """Return the LUN with this WWID, resource, volume's name, or number.

    Raises:
        PreconditionError: There is none, or several.
        UnreachableError: There is none, and a SAN server does not answer.
    """
    luns = snapshot.san.luns
    found = [lun for lun in luns if word in (lun.wwid, lun.resource)]
    if not found:
        volumes = snapshot.san.volumes
        wwids = {v.lun for v in volumes if v.lun and word in (v.name, f"{v.group}/{v.name}")}
        found = [lun for lun in luns if lun.wwid in wwids]
    if not found and word.isascii() and word.isdigit():
        found = [lun for lun in luns if lun.number == int(word)]
    return _single(snapshot, "LUN", word, found, [lun.wwid for lun in found])


def find_replica(snapshot: Snapshot, word: str) -> Replica:
    """Return the replica called ``word``.

    Raises:
        PreconditionError: There is none.
        UnreachableError: There is none, and a SAN server does not answer.
    """
    found = [replica for replica in snapshot.san.replicas if replica.name == word]
    return _single(snapshot, "replica", word, found, [replica.name for replica in found])


def find_object(snapshot: Snapshot, word: str) -> Key:
    """Return what ``NAME`` or ``KIND:NAME`` means, whatever it is.

    Raises:
        PreconditionError: There is none, or several.
        UnreachableError: There is none, and a SAN server does not answer.
    """
    kind, colon, name = word.partition(":")
    is_kind = bool(colon) and kind in {str(one) for one in Kind}
    named = [
        key
        for key, names in _names(snapshot)
        if (word in names or word == key.id)
        or (is_kind and key.kind == kind and (name in names or name == key.id))
    ]
    found = list(dict.fromkeys(named))
    return _single(snapshot, "object", word, found, [str(key) for key in found])


def _names(snapshot: Snapshot) -> list[tuple[Key, tuple[str, ...]]]:
    """Every object that can be meant, with what it may be called."""
    san = snapshot.san
    networks = {p.network for m in san.multipaths for p in m.paths if p.network}
    networks |= {replica.network for replica in san.replicas if replica.network}
    return [
        *((server.key, (server.name,)) for server in snapshot.servers.values()),
        *((vm.key, (vm.name,)) for vm in snapshot.vms.values()),
        *((replica.key, (replica.name,)) for replica in san.replicas),
        *((group.key, (group.name,)) for group in san.groups),
        *((volume.key, (volume.name,)) for volume in san.volumes),
        *((target.key, ()) for target in san.targets),
        *((lun.key, (lun.resource,) if lun.resource else ()) for lun in san.luns),
        *((session.key, ()) for session in san.sessions),
        *((multipath.key, ()) for multipath in san.multipaths),
        *((ip.key, ()) for ip in san.cluster_ips),
        *((Key(Kind.NETWORK, name), (name,)) for name in sorted(networks)),
        *((Key(Kind.RESOURCE, r.id), ()) for r in snapshot.pacemaker.resources),
    ]


def _single(
    snapshot: Snapshot, what: str, word: str, found: Sequence[T], names: Sequence[str]
) -> T:
    if len(found) == 1:
        return found[0]
    if found:
        raise PreconditionError(
            f"{word!r} means more than one {what}.",
            next_step=f"Say which: {', '.join(names)}.",
            code=f"ambiguous-{what.lower()}",
        )
    silent = [server.name for server in snapshot.san_servers if not server.is_up]
    if silent:
        raise UnreachableError(
            silent[0],
            f"No {what} that can be seen is called {word!r}; {', '.join(silent)} cannot be asked.",
            next_step="See 'xenadmin san show' and 'xenadmin cluster check'.",
        )
    raise PreconditionError(
        f"No {what} is called {word!r}.",
        next_step="See 'xenadmin san show'.",
        code=f"no-such-{what.lower()}",
    )
