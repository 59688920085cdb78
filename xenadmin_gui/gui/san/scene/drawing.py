"""A picture while it is made: each box and line once, however many chains go through it."""

from __future__ import annotations

from dataclasses import replace

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.san.scene.picture import Link, Node, NodeId, Picture


class Drawing:
    """Boxes and lines by id; what is strong in one chain is strong.

    Attributes:
        snapshot: What is drawn.
        networks: Names of the storage networks, A first.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        names = {path.network for m in snapshot.san.multipaths for path in m.paths}
        names |= {session.network for session in snapshot.san.sessions}
        self.networks = tuple(sorted(name for name in names if name))
        self._nodes: dict[NodeId, Node] = {}
        self._links: dict[str, Link] = {}

    def add(self, node: Node) -> NodeId:
        """Draw a box, or make a faint one strong."""
        former = self._nodes.get(node.id)
        if former is None:
            self._nodes[node.id] = node
        elif node.is_strong and not former.is_strong:
            self._nodes[node.id] = replace(former, is_strong=True)
        return node.id

    def join(self, link: Link) -> None:
        """Draw a line, or make a faint one strong."""
        former = self._links.get(link.id)
        if former is None or (link.is_strong and not former.is_strong):
            self._links[link.id] = link

    def has(self, node_id: NodeId) -> bool:
        """Whether a box is drawn already."""
        return node_id in self._nodes

    def network(self, name: str) -> int | None:
        """Return the number of a network; None when it has none."""
        return self.networks.index(name) if name in self.networks else None

    def picture(self, columns: tuple[tuple[str, str], ...]) -> Picture:
        """Return what was drawn."""
        nodes, links = tuple(self._nodes.values()), tuple(self._links.values())
        used = {link.network for link in links}
        networks = self.networks if used - {None} else ()
        return Picture(columns, nodes, links, networks)
