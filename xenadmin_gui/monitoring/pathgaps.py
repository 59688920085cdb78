"""Finds sessions and paths that should be there and are not; quick while nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.san import Lun, Multipath, San, Session, Target
from xenadmin_gui.domain.snapshot import Finding
from xenadmin_gui.domain.states import Health

_EVERYWHERE = ("0.0.0.0:", "[::]:", "[::0]:", ":::")


class PathGaps:
    """Remembers the findings of the last SAN; the same objects give them again."""

    def __init__(self) -> None:
        self._asked: tuple[object, ...] = ()
        self._told: tuple[Server, ...] = ()
        self._found: tuple[Finding, ...] = ()

    def find(self, servers: Mapping[str, Server], san: San) -> tuple[Finding, ...]:
        """Return the findings of every host that tells of its sessions and paths."""
        telling = tuple(server for server in servers.values() if _tells(server))
        asked = (san.sessions, san.multipaths, san.luns, san.targets)
        is_same = len(self._asked) == len(asked) and all(
            one is other for one, other in zip(self._asked, asked, strict=True)
        )
        who = [(server.name, server.initiator) for server in telling]
        if not is_same or who != [(server.name, server.initiator) for server in self._told]:
            self._found = tuple(find_gaps(telling, san))
        self._asked, self._told = asked, telling
        return self._found


def find_gaps(hosts: Iterable[Server], san: San) -> Iterator[Finding]:
    """Yield what each of ``hosts`` lacks: sessions to portals, paths to LUNs."""
    sessions: dict[str, list[Session]] = {}
    for session in san.sessions:
        sessions.setdefault(session.host, []).append(session)
    maps: dict[str, dict[str, Multipath]] = {}
    for device in san.multipaths:
        maps.setdefault(device.host, {})[device.wwid] = device
    targets = [target for target in san.targets if target.server is not None]
    portals = {target.iqn: _portals(target, san.sessions) for target in targets}
    luns: dict[str, list[Lun]] = {}
    for lun in san.luns:
        if lun.server is not None and lun.work is None:
            luns.setdefault(lun.target, []).append(lun)
    for host in hosts:
        mine = sessions.get(host.name, [])
        for target in targets:
            yield from _not_logged_in(host, target, portals[target.iqn], mine)
        if host.name in maps:
            yield from _missing(host, luns, mine, maps[host.name])


def _tells(server: Server) -> bool:
    unread = {tool for tool, _ in server.missing}
    is_read = not unread & {"iscsiadm", "multipathd"}
    return Role.HOST in server.roles and server.is_up and is_read


def _portals(target: Target, sessions: Iterable[Session]) -> dict[str, str]:
    """Where a host should be logged in: network (or the portal itself) by portal.

    A target that listens on every address does not say; then what other hosts use counts.
    """
    seen = {s.portal: s.network for s in sessions if s.target == target.iqn}
    named = [portal for portal in target.portals if not portal.startswith(_EVERYWHERE)]
    return {portal: seen.get(portal) or portal for portal in named or sorted(seen)}


def _not_logged_in(
    host: Server, target: Target, portals: Mapping[str, str], sessions: Iterable[Session]
) -> Iterator[Finding]:
    mine = {session.portal for session in sessions if session.target == target.iqn}
    if not mine and host.initiator not in target.initiators:
        return
    lacking = [portal for portal in portals if portal not in mine]
    if lacking:
        where = ", ".join(
            portal if portals[portal] == portal else f"{portals[portal]} ({portal})"
            for portal in lacking
        )
        yield Finding(
            "not-logged-in",
            Health.DEGRADED,
            host.key,
            f"{host.name} is not logged in to {target.iqn} over {where}.",
            f"Log {host.name} in there; if it cannot, look at the cable and the switch.",
        )


def _missing(
    host: Server,
    luns: Mapping[str, list[Lun]],
    sessions: Iterable[Session],
    maps: Mapping[str, Multipath],
) -> Iterator[Finding]:
    """Each session that is logged in should give a path to each LUN that the host may see."""
    expected: dict[str, Counter[str]] = {}
    for session in sessions:
        if session.state == "LOGGED_IN":
            expected.setdefault(session.target, Counter())[session.network] += 1
    lacking: Counter[str] = Counter()
    for target, networks in expected.items():
        total = networks.total()
        for lun in luns.get(target, ()):
            if lun.initiators and host.initiator and host.initiator not in lun.initiators:
                continue
            device = maps.get(lun.wwid)
            if device is not None and len(device.paths) >= total:
                continue
            have = Counter(path.network for path in device.paths) if device is not None else {}
            lacking.update(n for n, count in networks.items() if have.get(n, 0) < count)
    for network, count in lacking.items():
        over = f"network {network}" if network else "an unknown network"
        what = "1 LUN" if count == 1 else f"{count} LUNs"
        yield Finding(
            "path-missing",
            Health.DEGRADED,
            host.key,
            f"{host.name} is logged in over {over}, and has no path there to {what}.",
            f"Rescan the iSCSI sessions of {host.name}.",
        )
