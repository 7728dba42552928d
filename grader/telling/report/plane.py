"""A `Plane` as the geometry of a picture: no markup, only what a template has to draw, in picture units.

What leaves the window is cut at its edge, and said in words: a path that explodes still tells the truth.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from grader.figures import Plane, Stroke
from grader.telling.report.axes import (
    HIGH,
    TINY,
    Tick,
    apart,
    decades,
    even,
    plain,
    power,
    side_by_side,
    width,
)
from grader.telling.report.words import count, listed, number

WIDTH, LEFT, RIGHT, TOP = 420, 58, 410, 28
_USUAL, _HIGHEST = 190, 330  # height of the plot, and of one whose axes have one scale
_MARKED = 60  # spots of a path that get a marker each
_HUGE = 1e300  # beyond it, differences overflow
_POWERS = 300  # of ten, that a float holds
_CLEAR = 9  # between the name of a level and a spot, at least

Spot = tuple[float, float]
_Taken = tuple[float, float, float]  # the middle of something, and half of its width


@dataclass(frozen=True, slots=True)
class Drawn:
    """One stroke; `look` chooses dashes, marker and colour, `label` is where a level's name stands."""

    kind: str
    look: int
    name: str
    path: str
    markers: tuple[Spot, ...]
    label: Spot | None
    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a template needs to draw a plane and to tell it in words."""

    plane: Plane
    bottom: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    levels: tuple[Drawn, ...]
    strokes: tuple[Drawn, ...]
    description: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The window, in the numbers of its axes (logarithms of them where it is logarithmic), and its place."""

    low: Spot
    high: Spot
    origin: Spot  # of `low`, in the picture
    unit: Spot  # picture units for 1 along each axis

    def place(self, spot: Spot) -> Spot:
        x, y = (
            self.origin[k] + sign * (spot[k] - self.low[k]) * self.unit[k] for k, sign in ((0, 1), (1, -1))
        )
        return round(x, 1), round(y, 1)

    def holds(self, spot: Spot) -> bool:
        return all(math.isfinite(spot[k]) and self.low[k] <= spot[k] <= self.high[k] for k in (0, 1))


def picture(plane: Plane) -> Picture | None:
    """The picture of `plane`, or None when it holds no finite number."""
    log = plane.scale == "logarithmic"
    strokes = [(stroke, [_bent(spot, log) for spot in stroke.spots]) for stroke in plane.strokes]
    finite = [spot for _, spots in strokes for spot in spots if all(map(math.isfinite, spot))]
    if not finite:
        return None
    frame = _frame(plane, finite)
    shown = [stroke for stroke in strokes if stroke[0].kind != "level"]
    levels = [stroke for stroke in strokes if stroke[0].kind == "level"]
    taken = [(*frame.place(spot), 0.0) for _, spots in shown for spot in spots if frame.holds(spot)]
    return Picture(
        plane=plane,
        bottom=frame.origin[1],
        x_ticks=side_by_side([*_ticks(frame, 0, log)]),
        y_ticks=apart([*_ticks(frame, 1, log)]),
        levels=tuple(_level(stroke, spots, frame, taken) for stroke, spots in levels),
        strokes=tuple(_drawn(look, *each, frame) for look, each in zip(_looks(shown), shown, strict=True)),
        description=_described(plane),
        rows=tuple(_rows(plane)),
    )


# --- the frame ---------------------------------------------------------------------------------


def _bent(spot: Spot, log: bool) -> Spot:
    x, y = ((_logarithm if log else _drawable)(value) for value in spot)
    return x, y


def _logarithm(value: float) -> float:
    return math.log10(value) if 0 < value < math.inf else math.nan


def _drawable(value: float) -> float:
    return max(-_HUGE, min(_HUGE, value)) if math.isfinite(value) else math.nan


def _frame(plane: Plane, finite: Sequence[Spot]) -> _Frame:
    if plane.window:
        left, right, bottom, top = plane.window
    else:
        (left, right), (bottom, top) = (_around([spot[k] for spot in finite]) for k in (0, 1))
    wide, high = right - left, top - bottom
    across, upward = (RIGHT - LEFT) / wide, _USUAL / high
    if plane.scale == "equal":
        across = upward = min(across, _HIGHEST / high)
    middle = (LEFT + RIGHT - across * wide) / 2
    return _Frame((left, bottom), (right, top), (middle, TOP + upward * high), (across, upward))


