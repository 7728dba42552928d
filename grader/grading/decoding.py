"""JSON → values of the model, checked down to the last leaf; the other end of `grader.grading.record`.

Each type has a reader, made once, which takes what fits it and cannot say what is wrong. So where one does
not fit, the same is read once more, step by step, by `_slowly`, which can.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, get_args, get_origin, get_type_hints

from grader import text
from grader.errors import UsageError

HINT = "grade this submission again to get a whole record"
_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
_HUGE = 1 << 1023

_Reader = Callable[[Any], Any]


class _OddError(Exception):
    """Something does not fit its type."""


def parse(data: bytes) -> Any:
    """The JSON in a record, without the freedoms that Python takes."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"this is no grade.json: {error}", HINT) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return table


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def decode(kind: Any, value: Any, where: str) -> Any:
    """`value` as an instance of the type `kind`. UsageError, saying where, for what is none."""
    try:
        return _reader(kind)(value)
    except (_OddError, TypeError, KeyError, ValueError, OverflowError):
        return _slowly(kind, value, where)


# --- what fits ---------------------------------------------------------------------------------


@cache
def _reader(kind: Any) -> _Reader:
    is_one_of_ours, origin, inner = _shape(kind)
    if is_one_of_ours:
        return _reader_of_class(kind)
    if origin is tuple:
        return _reader_of_tuple(inner)
    if origin is UnionType:
        return lambda value: None if value is None else _reader(_fitting(inner, value))(value)
    if origin is Literal:
        return lambda value: value if value in inner else _odd()
    return _reader_of_leaf(kind)


def _reader_of_class(kind: Any) -> _Reader:
    readers = {name: _reader(of) for name, of in _types(kind).items()}

    def read(value: Any) -> Any:
        if type(value) is not dict:
            return value if type(value) is kind else _odd()
        return kind(**{name: readers[name](each) for name, each in value.items()})

    return read


def _reader_of_tuple(kinds: tuple[Any, ...]) -> _Reader:
    if kinds[0] is float:
        return _reader_of_numbers(len(kinds) if kinds[-1] is float else None)
    readers = [_reader(kind) for kind in kinds if kind is not Ellipsis]
    if kinds[-1] is Ellipsis:
        return lambda value: (*map(readers[0], value),) if type(value) is list else _odd()

    def read(value: Any) -> Any:
        if type(value) is not list:
            _odd()
        return tuple([each(part) for each, part in zip(readers, value, strict=True)])

    return read


def _reader_of_numbers(count: int | None) -> _Reader:
    """The numbers of a figure, where null stands for "not a finite number"."""

    def read(value: Any) -> Any:
        if type(value) is not list or count not in (None, len(value)):
            _odd()
        return tuple([math.nan if each is None else _finite(each) for each in value])

    return read


def _reader_of_leaf(kind: Any) -> _Reader:
    if kind is float:
        return _finite
    return lambda value: value if type(value) is kind else _odd()


def _finite(value: Any) -> float:
    if type(value) is float and math.isfinite(value):
        return value
    return float(value) if type(value) is int and abs(value) < _HUGE else _odd()


def _odd() -> NoReturn:
    raise _OddError


# --- what does not -----------------------------------------------------------------------------


def _slowly(kind: Any, value: Any, where: str) -> Any:
    is_one_of_ours, origin, inner = _shape(kind)
    if is_one_of_ours:
        return (
            value if type(value) is kind else _dataclass(kind, an_object(value, where or "the record"), where)
        )
    if origin is tuple:
        return _tuple(inner, value, where)
    if origin is UnionType:
        return None if value is None else _slowly(_fitting(inner, value), value, where)
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
    return kind(**{name: _slowly(types[name], value, _path(where, name)) for name, value in table.items()})


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
    return tuple(_slowly(k, v, f"{where}[{i}]") for i, (k, v) in enumerate(zip(each, value, strict=True)))


def _leaf(kind: Any, value: Any, where: str) -> Any:
    if kind is float and type(value) is int and abs(value) < _HUGE:
        value = float(value)
    if type(value) is not kind or (kind is float and not math.isfinite(value)):
        wrong(where, _KINDS[kind], value)
    return value


def an_object(value: Any, where: str) -> dict[str, Any]:
    """A copy of `value`, which has to be an object."""
    return dict(value) if isinstance(value, dict) else wrong(where, "an object", value)


def wrong(where: str, expected: str, came: object) -> NoReturn:
    """The UsageError that says where in a record something else should be."""
    found = "nothing" if came is None else text.one_line(repr(came))
    raise UsageError(f"grade.json: {where} should be {expected}, but there is {found}", HINT)
