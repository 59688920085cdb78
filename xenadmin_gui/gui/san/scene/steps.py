"""Where an arrow key leads: along the lines to the side, within the column up and down. Pure."""

from __future__ import annotations

from typing import Literal

from xenadmin_gui.gui.san.scene.layout import Box, Layout
from xenadmin_gui.gui.san.scene.picture import NodeId

Way = Literal["left", "right", "up", "down"]


def step(layout: Layout, at: NodeId | None, way: Way) -> NodeId | None:
    """Return the box that ``way`` leads to from ``at``; ``at`` itself where there is none."""
    boxes = {box.node.id: box for box in layout.boxes}
    here = boxes.get(at) if at is not None else None
    if here is None:
        return layout.boxes[0].node.id if layout.boxes else None
    reached = _along(layout, boxes, here, way) if way in ("left", "right") else None
    if way in ("up", "down"):
        reached = _within(layout, here, way)
    return reached.node.id if reached is not None else here.node.id


def _along(layout: Layout, boxes: dict[NodeId, Box], here: Box, way: Way) -> Box | None:
    if here.host or (way == "right" and here.node.inside):
        return _among_small(layout, boxes, here, way)
    ends = []
    for line in layout.lines:
        for one, other in (
            (line.link.source, line.link.target),
            (line.link.target, line.link.source),
        ):
            if one == here.node.id:
                box = boxes[other]
                if (box.x > here.x) if way == "right" else (box.x < here.x):
                    ends.append(box)
    return min(ends, key=lambda box: (abs(box.middle - here.middle), box.y), default=None)


def _among_small(layout: Layout, boxes: dict[NodeId, Box], here: Box, way: Way) -> Box | None:
    """From a host into its small shapes, from one to the next, and back."""
    host = here.host or here.node.id
    small = [box for box in layout.boxes if box.host == host]
    if not here.host:
        return small[0]
    place = small.index(here) + (1 if way == "right" else -1)
    if place < 0:
        return boxes[host]
    return small[place] if place < len(small) else None


def _within(layout: Layout, here: Box, way: Way) -> Box | None:
    host = next((b for b in layout.boxes if b.node.id == here.host), here)
    column = [b for b in layout.boxes if not b.host and b.node.column == host.node.column]
    place = column.index(host) + (1 if way == "down" else -1)
    return column[place] if 0 <= place < len(column) else None
