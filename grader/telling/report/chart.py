"""A `Figure` as the geometry of a small line chart: no markup, only what a template has to draw.

A loss falls or grows by a factor in each step, which only a logarithmic scale shows. A figure may ask for
one, and gets it where its values span decades. What is 0 or less stands at the lower edge.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from grader.figures import Figure, Series
from grader.telling.report.axes import Tick, apart, decades, even, plain, power, side_by_side
from grader.telling.report.words import count, listed, number

WIDTH, HEIGHT = 420, 250
LEFT, RIGHT, TOP, BOTTOM = 58, 410, 28, 208  # the edges of the plot inside the picture
MOST = 200  # values of one line that are drawn and listed
_SPAN = 100  # times the smallest value is the largest, where a logarithmic scale says more
_DEEPEST = 1e-18  # of the largest value; below it, a picture shows zero
_KINDS = 4  # of lines that look different
_HUGE = 1e300  # beyond it, sums and differences overflow
_POWERS = 300  # of ten, that a float holds


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the chart; `kind` selects dashes, marker and colour."""

    kind: int
    name: str
    path: str
    markers: tuple[tuple[float, float], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a template needs to draw a figure and to tell it in words."""

    figure: Figure
    logarithmic: bool
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Curve, ...]
    description: str
    rows: tuple[tuple[str, ...], ...]
    cut: bool  # whether values beyond MOST are left out


def chart(figure: Figure) -> Chart | None:
    """The chart of `figure`, or None when it holds no finite number."""
    series = [Series(s.name, s.values[:MOST]) for s in figure.series]
    finite = [_clip(v) for s in series for v in s.values if math.isfinite(v)]
    if not finite:
        return None
    last = max(len(s.values) for s in series) - 1
    floor = _floor(finite) if figure.scale == "logarithmic" else None
    y_ticks, y_at = _even_scale(finite) if floor is None else _logarithmic_scale(floor, max(finite))
    steps = [v for v in even([0.0, float(last)], whole=True) if v <= last]
    return Chart(
        figure=figure,
        logarithmic=floor is not None,
        x_ticks=side_by_side([Tick(_x(v, last), f"{v:g}") for v in steps]),
        y_ticks=apart(y_ticks),
        lines=tuple(_line(kind, s, last, y_at, floor) for kind, s in enumerate(series)),
        description=_describe(figure, series),
        rows=_rows(series),
        cut=any(len(s.values) > MOST for s in figure.series),
    )


# --- scales ------------------------------------------------------------------------------------


def _clip(value: float) -> float:
    return max(-_HUGE, min(_HUGE, value))


def _floor(finite: Sequence[float]) -> float | None:
    """The lowest value of a logarithmic scale; None where an even one will do."""
    positive = [v for v in finite if v > 0]
    if not positive or max(positive) < _SPAN * min(positive):
        return None
    return max(min(positive), max(positive) * _DEEPEST)


def _even_scale(finite: Sequence[float]) -> tuple[list[Tick], Callable[[float], float]]:
    """Ticks, and where a value stands in the picture."""
    values = even([0.0, *map(_clip, finite)])
    at = _between(min(*values, *finite), max(*values, *finite))
    return [Tick(at(v), plain(v)) for v in values], at


def _logarithmic_scale(floor: float, top: float) -> tuple[list[Tick], Callable[[float], float]]:
    low, high = math.log10(floor), math.log10(top)
    powers = decades(low, high)
    at = _between(min(low, powers[0]), max(high, powers[-1]))
    ticks = [Tick(at(k), power(10.0**k)) for k in powers if abs(k) < _POWERS]
    return ticks, lambda v: at(math.log10(max(v, floor)))


def _between(low: float, high: float) -> Callable[[float], float]:
    return lambda value: round(BOTTOM - (_clip(value) - low) / (high - low) * (BOTTOM - TOP), 1)


def _x(step: float, last: int) -> float:
    return round(LEFT + 8 + step / max(last, 1) * (RIGHT - LEFT - 16), 1)


# --- lines and words ---------------------------------------------------------------------------


def _line(kind: int, series: Series, last: int, y_at: Callable[[float], float], floor: float | None) -> Curve:
    spots = [(_x(k, last), y_at(_clip(v))) if math.isfinite(v) else None for k, v in enumerate(series.values)]
    path, pen = "", "M"
    for spot in spots:
        path += f"{pen}{spot[0]} {spot[1]}" if spot else ""
        pen = "L" if spot else "M"  # a value that is no number leaves a gap
    markers = tuple(s for s in spots if s) if len(spots) <= 30 else ()
    notes = filter(None, (_gaps(series), _sunk(series, floor)))
    return Curve(kind % _KINDS, series.name, path, markers, "; ".join(notes))


def _sunk(series: Series, floor: float | None) -> str:
    """What a logarithmic scale cannot show of a line."""
    sunk = [k for k, v in enumerate(series.values) if floor is not None and v < floor]
    if not sunk:
        return ""
    word = "0" if all(series.values[k] >= 0 for k in sunk) else "0 or less"
    return f"{word} at the lower edge, first at {sunk[0]}"


def _gaps(series: Series) -> str:
    missing = [k for k, v in enumerate(series.values) if not math.isfinite(v)]
    if not missing:
        return ""
    if missing == list(range(missing[0], len(series.values))):
        return f"not a finite number from {missing[0]} on"
    return f"not a finite number at {listed(map(str, missing[:5]))}{' and more' if missing[5:] else ''}"


def _describe(figure: Figure, series: Sequence[Series]) -> str:
    return f"{figure.y_label} over {figure.x_label}. " + " ".join(map(_describe_series, series))


def _describe_series(series: Series) -> str:
    finite = [v for v in series.values if math.isfinite(v)]
    if not finite:
        return f"{series.name}: no numbers."
    gaps = f", {_gaps(series)}" if _gaps(series) else ""
    ends = f"starts at {number(finite[0])} and ends at {number(finite[-1])}"
    return f"{series.name}: {count(len(series.values), 'value')}, {ends}{_trend(finite)}{gaps}."


def _trend(values: Sequence[float]) -> str:
    """How a line goes, where that can be said in a word."""
    steps = [(after > before) - (after < before) for before, after in pairwise(values)]
    said = {1: "rises in every step", -1: "falls in every step", 0: "never changes"}
    return f", {said[steps[0]]}" if len(set(steps)) == 1 else ""


def _rows(series: Sequence[Series]) -> tuple[tuple[str, ...], ...]:
    """The table of the chart: the step, then each line's value there; empty where a line has ended."""
    columns = [[number(v) for v in s.values] for s in series]
    return tuple((str(k), *row) for k, row in enumerate(zip_longest(*columns, fillvalue="")))
