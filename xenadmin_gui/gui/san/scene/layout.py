"""Where each box and line of a picture goes. Pure: no Qt, so that it can be proven."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from xenadmin_gui.gui.san.scene.picture import Link, Node, NodeId, Picture

#: Distances in device-independent pixels.
BOX_HEIGHT = 40.0
ROOM = 12.0
GAP = 34.0
#: A steep line gets a wider gap, up to this.
_GAP_WIDEST = 200.0
#: Room between two boxes of a column that a line joins.
ROOM_UPRIGHT = 44.0
#: Where such a line stands in its boxes; its reason is written to its right.
UPRIGHT = 20.0
WIDEST = 168.0
NARROWEST = 56.0
#: Sign, distances and edge beside the text of a box.
BESIDE = 32.0
HEAD = 28.0
EDGE = 12.0
#: A small shape in a box, and how many stand in a line.
DOT = 18.0
DOTS_A_LINE = 14
#: A flat box: title and note in one line.
FLAT_HEIGHT = 24.0
FLAT_A_LINE = 24
ROOM_FLAT = 6.0
#: The same where each has its name, and how wide a name may be.
NAMES_A_LINE = 4
NAME_WIDEST = 110.0
WIDEST_HOST = 300.0
#: A gap where lines have letters, and how far a letter stands from the box it belongs to.
GAP_LETTERED = 64.0
LETTER_AT = 18.0
#: A column that is shorter than this stands where the first screen shows it.
_SHORT = 330.0
_REASON_WIDEST = 220.0

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place; ``host`` is the box that a small shape lies in."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    host: NodeId = ""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A link with its ends; ``letter_at`` is where its letter stands, 0 to 1 from the first."""

    link: Link
    x1: float
    y1: float
    x2: float
    y2: float
    letter_at: float = 0.5


@dataclass(frozen=True, slots=True)
class Head:
    """The name above a column."""

    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture with its places; boxes from left to right, from top to bottom."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    heads: tuple[Head, ...]
    width: float
    height: float


def estimated(text: str) -> float:
    """Return about how wide a text is when no font can be asked."""
    return 7.0 * len(text)


def lay_out(picture: Picture, measure: Measure = estimated, sight: float = 600.0) -> Layout:
    """Return the places; straight lines between neighbouring columns cross no box.

    Args:
        sight: Height of the screen; of a picture that is taller it shows the beginning.
    """
    columns: dict[str, list[Node]] = defaultdict(list)
    for node in picture.nodes:
        columns[node.column].append(node)
    used = [(name, head) for name, head in picture.columns if columns[name]]
    names = [name for name, _ in used]
    heights = {node.id: _height(node) for node in picture.nodes}
    tops = _tops([columns[name] for name in names], picture.links, heights, sight)
    widths = [max(_width(n, measure) for n in columns[name]) for name in names]
    widths = [max(w, measure(head) + 4) for w, (_, head) in zip(widths, used, strict=True)]
    lefts = _lefts(picture, names, columns, widths, tops, measure)
    small = {name: max(_small_width(n, measure) for n in columns[name]) for name in names}
    boxes = []
    for name, left, width in zip(names, lefts, widths, strict=True):
        for node in sorted(columns[name], key=lambda node: tops[node.id]):
            box = Box(node, left, tops[node.id], width, heights[node.id])
            boxes.append(box)
            boxes += _inside(box, small[name])
    places = {box.node.id: box for box in boxes}
    crowds = Counter(link.source for link in picture.links if link.letter)
    lines = tuple(
        _line(link, places[link.source], places[link.target], crowds[link.source])
        for link in picture.links
        if link.source in places and link.target in places
    )
    heads = tuple(
        Head(head, left, width) for (_, head), left, width in zip(used, lefts, widths, strict=True)
    )
    width = lefts[-1] + widths[-1] + EDGE if lefts else 0.0
    height = max((box.y + box.height for box in boxes), default=0.0) + EDGE
    return Layout(tuple(boxes), lines, heads, width, height)


def _height(node: Node) -> float:
    rows = ceil(len(node.inside) / _a_line(node))
    return _foot(node) + rows * DOT + (4.0 if rows else 0.0)


def _room(node: Node) -> float:
    return ROOM_FLAT if node.is_flat else ROOM


def _foot(node: Node) -> float:
    return FLAT_HEIGHT if node.is_flat else BOX_HEIGHT


def _width(node: Node, measure: Measure) -> float:
    widest = WIDEST_HOST if node.inside else WIDEST
    words = measure(node.title), measure(node.note)
    text = min(widest, (sum(words) + DOT if node.is_flat else max(words)) + BESIDE)
    small = min(len(node.inside), _a_line(node)) * _small_width(node, measure) + 16.0
    return max(NARROWEST, text, small if node.inside else 0.0)


def _a_line(node: Node) -> int:
    if node.is_flat:
        return FLAT_A_LINE
    return NAMES_A_LINE if any(small.is_named for small in node.inside) else DOTS_A_LINE


