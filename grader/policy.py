"""What one course makes of a lesson's points. A record keeps the lesson's own; `counted` is what is exported.

[policy]
due = 2026-11-22T23:59:00   # in the system's time zone; Gradescope names one: 23:59:00+01:00
per_day = 10                # percent of the points, for each day late that has begun
cap = 50                    # percent: never more than this
grace_hours = 2             # so late is not late yet

[policy.extensions]         # more days, by the id of a student's report
10123 = 3

[points]                    # what an exercise or a question counts here; 0: not at all
square = 20
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from grader.errors import UsageError
from grader.model import ExerciseResult, Grade, WrittenResult

_HOUR, _DAY = 3_600.0, 86_400.0
_NUMBERS = {"per_day": (0.0, 100.0), "cap": (0.0, 100.0), "grace_hours": (0.0, 10_000.0)}


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one course. Without any, what counts is what the record says."""

    due: str = ""  # date and time, as ISO 8601
    per_day: float = 0.0  # percent
    cap: float = 100.0  # percent
    grace_hours: float = 0.0
    extensions: Mapping[str, float] = field(default_factory=dict)  # days, by student
    points: Mapping[str, float] = field(default_factory=dict)  # by exercise or question

    def worth(self, name: str, points: float) -> float:
        """What an exercise or a question of so many points counts in this course."""
        return self.points.get(name, points)


NO_POLICY = Policy()
_Part = ExerciseResult | WrittenResult


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts of a grade. `points` is None where there is no grade, which is never 0."""

    points: float | None
    max_points: float
    waiting: float = 0.0  # points of answers that a person still has to read
    notes: tuple[str, ...] = ()  # why this is not what the record says


def counted(grade: Grade, policy: Policy = NO_POLICY) -> Counted:
    """What counts of this grade under these rules."""
    parts: list[_Part] = [*grade.exercises, *grade.written]
    worth = {part.name: policy.worth(part.name, part.max_points) for part in parts}
    maximum = _round(sum(worth.values()))
    if grade.status != "graded" or any(result.status == "ungraded" for result in grade.exercises):
        return Counted(None, maximum)
    waiting = _round(sum(worth[part.name] for part in grade.written if part.waits))
    percent, said = _taken(grade, policy)
    points = _round(sum(_points(part, worth[part.name]) for part in parts) * (1 - percent / 100))
    return Counted(points, maximum, waiting, (*_differences(parts, worth), *said))


def _points(part: _Part, worth: float) -> float:
    got = part.points or 0.0
    return got if worth == part.max_points else got * worth / part.max_points if part.max_points else 0.0


def _differences(parts: list[_Part], worth: Mapping[str, float]) -> Iterator[str]:
    for part in parts:
        if worth[part.name] == 0 != part.max_points:
            yield f"{part.title} does not count"
        elif worth[part.name] != part.max_points:
            yield f"{part.title} counts {worth[part.name]:g} points instead of {part.max_points:g}"


def _round(points: float) -> float:
    return round(points + 0.0, 2)


# --- lateness ------------------------------------------------------------------------------------


def late_by(grade: Grade, policy: Policy) -> float | None:
    """Seconds between the due time and when it came; None where nobody says."""
    if grade.arrival.late_by is not None:
        return grade.arrival.late_by
    with suppress(ValueError, TypeError):  # no date, or only one of them has a time zone
        came, due = datetime.fromisoformat(grade.arrival.at), datetime.fromisoformat(policy.due)
        return max(0.0, (came - due).total_seconds())
    return None


def days_late(grade: Grade, policy: Policy) -> int | None:
    """Days that have begun since the due time and the student's extension; None where nobody says."""
    seconds = late_by(grade, policy)
    if seconds is None:
        return None
    seconds -= policy.extensions.get(grade.student.id, 0.0) * _DAY
    return 0 if seconds <= policy.grace_hours * _HOUR else math.ceil(seconds / _DAY)


def _taken(grade: Grade, policy: Policy) -> tuple[float, list[str]]:
    """How many percent are taken off, and why."""
    days = days_late(grade, policy)
    if days is None and policy.per_day and (said := _untold(grade, policy)):
        return 0.0, [f"{said}, so nothing was taken off"]
    if not policy.per_day or not days:
        return 0.0, []
    percent = min(policy.cap, policy.per_day * days)
    late = f"{days} day{'s' * (days != 1)} late"
    return percent, [f"{late}: {percent:g} % less"] if percent else []


def _untold(grade: Grade, policy: Policy) -> str:
    """Why nobody knows how late it is; "" where nothing says that it is late."""
    if grade.arrival.late:
        return "late, and nobody says how late"
    if grade.arrival.at and policy.due:
        return f"its time ({grade.arrival.at}) cannot be told from the due time: one has a time zone"
    return ""


# --- as tables -----------------------------------------------------------------------------------


def from_table(table: Mapping[str, Any]) -> Policy:
    """The rules that a course file says. UsageError, as a clause, for what is none of them."""
    _only(table, {"policy", "points"}, "")
    rules = _table(table, "policy", "")
    _only(rules, {"due", "extensions", *_NUMBERS}, "policy.")
    numbers = {
        name: _number(rules[name], f"policy.{name}", *_NUMBERS[name]) for name in rules if name in _NUMBERS
    }
    return Policy(
        due=_moment(rules.get("due", "")),
        extensions=_numbers(_table(rules, "extensions", "policy."), "policy.extensions."),
        points=_numbers(_table(table, "points", ""), "points."),
        **numbers,
    )


def to_table(policy: Policy) -> dict[str, Any]:
    """The table that `from_table` reads."""
    rules = {name: getattr(policy, name) for name in ("due", *_NUMBERS)}
    return {"policy": {**rules, "extensions": dict(policy.extensions)}, "points": dict(policy.points)}


def _only(table: Mapping[str, Any], known: set[str], where: str) -> None:
    if odd := sorted(table.keys() - known):
        raise UsageError(f"{where}{odd[0]} is no rule", f"there are {', '.join(sorted(known))}")


def _table(table: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, Mapping):
        raise UsageError(f"{where}{name} should be a table", f"write [{where}{name}] above its lines")
    return found


def _numbers(table: Mapping[str, Any], where: str) -> dict[str, float]:
    return {name: _number(value, f"{where}{name}", 0.0, 10_000.0) for name, value in table.items()}


def _number(value: Any, where: str, least: float, most: float) -> float:
    if type(value) not in (int, float) or not least <= value <= most:
        raise UsageError(f"{where} should be a number from {least:g} to {most:g}", "mend the course file")
    return float(value)


def _moment(value: Any) -> str:
    try:
        return (
            value.isoformat()
            if isinstance(value, datetime)
            else value and datetime.fromisoformat(value).isoformat()
        )
    except (ValueError, TypeError):
        raise UsageError("policy.due should be a date and time", "such as 2026-11-22T23:59:00") from None
