"""What stands along the axes of a picture: round numbers, written short enough for the margin."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

TINY = 1e-9  # below it, a picture shows zero
HIGH, _WIDE = 17, 9.5  # of a letter on a phone, in picture units
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis, in picture units."""

    at: float
    label: str


def even(values: Sequence[float], whole: bool = False) -> list[float]:
    """About five even, round ticks around `values`."""
    low, high = min(values), max(values)
    rough = (high - low) / 5 if high - low > TINY else 1.0
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(m * magnitude for m in (1, 2, 5, 10) if m * magnitude >= rough * 0.999)
    step = max(step, 1.0) if whole else step
    first, last = math.floor(low / step), math.ceil(high / step - 1e-9)
    return [step * k for k in range(first, max(last, first + 1) + 1)]


def decades(low: float, high: float) -> list[float]:
    """About six whole numbers around `low` and `high`, for the powers of ten along an axis."""
    every = max(1, math.ceil((high - low) / 6))
    return [float(every * k) for k in range(math.floor(low / every), math.ceil(high / every) + 1)]


def plain(value: float) -> str:
    """A tick of an even scale, short enough for the margin: 0.5, −2e300."""
    return re.sub(r"e\+?(-?)0*", r"e\1", f"{value:g}").replace("-", "−")


def power(value: float) -> str:
    """A power of ten as people write it: 100, 10⁶."""
    if value == 0:
        return "0"
    exponent = round(math.log10(abs(value)))
    sign = "−" if value < 0 else ""
    if -3 < exponent < 4:
        return f"{sign}{abs(value):g}"
    return f"{sign}10{str(exponent).translate(_SUPERSCRIPT)}"


def apart(ticks: Sequence[Tick], room: float = HIGH) -> tuple[Tick, ...]:
    """The ticks of an upright axis without those whose labels would touch; zero always stays."""
    return _apart(ticks, lambda one, other: room)


def side_by_side(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """The ticks of a level axis without those whose labels would touch; zero always stays."""
    return _apart(ticks, lambda one, other: (width(one.label) + width(other.label)) / 2 + 6)


def _apart(ticks: Sequence[Tick], room: Callable[[Tick, Tick], float]) -> tuple[Tick, ...]:
    kept: list[Tick] = []
    for tick in sorted(ticks, key=lambda t: t.label != "0"):
        if all(abs(tick.at - other.at) >= room(tick, other) for other in kept):
            kept.append(tick)
    return tuple(kept)


def width(label: str) -> float:
    """About how wide a label is on a phone, where letters are largest."""
    return _WIDE * len(label)
