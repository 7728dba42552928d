"""Values of the model → the text of their JSON; the other end of `grader.grading.decoding`.

The same text as `json.dumps(…, indent=1, ensure_ascii=False)` gives, which takes four times as long: with an
indent it is written in Python, and it has to look at everything once more.
"""

import math
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from json.encoder import encode_basestring as quoted
from typing import Any

from grader.figures import Series, Stroke

_ALWAYS = object()  # of a field that stands in every record


def encode(value: Any, margin: str = "\n") -> str:
    """The JSON of a value. `margin` is a line end with the blanks before the line. ValueError for NaN."""
    kind = type(value)
    if kind is str:
        return quoted(value if value.isascii() else _writable(value))
    if kind is float:
        return _number(value)
    if kind is tuple:
        deeper = f"{margin} "
        return _brackets("[]", [encode(each, deeper) for each in value], margin)
    if kind in _FIGURES:
        return encode_table(_FIGURES[kind](value), margin)
    if is_dataclass(kind):
        said = ((name, getattr(value, name), unless) for name, unless in _fields(kind))
        return encode_table({n: v for n, v, unless in said if unless is _ALWAYS or v != unless}, margin)
    return _plain(value, margin)


def encode_table(table: dict[str, Any], margin: str = "\n") -> str:
    """The JSON of an object with these values."""
    deeper = f"{margin} "
    return _brackets("{}", [f"{quoted(k)}: {encode(v, deeper)}" for k, v in table.items()], margin)


def _brackets(pair: str, parts: Iterable[str], margin: str) -> str:
    inside = f",{margin} ".join(parts)
    return f"{pair[0]}{margin} {inside}{margin}{pair[1]}" if inside else pair


def _plain(value: Any, margin: str) -> str:
    if value is None or type(value) is bool:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, str):
        return encode(str.__str__(value))
    if isinstance(value, float):
        return encode(float(value))
    if isinstance(value, dict):
        return encode_table(value, margin)
    raise ValueError(f"there is no JSON for {type(value).__name__}")


def _writable(value: str) -> str:
    """Not every JSON reader accepts a lone surrogate, so it becomes text before it gets there."""
    return value.encode("utf-8", "backslashreplace").decode()


@cache
def _fields(kind: Any) -> list[tuple[str, Any]]:
    """The fields of a class, and for which value each says nothing and does not stand in the record."""
    return [(f.name, f.metadata.get("unless", _ALWAYS)) for f in fields(kind)]


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError("a number is not finite")
    return repr(_rounded(value))


def _rounded(value: float) -> float:
    return float(f"{value:.10g}") + 0.0  # + 0.0 turns -0.0 into 0.0


def _finite(values: Iterable[float]) -> tuple[float | None, ...]:
    """The numbers of a figure, in which null stands for one that is not finite."""
    return tuple(float(value) if math.isfinite(value) else None for value in values)


_FIGURES: dict[Any, Any] = {
    Series: lambda series: {"name": series.name, "values": _finite(series.values)},
    Stroke: lambda stroke: {
        "name": stroke.name,
        "kind": stroke.kind,
        "spots": tuple(map(_finite, stroke.spots)),
    },
}