def _small_width(node: Node, measure: Measure) -> float:
    names = [measure(small.title) + BESIDE for small in node.inside if small.is_named]
    return min(NAME_WIDEST, max(names)) if names else DOT


def _inside(box: Box, width: float) -> list[Box]:
    found = []
    for number, node in enumerate(box.node.inside):
        row, place = divmod(number, _a_line(box.node))
        x = box.x + 8.0 + place * width
        y = box.y + _foot(box.node) - 2.0 + row * DOT
        found.append(Box(node, x, y, width, DOT, box.node.id))
    return found


def _line(link: Link, one: Box, other: Box, crowd: int) -> Line:
    if one.x == other.x:
        upper, lower = (one, other) if one.y < other.y else (other, one)
        x = one.x + UPRIGHT
        return Line(link, x, upper.y + upper.height, x, lower.y)
    if one.x > other.x:
        one, other = other, one
    start = one.x + one.width
    letter_at = 0.5
    if one.middle != other.middle:
        near = LETTER_AT / (other.x - start)
        letter_at = 1.0 - near if crowd > 1 else near
    return Line(link, start, one.middle, other.x, other.middle, letter_at)


def _lefts(
    picture: Picture,
    names: list[str],
    columns: dict[str, list[Node]],
    widths: list[float],
    tops: dict[NodeId, float],
    measure: Measure,
) -> list[float]:
    """A gap with a broken line is wide enough for its reason."""
    place = {node.id: number for number, name in enumerate(names) for node in columns[name]}
    gaps = [GAP] * len(names)
    for link in picture.links:
        left, right = place.get(link.source), place.get(link.target)
        if left is None or right is None:
            continue
        if left == right:
            widths[left] = max(widths[left], measure(link.reason) + UPRIGHT + 16.0)
            continue
        steep = abs(tops[link.source] - tops[link.target])
        wanted = max(min(_GAP_WIDEST, 0.4 * steep), GAP_LETTERED if link.letter else 0.0)
        if link.reason:
            wanted = max(wanted, min(_REASON_WIDEST, measure(link.reason) + 36.0))
        if wanted > GAP:
            gaps[min(left, right)] = max(gaps[min(left, right)], wanted)
    lefts, x = [], EDGE
    for width, gap in zip(widths, gaps, strict=True):
        lefts.append(x)
        x += width + gap
    return lefts


def _tops(
    columns: list[list[Node]],
    links: tuple[Link, ...],
    heights: dict[NodeId, float],
    sight: float,
) -> dict[NodeId, float]:
    """The fullest column stands evenly; the others stand where their neighbours are."""
    if not columns:
        return {}
    beside: dict[NodeId, list[NodeId]] = defaultdict(list)
    for link in links:
        beside[link.source].append(link.target)
        beside[link.target].append(link.source)
    middles: dict[NodeId, float] = {}
    fills = [sum(heights[n.id] + _room(n) for n in column) for column in columns]
    first = fills.index(max(fills))
    order = [first, *range(first - 1, -1, -1), *range(first + 1, len(columns))]
    for number in order:
        _stand(columns[number], beside, heights, middles)
        if number == first:
            top = min(middles[node.id] - heights[node.id] / 2 for node in columns[first])
        elif fills[first] > sight:
            lowest = top + 0.4 * sight if fills[number] < _SHORT else None
            _bring_into_sight(columns[number], heights, middles, top, lowest)
    tops = {node_id: middle - heights[node_id] / 2 for node_id, middle in middles.items()}
    lift = HEAD + EDGE - min(tops.values())
    return {node_id: round(top + lift) for node_id, top in tops.items()}


def _bring_into_sight(
    column: list[Node],
    heights: dict[NodeId, float],
    middles: dict[NodeId, float],
    top: float,
    lowest: float | None,
) -> None:
    """Move a column: its middle not below ``lowest``, its head not above ``top``."""
    own = [middles[node.id] for node in column]
    shift = min(0.0, lowest - sum(own) / len(own)) if lowest is not None else 0.0
    head = min(middles[node.id] - heights[node.id] / 2 for node in column)
    shift = max(shift, top - head)
    for node in column:
        middles[node.id] += shift


def _stand(
    column: list[Node],
    beside: dict[NodeId, list[NodeId]],
    heights: dict[NodeId, float],
    middles: dict[NodeId, float],
) -> None:
    wanted: dict[NodeId, float] = {}
    last = 0.0
    for node in column:
        known = [middles[other] for other in beside[node.id] if other in middles]
        last = sum(known) / len(known) if known else last
        wanted[node.id] = last
    standing = sorted(column, key=lambda node: wanted[node.id])
    placed: list[float] = []
    bottom = float("-inf")
    former: NodeId = ""
    for node in standing:
        half = heights[node.id] / 2
        room = ROOM_UPRIGHT if former in beside[node.id] else _room(node)
        middle = max(wanted[node.id], bottom + room + half) if placed else wanted[node.id]
        former = node.id
        placed.append(middle)
        bottom = middle + half
    shift = sum(wanted.values()) / len(column) - sum(placed) / len(placed)
    for node, middle in zip(standing, placed, strict=True):
        middles[node.id] = middle + shift
