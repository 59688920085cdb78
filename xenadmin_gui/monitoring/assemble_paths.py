"""The hosts' side of the SAN: iSCSI sessions and multipath devices, with their networks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import is_
from typing import TypeVar

from xenadmin_gui.domain.config import NetworkConfig
from xenadmin_gui.domain.san import Multipath, Path, San, Session
from xenadmin_gui.monitoring.networks import Networks
from xenadmin_gui.monitoring.parse.iscsiadm import IscsiSession
from xenadmin_gui.monitoring.parse.multipath import Map
from xenadmin_gui.monitoring.report import HostReport

T = TypeVar("T")


def keep_same(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """Return the old tuple when the new one holds the very same objects."""
    return old if len(old) == len(new) and all(map(is_, old, new)) else new


@lru_cache(maxsize=64)
def networks_of(networks: tuple[NetworkConfig, ...]) -> Networks:
    """Return the lookup for these networks; one for as long as they stay the same."""
    return Networks(networks)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one host said last of its maps, and what was made of it, in the same order."""

    maps: tuple[Map, ...]
    sessions: tuple[IscsiSession, ...]
    networks: Networks
    portals: dict[str, str]
    made: tuple[Multipath, ...]


class PathReader:
    """Makes sessions and multipaths of reports; what is unchanged gives the same objects."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[object, object, tuple[Session, ...]]] = {}
        self._multipaths: dict[str, _Told] = {}
        self._all_sessions: tuple[Session, ...] = ()
        self._all_multipaths: tuple[Multipath, ...] = ()
        self._losses: tuple[object, object, dict[str, tuple[str, ...]]] = ((), (), {})

    def read(
        self, reports: Iterable[HostReport], networks: Networks
    ) -> tuple[tuple[Session, ...], tuple[Multipath, ...]]:
        """Return the sessions and multipath devices of all hosts."""
        said = list(reports)
        sessions = tuple(s for report in said for s in self.sessions(report, networks))
        multipaths = tuple(m for report in said for m in self.multipaths(report, networks))
        self._all_sessions = keep_same(self._all_sessions, sessions)
        self._all_multipaths = keep_same(self._all_multipaths, multipaths)
        return self._all_sessions, self._all_multipaths

    def losses(self, san: San) -> dict[str, tuple[str, ...]]:
        """Return by host a sentence for each network over which paths or a session are lost."""
        sessions, multipaths, known = self._losses
        if sessions is san.sessions and multipaths is san.multipaths:
            return known
        known = path_losses(san)
        self._losses = (san.sessions, san.multipaths, known)
        return known

    def sessions(self, report: HostReport, networks: Networks) -> tuple[Session, ...]:
        """Return the sessions of one host."""
        said = report.sessions or ()
        known = self._sessions.get(report.server)
        if known is not None and known[0] is said and known[1] is networks:
            return known[2]
        made = tuple(_session(report.server, one, networks) for one in said)
        self._sessions[report.server] = (said, networks, made)
        return made

    def multipaths(self, report: HostReport, networks: Networks) -> tuple[Multipath, ...]:
        """Return the multipath devices of one host."""
        maps, sessions = report.maps or (), report.sessions or ()
        known = self._multipaths.get(report.server)
        if known is None:
            known = _Told((), (), networks, {}, ())
        elif (known.maps, known.sessions, known.networks) == (maps, sessions, networks):
            return known.made
        portals = {disk.device: one.portal for one in sessions for disk in one.disks}
        is_same_way = known.portals == portals and known.networks is networks
        before = dict(
            zip(
                (said.wwid for said in known.maps),
                zip(known.maps, known.made, strict=True),
                strict=True,
            )
        )
        found: list[Multipath] = []
        for one in maps:
            said = before.get(one.wwid)
            if said is not None and is_same_way and said[0] == one:
                found.append(said[1])
                continue
            new = _multipath(report.server, one, portals, networks)
            found.append(said[1] if said is not None and said[1] == new else new)
        made = tuple(found)
        self._multipaths[report.server] = _Told(maps, sessions, networks, portals, made)
        return made


def _session(host: str, one: IscsiSession, networks: Networks) -> Session:
    return Session(
        host=host,
        target=one.target,
        portal=one.portal,
        network=networks.name_of(one.portal),
        state=one.state,
    )


def _multipath(host: str, one: Map, portals: dict[str, str], networks: Networks) -> Multipath:
    """A path's network is that of its session's portal, or else of the host's own address."""
    paths = tuple(
        Path(
            device=path.device,
            network=networks.name_of(portals.get(path.device, "") or path.adapter),
            state=path.state,
            priority=path.priority,
        )
        for path in one.paths
    )
    return Multipath(
        host=host,
        wwid=one.wwid,
        paths=paths,
        device=f"/dev/mapper/{one.name}",
        queues=one.queues,
    )


def path_losses(san: San) -> dict[str, tuple[str, ...]]:
    """Return by host a sentence for each network over which it has lost paths or its session."""
    paths: dict[tuple[str, str], int] = {}
    shaky: dict[tuple[str, str], int] = {}
    bare: dict[str, int] = {}
    for device in san.multipaths:
        lost = [path for path in device.paths if not path.is_usable]
        if not lost:
            continue
        for network in {path.network for path in lost}:
            trusts = [path.state != "shaky" for path in lost if path.network == network]
            counts = paths if any(trusts) else shaky
            counts[device.host, network] = counts.get((device.host, network), 0) + 1
        if len(lost) == len(device.paths):
            bare[device.host] = bare.get(device.host, 0) + 1
    said: dict[str, list[str]] = {}
    for (host, network), count in paths.items():
        over = f"network {network}" if network else "an unknown network"
        said.setdefault(host, []).append(f"Paths to {_luns(count)} over {over} are lost.")
    for (host, network), count in shaky.items():
        over = f"network {network}" if network else "an unknown network"
        said.setdefault(host, []).append(
            f"Paths to {_luns(count)} over {over} come and go (shaky)."
        )
    for host, count in bare.items():
        said.setdefault(host, []).insert(0, f"No path is left to {_luns(count)}.")
    for session in san.sessions:
        if session.state != "LOGGED_IN" and (session.host, session.network) not in paths:
            over = session.network or session.portal
            said.setdefault(session.host, []).append(f"The iSCSI session over {over} is lost.")
    return {host: tuple(sentences) for host, sentences in said.items()}


def _luns(count: int) -> str:
    return "1 LUN" if count == 1 else f"{count} LUNs"
