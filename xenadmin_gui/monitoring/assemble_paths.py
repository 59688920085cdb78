"""The hosts' side of the SAN: iSCSI sessions and multipath devices, with their networks."""

from __future__ import annotations

from functools import lru_cache

from xenadmin_gui.domain.config import NetworkConfig
from xenadmin_gui.domain.san import Multipath, Path, Session
from xenadmin_gui.monitoring.networks import Networks
from xenadmin_gui.monitoring.parse.iscsiadm import IscsiSession
from xenadmin_gui.monitoring.parse.multipath import Map
from xenadmin_gui.monitoring.report import HostReport


@lru_cache(maxsize=64)
def networks_of(networks: tuple[NetworkConfig, ...]) -> Networks:
    """Return the lookup for these networks; one for as long as they stay the same."""
    return Networks(networks)


class PathReader:
    """Makes sessions and multipaths of reports; an unchanged answer gives the same objects."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[object, object, tuple[Session, ...]]] = {}
        self._multipaths: dict[str, tuple[object, object, object, tuple[Multipath, ...]]] = {}

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
        if known is not None and known[:3] == (maps, sessions, networks):
            return known[3]
        portals = {disk.device: one.portal for one in sessions for disk in one.disks}
        made = tuple(_multipath(report.server, one, portals, networks) for one in maps)
        self._multipaths[report.server] = (maps, sessions, networks, made)
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
