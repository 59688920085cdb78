"""Where hosts can log in: what their sessions, the targets and the cluster's addresses say."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.snapshot import Snapshot

ISCSI_PORT = 3260


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal of a target; ``address`` is ADDRESS:PORT; the network's name may be empty."""

    target: str
    address: str
    network: str


def known_portals(snapshot: Snapshot) -> tuple[Portal, ...]:
    """Return every portal that is known, each once, in the order of its network and address."""
    san = snapshot.san
    networks = {session.portal: session.network for session in san.sessions}
    networks |= {
        f"{ip.address.partition('/')[0]}:{ISCSI_PORT}": ip.network for ip in san.cluster_ips
    }
    found = {(session.target, session.portal) for session in san.sessions}
    for target in san.targets:
        found |= {(target.iqn, portal) for portal in target.portals}
        if not target.portals:
            addresses = (ip.address.partition("/")[0] for ip in san.cluster_ips)
            found |= {(target.iqn, f"{address}:{ISCSI_PORT}") for address in addresses}
    made = [Portal(iqn, address, networks.get(address, "")) for iqn, address in found]
    return tuple(sorted(made, key=lambda portal: (portal.network, portal.address)))


def storage_portals(snapshot: Snapshot) -> tuple[Portal, ...]:
    """Return the portals that sessions or targets name; when none does, every one that is known.

    An address of the cluster on its management network is no portal that anybody wants.
    """
    portals, san = known_portals(snapshot), snapshot.san
    named = {session.portal for session in san.sessions}
    named |= {portal for target in san.targets for portal in target.portals}
    return tuple(portal for portal in portals if portal.address in named) or portals


def logged_in(snapshot: Snapshot, host: str, portal: Portal) -> bool:
    """Whether the host has a session with the portal that works now."""
    return "LOGGED_IN" in _states(snapshot, host, portal)


def has_session(snapshot: Snapshot, host: str, portal: Portal) -> bool:
    """Whether the host has a session with the portal; iscsid mends one that is broken."""
    return bool(_states(snapshot, host, portal))


def _states(snapshot: Snapshot, host: str, portal: Portal) -> list[str]:
    wanted = (host, portal.target, portal.address)
    sessions = snapshot.san.sessions
    return [s.state for s in sessions if (s.host, s.target, s.portal) == wanted]
