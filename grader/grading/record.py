"""`grade.json`, the one record of a graded submission: every report, export and gradebook reads it alone.

The fields of `grader.model.Grade` are the schema. The same grade always gives the same bytes: keys
stand in the model's order, numbers have ten significant digits, and nothing tells the time.
"""

import json
import math
import os
import secrets
import sys
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from grader import text
from grader.errors import UngradedError, UsageError
from grader.figures import Series, Stroke
from grader.model import CheckResult, ExerciseResult, Grade
from grader.telling import cause

_Shared = TypeVar("_Shared")

SCHEMA = "learning-loop/grade/1"
_HINT = "grade this submission again to get a whole record"
# What a summary leaves out, as JSON and as the model has it.
_DETAILS: dict[str, dict[str, Any]] = {
    "exercises": {"figures": [], "remarks": []},
    "written": {"text": "", "prompt": "", "comment": ""},
}
_NO_DETAILS: dict[str, Any] = {"figures": (), "remarks": (), "hint": ""}
_NO_TEXTS: dict[str, Any] = {"text": "", "prompt": "", "comment": ""}
_OF_A_CHECK = ("name", "title", "status", "points", "max_points")
_KINDS = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}


def dumps(grade: Grade) -> bytes:
    """The bytes of grade.json; UngradedError if one of the points is no finite number."""
    table = {"schema": SCHEMA, **_encode(grade)}
    done = [_encode(milestone) for milestone in grade.done]
    table["done"] = {name: shown for name, _, shown in done}
    table["done_titles"] = {name: title for name, title, _ in done}
    try:
        written = json.dumps(table, indent=1, ensure_ascii=False, allow_nan=False)
    except ValueError:
        who = text.one_line(grade.student.id)
        raise UngradedError(f"the points of {who} are not all finite numbers", "please report this") from None
    return f"{written}\n".encode()


def loads(data: bytes) -> Grade:
    """The grade that `data` records; UsageError, saying where, if it is anything but a record of ours."""
    return _grade(_object(_parse(data), "the record"))


def summary(data: bytes) -> Grade:
    """As `loads`, but nothing that only the student's own report shows: a class has many of these.

    Of checks only how they ended (`grader.telling.cause.bare`); no figures, remarks, hints and milestones, no
    texts of answers, no digest of the submission.
    """
    table = _object(_parse(data), "the record")
    for results, details in _DETAILS.items():
        for result in _objects(table.get(results)):
            result.update(details)
            if isinstance(checks := result.get("checks"), list):
                result["checks"] = [*map(_bare, checks)]
    return summary_of(_grade(table))


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _bare(check: Any) -> Any:
    """A check of a summary. A class has very many of them, and few that differ, so each is read once."""
    try:
        known = tuple(check[name] for name in _OF_A_CHECK)
        return _bare_check(known, check["message"] if cause.is_about_a_file(check["title"]) else "")
    except (TypeError, KeyError):
        return check  # it is none of ours, as whoever decodes it says


@lru_cache(maxsize=4096)
def _bare_check(known: tuple[Any, ...], message: str) -> CheckResult:
    table = dict(zip(_OF_A_CHECK, known, strict=True))
    return cause.bare(_decode(CheckResult, {**table, "message": message}, "a check"))


def summary_of(grade: Grade) -> Grade:
    """The same of a grade at hand."""
    return replace(
        grade,
        lesson=sys.intern(grade.lesson),
        lesson_title=sys.intern(grade.lesson_title),
        exercises=tuple(map(_bare_exercise, grade.exercises)),
        written=tuple(_shared(replace(w, **_NO_TEXTS)) for w in grade.written),
        done=(),
        remarks=(),
        provenance=_shared(replace(grade.provenance, submission="")),
    )


def _bare_exercise(result: ExerciseResult) -> ExerciseResult:
    known = result.diagnosis and replace(result.diagnosis, line=None)
    checks = tuple(map(cause.bare, result.checks))
    given = result.given and replace(result.given, comment="")
    bare: ExerciseResult = _shared(
        replace(result, checks=checks, diagnosis=known, given=given, **_NO_DETAILS)
    )
    return bare


@lru_cache(maxsize=4096)
def _shared(value: _Shared) -> _Shared:
    """One object for all that are equal: most of a class have the same result in an exercise."""
    return value


