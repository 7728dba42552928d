"""What is drawn beside words: a student's graph, a curve, a picture in a plane. Values only."""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Node:
    """One Value of a student's graph after going backward. The texts are what a check found there."""

    name: str
    made: str  # how, as one types it: "c = a * b"
    uses: tuple[str, ...]  # the nodes it was made of, as often as they were used
    data: str
    found: str  # its gradient
    due: str  # what that should be
    right: bool
    # How fast it grows with each of `uses`: what a gradient is multiplied by on its way there.
    rates: tuple[str, ...] = field(default=(), metadata={"unless": ()})


@dataclass(frozen=True, slots=True)
class Series:
    """One named line of a figure; `values[k]` is the value at step k."""

    name: str  # "expected" or "yours" …
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A small line chart that belongs to an exercise, e.g. the loss curve of `train`."""

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    # A logarithmic scale is drawn only where the values span decades.
    scale: Literal["even", "logarithmic"] = field(default="even", metadata={"unless": "even"})


@dataclass(frozen=True, slots=True)
class Stroke:
    """One thing that is drawn in a plane, through or at its `spots` (x, y).

    A `level` is a thin line with its name on it, a `line` a plain one, a `curve` the one that the others are
    about; a `path` shows where each step led; `points` are apart from each other, as is a `goal`, a cross.
    """

    name: str
    kind: Literal["level", "curve", "line", "path", "points", "goal"]
    spots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Plane:
    """A picture with two axes of numbers, e.g. the map of a loss with a path on it.

    `window` is what of the plane is shown, (left, right, bottom, top); by default all of it.
    """

    title: str
    x_label: str
    y_label: str
    strokes: tuple[Stroke, ...]
    scale: Literal["free", "equal", "logarithmic"] = "free"  # equal: both axes have one scale
    window: tuple[float, ...] = ()