def _around(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    size = max(abs(low), abs(high))
    # Spots that are as good as one have some plane around them, too.
    margin = max((high - low) / 20 if high - low > size / 1e6 else size / 10, TINY)
    return low - margin, high + margin


def _ticks(frame: _Frame, axis: int, log: bool) -> Iterator[Tick]:
    low, high = frame.low[axis], frame.high[axis]
    for value in decades(low, high) if log else even([low, high]):
        if low <= value <= high and not (log and abs(value) > _POWERS):
            at = frame.place((value, value))[axis]
            yield Tick(at, power(10.0**value) if log else plain(value))


# --- strokes -----------------------------------------------------------------------------------


def _looks(strokes: Sequence[tuple[Stroke, Any]]) -> Iterator[int]:
    """Look 0 for what a student's is held against, 1 to 3 for everything else, in order."""
    others = 0
    for stroke, _ in strokes:
        held_against = stroke.kind in ("curve", "points", "goal") or "expected" in stroke.name
        yield 0 if held_against else 1 + others % 3
        others += not held_against


def _drawn(look: int, stroke: Stroke, spots: Sequence[Spot], frame: _Frame) -> Drawn:
    apart = stroke.kind in ("points", "goal")
    marked = apart or (stroke.kind == "path" and len(spots) <= _MARKED)
    return Drawn(
        kind=stroke.kind,
        look=look,
        name=stroke.name,
        path="" if apart else _path(spots, frame),
        markers=tuple(frame.place(spot) for spot in spots if frame.holds(spot)) if marked else (),
        label=None,
        note=_note(stroke, spots, frame),
    )


def _level(stroke: Stroke, spots: Sequence[Spot], frame: _Frame, taken: list[_Taken]) -> Drawn:
    """A level with its name where most room is; that place is `taken` for the next one."""
    wide = width(stroke.name) / 2
    inside = [frame.place(spot) for spot in spots if frame.holds(spot)]
    inside = [
        (x, y)
        for x, y in inside
        if LEFT + wide < x < RIGHT - wide and TOP + HIGH / 2 < y < frame.origin[1] - HIGH / 2
    ]
    free = [spot for spot in inside if all(_clear(spot, wide, other) for other in taken)]
    label = max(free, key=lambda spot: _loneliness(spot, taken), default=None)
    if label is not None:
        taken.append((*label, wide))
    return Drawn("level", 0, stroke.name, _path(spots, frame), (), label, "")


def _loneliness(spot: Spot, taken: Sequence[_Taken]) -> float:
    return min((math.dist(spot, other[:2]) for other in taken), default=0.0)


def _clear(spot: Spot, wide: float, other: _Taken) -> bool:
    """Whether a name around `spot` touches nothing of `other`: a name as well, or a spot of no width."""
    x, y, other_wide = other
    high = HIGH if other_wide else HIGH / 2 + _CLEAR
    return abs(spot[0] - x) >= wide + (other_wide or _CLEAR) or abs(spot[1] - y) >= high


def _path(spots: Sequence[Spot], frame: _Frame) -> str:
    """The way through the spots, as far as it is inside; what is no number leaves a gap."""
    path, pen = "", None
    for start, end in pairwise(spots):
        part = _inside(start, end, frame)
        if part is not None:
            (x, y), (to_x, to_y) = map(frame.place, part)
            path += f"L{to_x} {to_y}" if pen == (x, y) else f"M{x} {y}L{to_x} {to_y}"
            pen = to_x, to_y
    return path


def _inside(start: Spot, end: Spot, frame: _Frame) -> tuple[Spot, Spot] | None:
    """The part of a straight line that is in the window (Liang and Barsky); None where nothing is."""
    if not all(map(math.isfinite, (*start, *end))):
        return None
    first, last = 0.0, 1.0
    for low, high, at, to in zip(frame.low, frame.high, start, end, strict=True):
        if at == to:
            if not low <= at <= high:
                return None
            continue
        enters, leaves = sorted(((low - at) / (to - at), (high - at) / (to - at)))
        first, last = max(first, enters), min(last, leaves)
    return (_along(start, end, first, frame), _along(start, end, last, frame)) if first <= last else None


def _along(start: Spot, end: Spot, share: float, frame: _Frame) -> Spot:
    x, y = (
        max(low, min(high, at + share * (to - at)))  # rounding must not lead out again
        for low, high, at, to in zip(frame.low, frame.high, start, end, strict=True)
    )
    return x, y


# --- words and numbers -------------------------------------------------------------------------


def _note(stroke: Stroke, spots: Sequence[Spot], frame: _Frame) -> str:
    """What the picture cannot show of a stroke."""
    lost = [k for k, spot in enumerate(spots) if not all(map(math.isfinite, spot))]
    if lost:
        return f"no finite number from {lost[0]} on" if lost[-1] == len(spots) - 1 else "with gaps"
    outside = [k for k, spot in enumerate(spots) if not frame.holds(spot)]
    if stroke.kind not in ("path", "points") or not outside:
        return ""
    return (
        f"{count(len(outside), 'spot')} outside of the picture, the first {_told(stroke.spots[outside[0]])}"
    )


def _described(plane: Plane) -> str:
    levels = [stroke.name for stroke in plane.strokes if stroke.kind == "level"]
    drawn = f"Lines at {listed(dict.fromkeys(levels))}. " if levels else ""
    others = [_described_stroke(stroke) for stroke in plane.strokes if stroke.kind != "level"]
    return f"{plane.y_label} over {plane.x_label}. {drawn}{' '.join(others)}"


def _described_stroke(stroke: Stroke) -> str:
    if not stroke.spots:
        return f"{stroke.name}: nothing to draw."
    first, last = _told(stroke.spots[0]), _told(stroke.spots[-1])
    if len(stroke.spots) == 1:
        return f"{stroke.name}: at {first}."
    if stroke.kind == "curve":
        lowest = min(stroke.spots, key=lambda spot: spot[1])
        return f"{stroke.name}: a curve from {first} to {last}, lowest at {_told(lowest)}."
    return f"{stroke.name}: {count(len(stroke.spots), 'spot')} from {first} to {last}."


def _told(spot: Spot) -> str:
    return f"({', '.join(map(number, spot))})"


def _rows(plane: Plane) -> Iterator[tuple[str, ...]]:
    """The table of the picture: whose spot it is, its number, and the two numbers."""
    for stroke in plane.strokes:
        if stroke.kind not in ("level", "curve"):
            for k, spot in enumerate(stroke.spots):
                yield stroke.name, str(k), *map(number, spot)
