"""A `Figure` as the geometry of a small line chart: no markup, only what a template has to draw.

Loss curves end near zero or explode. A curve that leaves the range of its start by far is drawn on
an asinh scale: linear near zero, logarithmic far from it, and defined for every finite number.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from grader.figures import Figure, Series
from grader.telling.report.axes import TINY, Tick, apart, even, plain, power
from grader.telling.report.words import count, listed, number

WIDTH, HEIGHT = 420, 250
LEFT, RIGHT, TOP, BOTTOM = 58, 410, 28, 208  # the edges of the plot inside the picture
MOST = 200  # values of one line that are drawn and listed
_EXPLODES = 30  # times the largest starting value
_KINDS = 4  # of lines that look different
_HUGE = 1e300  # beyond it, sums and differences overflow


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
    explodes: bool
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
    start = _start(series)
    explodes = max(map(abs, finite)) > _EXPLODES * start
    values = _decades(finite, start / 10) if explodes else even([0.0, *finite])
    y_at = _y_scale([*values, *finite], start / 10 if explodes else None)
    steps = [v for v in even([0.0, float(last)], whole=True) if v <= last]
    label = power if explodes else plain
    return Chart(
        figure=figure,
        explodes=explodes,
        x_ticks=tuple(Tick(_x(v, last), f"{v:g}") for v in steps),
        y_ticks=apart([Tick(y_at(v), label(v)) for v in values]),
        lines=tuple(_line(kind, s, last, y_at) for kind, s in enumerate(series)),
        description=_describe(figure, series),
        rows=_rows(series),
        cut=any(len(s.values) > MOST for s in figure.series),
    )


# --- scales ------------------------------------------------------------------------------------


def _start(series: Sequence[Series]) -> float:
    """The size of the numbers that the curves start with."""
    start = max((abs(_clip(v)) for s in series for v in s.values[:1] if math.isfinite(v)), default=0.0)
    return start if start > TINY else 1.0


def _clip(value: float) -> float:
    return max(-_HUGE, min(_HUGE, value))


def _decades(values: Sequence[float], unit: float) -> list[float]:
    """Zero, and about five powers of ten on each side that has values there."""
    first = math.ceil(math.log10(unit))
    ticks = [0.0]
    for sign in (1, -1):
        reach = max((sign * v for v in values if sign * v > 0), default=0.0)
        last = math.floor(math.log10(reach)) if reach else first - 1
        every = max(1, math.ceil((last - first + 1) / 5))
        ticks += [sign * 10.0**k for k in range(first, last + 1, every)]
    return sorted(ticks)


def _y_scale(values: Sequence[float], unit: float | None) -> Callable[[float], float]:
    """Where a value stands in the picture; `unit` is where an asinh scale turns logarithmic."""

    def bent(value: float) -> float:
        return _clip(value) if unit is None else math.asinh(_clip(value) / unit)

    low, high = bent(min(values)), bent(max(values))
    return lambda value: round(BOTTOM - (bent(value) - low) / (high - low) * (BOTTOM - TOP), 1)


def _x(step: float, last: int) -> float:
    return round(LEFT + 8 + step / max(last, 1) * (RIGHT - LEFT - 16), 1)


# --- lines and words ---------------------------------------------------------------------------


def _line(kind: int, series: Series, last: int, y_at: Callable[[float], float]) -> Curve:
    spots = [(_x(k, last), y_at(v)) if math.isfinite(v) else None for k, v in enumerate(series.values)]
    path, pen = "", "M"
    for spot in spots:
        path += f"{pen}{spot[0]} {spot[1]}" if spot else ""
        pen = "L" if spot else "M"  # a value that is no number leaves a gap
    markers = tuple(s for s in spots if s) if len(spots) <= 30 else ()
    return Curve(kind % _KINDS, series.name, path, markers, _gaps(series))


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
    return f"{series.name}: {count(len(series.values), 'value')}, {ends}{gaps}."


def _rows(series: Sequence[Series]) -> tuple[tuple[str, ...], ...]:
    """The table of the chart: the step, then each line's value there; empty where a line has ended."""
    columns = [[number(v) for v in s.values] for s in series]
    return tuple((str(k), *row) for k, row in enumerate(zip_longest(*columns, fillvalue="")))
