"""`grade.json`, the one record of a graded submission: every report, export and gradebook reads it alone.

The fields of `grader.model.Grade` are the schema; `encoding` says how a value is written. The same grade
always gives the same bytes, and nothing tells the time.
"""

import sys
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from grader import text
from grader.errors import UngradedError
from grader.grading.decoding import an_object, decode, parse, wrong
from grader.grading.encoding import encode_table
from grader.model import ON_TIME, CheckResult, ExerciseResult, Grade
from grader.telling import cause

_Shared = TypeVar("_Shared")

SCHEMA = "learning-loop/grade/1"
NAME = "grade.json"
# What a summary leaves out, as JSON and as the model has it.
_DETAILS: dict[str, dict[str, Any]] = {
    "exercises": {"figures": [], "remarks": []},
    "written": {"text": "", "prompt": "", "comment": ""},
}
_NO_DETAILS: dict[str, Any] = {"figures": (), "remarks": (), "hint": ""}
_NO_TEXTS: dict[str, Any] = {"text": "", "prompt": "", "comment": ""}
_OF_A_CHECK = ("name", "title", "status", "points", "max_points")


def dumps(grade: Grade) -> bytes:
    """The bytes of grade.json; UngradedError if one of the points is no finite number."""
    table = {"schema": SCHEMA, **{field.name: getattr(grade, field.name) for field in fields(grade)}}
    if grade.arrival == ON_TIME:  # as nobody says anything about it, neither does the record
        del table["arrival"]
    table["done"] = {name: shown for name, _, shown in grade.done}
    table["done_titles"] = {name: title for name, title, _ in grade.done}
    try:
        return f"{encode_table(table)}\n".encode()
    except ValueError:
        who = text.one_line(grade.student.id)
        raise UngradedError(f"the points of {who} are not all finite numbers", "please report this") from None


def loads(data: bytes) -> Grade:
    """The grade that `data` records; UsageError, saying where, if it is anything but a record of ours."""
    return _grade(an_object(parse(data), "the record"))


def summary(data: bytes) -> Grade:
    """As `loads`, but nothing that only the student's own report shows: a class has many of these.

    Of checks only how they ended (`grader.telling.cause.bare`); no figures, remarks, hints and milestones, no
    texts of answers, no digest of the submission.
    """
    table = an_object(parse(data), "the record")
    for results, details in _DETAILS.items():
        for result in _objects(table.get(results)):
            result.update(details)
            if isinstance(checks := result.get("checks"), list):
                result["checks"] = [*map(_bare, checks)]
    return summary_of(_grade(table))


def answers(data: bytes) -> Grade:
    """As `loads`, but without any exercise: of a class, whose written answers are asked for."""
    # A line end in a text is written as an escape, so a line that begins like this is no text of anybody.
    begin, end = data.find(b'\n "exercises": ['), data.find(b'\n "written": [')
    short = data if not 0 <= begin < end else b'%b\n "exercises": [],%b' % (data[:begin], data[end:])
    return replace(loads(short), exercises=())


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
    return cause.bare(decode(CheckResult, {**table, "message": message}, "a check"))


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
        wrong("schema", repr(SCHEMA), schema)
    table["done"] = _done(table)
    grade: Grade = decode(Grade, table, "")
    if (grade.status == "graded") != (grade.points is not None):
        wrong("points", "a number exactly when the status is 'graded'", grade.points)
    return grade


def _done(table: dict[str, Any]) -> list[list[Any]]:
    """The milestones as the model has them; in JSON their titles stand apart, keyed by name."""
    shown = an_object(table.get("done"), "done")
    titles = an_object(table.pop("done_titles", None), "done_titles")
    if shown.keys() != titles.keys():
        wrong("done_titles", "one title for each name in done", sorted(titles))
    return [[name, titles[name], value] for name, value in shown.items()]
