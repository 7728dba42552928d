"""Values of the model as JSON, and back: what is read is checked down to the last leaf.

The fields of the frozen classes are the schema. Keys stand in their order, and numbers have ten significant
digits, so equal values give equal bytes.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from grader import text
from grader.errors import UsageError
from grader.figures import Series, Stroke

_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
_HINT = "grade this submission again to get a whole record"

# --- model → JSON ------------------------------------------------------------------------------


def encode(value: Any) -> Any:
    """What stands for a value in JSON."""
    match value:
        case Series():
            return {"name": encode(value.name), "values": [_finite(v) for v in value.values]}
        case Stroke():
            spots = [[_finite(number) for number in spot] for spot in value.spots]
            return {"name": encode(value.name), "kind": value.kind, "spots": spots}
        case str():
            # Not every JSON reader accepts a lone surrogate, so it becomes text before it gets there.
            return value.encode("utf-8", "backslashreplace").decode()
        case float():
            return _rounded(value)
        case tuple():
            return [encode(v) for v in value]
        case _ if is_dataclass(value):
            return {f.name: encode(getattr(value, f.name)) for f in fields(value) if _said(value, f)}
    return value


def _said(value: Any, field: Field[Any]) -> bool:
    """Whether a field stands in the record: some do only where they say something."""
    return "unless" not in field.metadata or getattr(value, field.name) != field.metadata["unless"]


def _finite(value: float) -> float | None:
    return _rounded(float(value)) if math.isfinite(value) else None


def _rounded(value: float) -> float:
    return float(f"{value:.10g}") + 0.0  # + 0.0 turns -0.0 into 0.0


# --- JSON → model ------------------------------------------------------------------------------


def parse(data: bytes) -> Any:
    """What the bytes of a record hold; UsageError where they are no JSON, or not only in one way."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"this is no grade.json: {error}", _HINT) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return table


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def decode(kind: Any, value: Any, where: str) -> Any:
    """`value` as an instance of the type `kind`, checked down to the last leaf."""
    is_one_of_ours, origin, inner = _shape(kind)
    if is_one_of_ours:
        return (
            value if type(value) is kind else _dataclass(kind, an_object(value, where or "the record"), where)
        )
    if origin is tuple:
        return _tuple(inner, value, where)
    if origin is UnionType:
        return None if value is None else decode(_fitting(inner, value), value, where)
    if origin is Literal:
        return value if value in inner else wrong(where, " or ".join(map(repr, inner)), value)
    return _leaf(kind, value, where)


def _fitting(kinds: tuple[Any, ...], value: Any) -> Any:
    """The first of several types whose fields `value` has; the first one where none fits."""
    known = value.keys() if isinstance(value, dict) else set()
    tables: list[Any] = [kind for kind in kinds if is_dataclass(kind)]
    return next((kind for kind in tables if known <= _types(kind).keys()), kinds[0])


def _dataclass(kind: Any, table: Mapping[str, Any], where: str) -> Any:
    types = _types(kind)
    for name in table:
        if name not in types:
            wrong(where or "the record", f"an object of {', '.join(types)}", {name: table[name]})
    for name in _needed(kind):
        if name not in table:
            wrong(_path(where, name), "there", None)
    return kind(**{name: decode(types[name], value, _path(where, name)) for name, value in table.items()})


@cache
def _shape(kind: Any) -> tuple[bool, Any, tuple[Any, ...]]:
    """Whether a type is a class of the model, what it is a collection of, and its parts."""
    return is_dataclass(kind), get_origin(kind), get_args(kind)


@cache
def _needed(kind: Any) -> list[str]:
    """The fields that have to be there. By others the schema can grow without a new number."""
    return [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]


@cache
def _types(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _path(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _tuple(kinds: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        wrong(where, "a list", value)
    if kinds[0] is float:  # the numbers of a figure, where null stands for "not a finite number"
        if kinds[-1] is float and len(value) != len(kinds):
            wrong(where, f"a list of {len(kinds)} numbers", value)
        value = [math.nan if v is None else _leaf(float, v, f"{where}[{i}]") for i, v in enumerate(value)]
        return tuple(value)
    each = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
    return tuple(decode(k, v, f"{where}[{i}]") for i, (k, v) in enumerate(zip(each, value, strict=True)))


def _leaf(kind: Any, value: Any, where: str) -> Any:
    if kind is float and type(value) is int and abs(value) < 1 << 1023:
        value = float(value)
    if type(value) is not kind or (kind is float and not math.isfinite(value)):
        wrong(where, _KINDS[kind], value)
    return value


def an_object(value: Any, where: str) -> dict[str, Any]:
    """`value`, which has to be an object of JSON."""
    return dict(value) if isinstance(value, dict) else wrong(where, "an object", value)


def wrong(where: str, expected: str, came: object) -> NoReturn:
    """Say what is wrong with a record, and where in it."""
    found = "nothing" if came is None else text.one_line(repr(came))
    raise UsageError(f"grade.json: {where} should be {expected}, but there is {found}", _HINT)
