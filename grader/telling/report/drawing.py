"""A student's graph as the geometry of a small picture: the result on top, its leaves at the bottom.

A node is one row below the lowest node that uses it, so reading downward is going backward, and arrows point
down. At the start of an arrow stands what the gradient is multiplied by on its way. An arrow that skips a row
has a slot of its own in that row, and so runs around the boxes there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from grader.figures import Node
from grader.telling import graph

BOX = (112, 78)  # width and height of a node, in picture units
_APART, _BELOW = 28, 46  # between boxes side by side, between rows
_STRAIGHT = 18  # how far an arrow goes straight down at first, beside what is written there
_LANE = 18  # the width that a passing line gets
_MARGIN = 12
_MOST = 16  # characters in a line of a box; the table beside the picture has everything
_RATE = 6  # characters beside an arrow; half of a number would be another number


@dataclass(frozen=True, slots=True)
class NodeBox:
    """One node with its upper left corner. `first`: its gradient is the first wrong one."""

    node: Node
    x: float
    y: float
    lines: tuple[str, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """What a gradient is multiplied by along an arrow, beside the arrow's start."""

    text: str
    x: float
    y: float
    anchor: str  # the end of the text that is next to the arrow


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a template needs to draw a graph and to tell it in words."""

    width: float
    height: float
    boxes: tuple[NodeBox, ...]
    edges: tuple[str, ...]
    rates: tuple[Rate, ...]
    box: tuple[int, int]
    caption: str
    description: str


@dataclass(slots=True)
class _Slot:
    """A slot in a row: a node, or a line that passes.

    `above` are the slots that lead to it, each with how far from its middle the line starts.
    """

    node: Node | None
    above: list[tuple["_Slot", float]]
    x: float = 0.0  # of its middle
    row: int = 0

    @property
    def width(self) -> int:
        return BOX[0] if self.node else _LANE


def drawing(nodes: Sequence[Node]) -> Drawing:
    """The picture of one or more `nodes`, from the result back: whatever uses a node stands before it."""
    rows, lines = _rows([_known(node, nodes[k + 1 :]) for k, node in enumerate(nodes)])
    width = max(map(_width, rows)) + 2 * _MARGIN
    for row in rows:
        _spread(row, width)
    found = graph.first_wrong(nodes)
    wrong = found.name if found else ""
    slots = [slot for row in rows for slot in row]
    boxes = [
        NodeBox(p.node, p.x - BOX[0] / 2, _top(p.row), _lines(p.node), p.node.name == wrong)
        for p in slots
        if p.node
    ]
    return Drawing(
        width=width,
        height=_top(len(rows) - 1) + BOX[1] + _MARGIN,
        boxes=tuple(boxes),
        edges=tuple(_path(start, way) for start, way in lines),
        rates=tuple(rate for p in slots if p.node for rate in _rates(p)),
        box=BOX,
        caption=_caption(wrong),
        description=" ".join(map(_told, nodes)),
    )


# --- rows --------------------------------------------------------------------------------------


def _rows(nodes: Sequence[Node]) -> tuple[list[list[_Slot]], list[tuple[float, list[_Slot]]]]:
    """The slots row by row, and each line: how far from the middle of its box it starts, and its way."""
    depth = _depths(nodes)
    rows: list[list[_Slot]] = [[] for _ in range(max(depth.values()) + 1)]
    slots = {n.name: _Slot(n, [], row=depth[n.name]) for n in nodes}
    for n in nodes:
        rows[depth[n.name]].append(slots[n.name])
    lines = []
    for n in nodes:
        for used, start in zip(n.uses, _starts(len(n.uses)), strict=True):
            way = [slots[n.name]]
            for row in range(depth[n.name] + 1, depth[used]):
                way.append(_Slot(None, [(way[-1], start)], row=row))
                rows[row].append(way[-1])
            slots[used].above.append((way[-1], start))
            lines.append((start, [*way, slots[used]]))
    return rows, lines


def _known(node: Node, later: Sequence[Node]) -> Node:
    """A node with what it uses as far as that stands after it: a line has to lead downward, and somewhere."""
    names = {n.name for n in later}
    kept = [k for k, used in enumerate(node.uses) if used in names]
    uses, rates = (tuple(each[k] for k in kept if k < len(each)) for each in (node.uses, node.rates))
    return replace(node, uses=uses, rates=rates)


def _depths(nodes: Sequence[Node]) -> dict[str, int]:
    depth = dict.fromkeys((n.name for n in nodes), 0)
    for n in nodes:
        for used in n.uses:
            depth[used] = max(depth[used], depth[n.name] + 1)
    return depth


def _starts(lines: int) -> Iterator[float]:
    """Where the lines of one box start, so that two to the same node are seen as two."""
    for k in range(lines):
        yield (k - (lines - 1) / 2) * BOX[0] / 4


def _width(row: Sequence[_Slot]) -> int:
    return sum(slot.width for slot in row) + _APART * (len(row) - 1)


def _spread(row: list[_Slot], width: float) -> None:
    """Place a row in the middle, each below what leads to it as far as the order can do that."""
    row.sort(key=lambda slot: mean(a.x + start for a, start in slot.above) if slot.above else width / 2)
    x = (width - _width(row)) / 2
    for slot in row:
        slot.x = x + slot.width / 2
        x += slot.width + _APART


def _top(row: int) -> float:
    return _MARGIN + row * (BOX[1] + _BELOW)


# --- lines and words ---------------------------------------------------------------------------


def _path(start: float, way: Sequence[_Slot]) -> str:
    """From the lower edge of the first slot to the upper edge of the last, upright at every slot."""
    x, y = way[0].x + start, _top(way[0].row) + BOX[1]
    path = f"M{x:g} {y:g}V{y + _STRAIGHT:g}"
    y += _STRAIGHT
    for slot in way[1:]:
        top = _top(slot.row)
        bend = (top - y) / 2
        end = slot.x + (start / 3 if slot is way[-1] else 0)
        path += f"C{x:g} {y + bend:g} {end:g} {top - bend:g} {end:g} {top:g}"
        x, y = end, top
        if slot is not way[-1]:
            y = top + BOX[1]
            path += f"V{y:g}"
    return f"{path}M{x - 4:g} {y - 7:g}L{x:g} {y - 1:g}L{x + 4:g} {y - 7:g}"


def _rates(slot: _Slot) -> Iterator[Rate]:
    """Beside the arrows of one box: of two, what belongs to the left one stands left of it."""
    assert slot.node is not None
    y = _top(slot.row) + BOX[1] + 15
    for rate, start in zip(slot.node.rates, _starts(len(slot.node.uses)), strict=False):
        side = -1 if start < 0 else 1
        text = f"×{rate}".replace("-", "−")
        yield Rate(
            text if len(text) <= _RATE else "×…", slot.x + start + 5 * side, y, "end" if side < 0 else "start"
        )


def _lines(node: Node) -> tuple[str, ...]:
    gradient = [f"gradient {node.found}"] if node.right else [f"gradient {node.found}", f"due {node.due}"]
    return tuple(map(_short, [node.made, f"data {node.data}", *gradient]))


def _short(line: str) -> str:
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"


def _caption(wrong: str) -> str:
    if not wrong:
        return "Going backward from the result: every gradient is right"
    return f"Going backward from the result, `{wrong}` is the first with a wrong gradient"


def _told(node: Node) -> str:
    due = "" if node.right else f", due {node.due}"
    return f"{node.made}: data {node.data}, gradient {node.found}{due}{_handed_on(node)}."


def _handed_on(node: Node) -> str:
    """What each arrow from the node says."""
    if not node.rates:
        return ""
    arrows = (f"times {rate} to {used}" for used, rate in zip(node.uses, node.rates, strict=False))
    return f"; handed on {' and '.join(arrows)}"