def _grade(table: dict[str, Any]) -> Grade:
    schema = table.pop("schema", None)
    if schema != SCHEMA:
        _wrong("schema", repr(SCHEMA), schema)
    table["done"] = _done(table)
    grade: Grade = _decode(Grade, table, "")
    if (grade.status == "graded") != (grade.points is not None):
        _wrong("points", "a number exactly when the status is 'graded'", grade.points)
    return grade


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`; readers see the old file or the new one, never a part. UsageError if it fails."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # or a power cut could leave the new name with no content
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        hint = "check that the folder exists, can be written and has space left, then run the command again"
        raise UsageError(f"{path} could not be written: {error.strerror}", hint) from error
    except BaseException:  # Ctrl-C in the middle leaves nothing behind
        part.unlink(missing_ok=True)
        raise


# --- model → JSON ------------------------------------------------------------------------------


def _encode(value: Any) -> Any:
    match value:
        case Series():
            return {"name": _encode(value.name), "values": [_finite(v) for v in value.values]}
        case Stroke():
            spots = [[_finite(number) for number in spot] for spot in value.spots]
            return {"name": _encode(value.name), "kind": value.kind, "spots": spots}
        case str():
            # Not every JSON reader accepts a lone surrogate, so it becomes text before it gets there.
            return value.encode("utf-8", "backslashreplace").decode()
        case float():
            return _rounded(value)
        case tuple():
            return [_encode(v) for v in value]
        case _ if is_dataclass(value):
            return {f.name: _encode(getattr(value, f.name)) for f in fields(value) if _said(value, f)}
    return value


def _said(value: Any, field: Field[Any]) -> bool:
    """Whether a field stands in the record: some do only where they say something."""
    return "unless" not in field.metadata or getattr(value, field.name) != field.metadata["unless"]


def _finite(value: float) -> float | None:
    return _rounded(float(value)) if math.isfinite(value) else None


def _rounded(value: float) -> float:
    return float(f"{value:.10g}") + 0.0  # + 0.0 turns -0.0 into 0.0


# --- JSON → model ------------------------------------------------------------------------------


def _parse(data: bytes) -> Any:
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


def _done(table: dict[str, Any]) -> list[list[Any]]:
    """The milestones as the model has them; in JSON their titles stand apart, keyed by name."""
    shown = _object(table.get("done"), "done")
    titles = _object(table.pop("done_titles", None), "done_titles")
    if shown.keys() != titles.keys():
        _wrong("done_titles", "one title for each name in done", sorted(titles))
    return [[name, titles[name], value] for name, value in shown.items()]


def _decode(kind: Any, value: Any, where: str) -> Any:
    """`value` as an instance of the type `kind`, checked down to the last leaf."""
    is_one_of_ours, origin, inner = _shape(kind)
    if is_one_of_ours:
        return (
            value if type(value) is kind else _dataclass(kind, _object(value, where or "the record"), where)
        )
    if origin is tuple:
        return _tuple(inner, value, where)
    if origin is UnionType:
        return None if value is None else _decode(_fitting(inner, value), value, where)
    if origin is Literal:
        return value if value in inner else _wrong(where, " or ".join(map(repr, inner)), value)
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
            _wrong(where or "the record", f"an object of {', '.join(types)}", {name: table[name]})
    for name in _needed(kind):
        if name not in table:
            _wrong(_path(where, name), "there", None)
    return kind(**{name: _decode(types[name], value, _path(where, name)) for name, value in table.items()})


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
        _wrong(where, "a list", value)
    if kinds[0] is float:  # the numbers of a figure, where null stands for "not a finite number"
        if kinds[-1] is float and len(value) != len(kinds):
            _wrong(where, f"a list of {len(kinds)} numbers", value)
        value = [math.nan if v is None else _leaf(float, v, f"{where}[{i}]") for i, v in enumerate(value)]
        return tuple(value)
    each = kinds[:1] * len(value) if kinds[-1] is Ellipsis else kinds
    return tuple(_decode(k, v, f"{where}[{i}]") for i, (k, v) in enumerate(zip(each, value, strict=True)))


def _leaf(kind: Any, value: Any, where: str) -> Any:
    if kind is float and type(value) is int and abs(value) < 1 << 1023:
        value = float(value)
    if type(value) is not kind or (kind is float and not math.isfinite(value)):
        _wrong(where, _KINDS[kind], value)
    return value


def _object(value: Any, where: str) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else _wrong(where, "an object", value)


def _wrong(where: str, expected: str, came: object) -> NoReturn:
    found = "nothing" if came is None else text.one_line(repr(came))
    raise UsageError(f"grade.json: {where} should be {expected}, but there is {found}", _HINT)
