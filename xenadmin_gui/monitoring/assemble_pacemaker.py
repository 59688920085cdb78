"""Makes one view of Pacemaker from the answers of its members; the best answer counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.pacemaker import ControlMode, Node, Pacemaker, Resource
from xenadmin_gui.domain.vm import Protection
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.parse.cib import Cib, Primitive
from xenadmin_gui.monitoring.report import HostReport

_NO = ("false", "0", "no", "off")
_YES = ("true", "1", "yes", "on")


@dataclass(frozen=True, slots=True)
class PacemakerView:
    """Pacemaker's view and configuration.

    Attributes:
        cib: The configuration; None when nobody ever told.
        by_node: Server name of each node name.
    """

    pacemaker: Pacemaker
    cib: Cib | None
    by_node: Mapping[str, str]

    def is_gone(self, server: str) -> bool:
        """Whether Pacemaker vouches that ``server`` is off: fenced, or gone in good order.

        Without fencing Pacemaker calls every lost node clean, so its word counts for nothing.
        """
        node = self.node_of(server)
        return (
            not self.pacemaker.reason
            and self.pacemaker.fencing_enabled is True
            and self.pacemaker.with_quorum is not False
            and node is not None
            and not node.online
            and not node.unclean
            and not node.pending
        )

    def node_of(self, server: str) -> Node | None:
        """Return the node that ``server`` is in Pacemaker."""
        for node in self.pacemaker.nodes:
            if self.by_node.get(node.name, node.name) == server:
                return node
        return None

    def servers(self, nodes: tuple[str, ...]) -> tuple[str, ...]:
        """Return the server names of node names."""
        return tuple(self.by_node.get(node, node) for node in nodes)


def view_pacemaker(config: ClusterConfig, contacts: Mapping[str, HostContact]) -> PacemakerView:
    """Choose among the answers: quorum first, then the newest configuration, then the newest."""
    fresh = [c.fresh for c in contacts.values() if c.fresh is not None]
    known = [c.report for c in contacts.values() if c.report is not None]
    answers = [report for report in fresh if report.crm_mon is not None]
    reason = ""
    if not answers:
        answers = [report for report in known if report.crm_mon is not None]
        reason = _why_nobody_tells(config, contacts)
    by_node = {server.node_name: server.name for server in config.servers}
    best = max(answers, key=_worth, default=None)
    cib = _newest_cib(best, fresh, known)
    if best is None or best.crm_mon is None:
        configuration = cib.configuration if cib is not None else ""
        return PacemakerView(Pacemaker(reason=reason, configuration=configuration), cib, by_node)
    seen = best.crm_mon
    options = dict(cib.options) if cib is not None else {}
    maintenance = options.get("maintenance-mode", "false").lower() in _YES
    pacemaker = Pacemaker(
        seen_from=best.server,
        version=seen.version,
        dc=seen.dc,
        with_quorum=seen.with_quorum,
        fencing_enabled=None if cib is None else _fencing(options),
        mode=ControlMode.ASK if maintenance else ControlMode.AUTOMATIC,
        nodes=seen.nodes,
        resources=seen.resources,
        failures=seen.failures,
        options=options,
        asked_at=best.at,
        reason=reason,
        configuration=cib.configuration if cib is not None else "",
    )
    return PacemakerView(pacemaker, cib, by_node)


def protections(view: PacemakerView, now: float) -> tuple[Protection, ...]:
    """Return how Pacemaker runs each VirtualDomain resource."""
    if view.cib is None:
        return ()
    seen: dict[str, Resource] = {}
    for resource in view.pacemaker.resources:
        seen.setdefault(resource.id, resource)
    return tuple(
        _protection(view, view.cib, primitive, seen.get(primitive.id), now)
        for primitive in view.cib.of_agent("VirtualDomain")
    )


def _protection(
    view: PacemakerView, cib: Cib, primitive: Primitive, seen: Resource | None, now: float
) -> Protection:
    moves = [
        move
        for move in cib.moves
        if move.resource == primitive.id and (move.until is None or move.until > now)
    ]
    preferred = view.servers(tuple(move.node for move in moves if move.prefers))
    meta = primitive.meta
    role = meta.get("target-role", "Started")
    failing = any(failure.resource == primitive.id for failure in view.pacemaker.failures)
    return Protection(
        resource=primitive.id,
        config=primitive.parameters.get("config", ""),
        target_role="Stopped" if role.lower() == "stopped" else "Started",
        allow_migrate=meta.get("allow-migrate", "false").lower() in _YES,
        managed=meta.get("is-managed", "true").lower() not in _NO
        and (seen is None or seen.managed),
        priority=_number(meta.get("priority", "0")),
        failed=failing or (seen is not None and seen.failed),
        blocked=seen is not None and seen.blocked,
        pinned_to=preferred[0] if preferred else None,
        banned_from=view.servers(tuple(move.node for move in moves if not move.prefers)),
    )


def _worth(report: HostReport) -> tuple[bool, bool, tuple[int, int, int], float]:
    seen = report.crm_mon
    quorum = seen is not None and seen.with_quorum is True
    running = seen is not None and seen.running
    return quorum, running, report.cib.age if report.cib is not None else (0, 0, 0), report.at


def _newest_cib(
    best: HostReport | None, fresh: list[HostReport], known: list[HostReport]
) -> Cib | None:
    """Prefer the copy of the member whose view counts; an old one is better than none."""
    if best is not None and best.cib is not None:
        return best.cib
    for reports in (fresh, known):
        copies = [report.cib for report in reports if report.cib is not None]
        if copies:
            return max(copies, key=lambda copy: copy.age)
    return None


def _why_nobody_tells(config: ClusterConfig, contacts: Mapping[str, HostContact]) -> str:
    """Say why there is no fresh answer; empty when servers answer that there is no Pacemaker."""
    for contact in contacts.values():
        if contact.fresh is not None and (said := contact.fresh.missing_reason("crm_mon")):
            return f"{contact.fresh.server} cannot tell ({said})."
    asked = [s.name for s in config.servers if Role.SAN in s.roles] or [
        s.name for s in config.servers[:1]
    ]
    silent = [name for name in asked if name in contacts and contacts[name].fresh is None]
    return f"Pacemaker cannot be asked: no answer from {', '.join(silent)}." if silent else ""


def _fencing(options: Mapping[str, str]) -> bool:
    """Fencing is on unless switched off (Pacemaker's default)."""
    return options.get("stonith-enabled", "true").lower() not in _NO


def _number(text: str) -> int:
    """Read a score: a number or ±INFINITY."""
    if text.upper().lstrip("+-") == "INFINITY":
        return -1_000_000 if text.startswith("-") else 1_000_000
    try:
        return int(text)
    except ValueError:
        return 0
