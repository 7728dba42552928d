"""The columns of the table of a class. One that says the same of everybody is said once, above the table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.model import CheckStatus, Exercise, Grade, Lesson
from grader.policy import NO_POLICY, Policy, counted
from grader.telling.report import words
from grader.telling.report.classroom import StudentRow

_NONE = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says. Of an exercise `status` is a sign, too."""

    text: str
    status: CheckStatus | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """`sort` says by what a reader sorts: the state of an exercise has a number, a group has a text."""

    title: str
    cell: Callable[[StudentRow], Cell]
    note: str = ""
    sort: Literal["number", "text"] = "text"
    is_exercise: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that differ, and what the others say of everybody."""

    shown: tuple[Column, ...]
    alike: tuple[tuple[Column, Cell], ...]


def columns(rows: Sequence[StudentRow], lesson: Lesson, policy: Policy = NO_POLICY) -> Columns:
    """The columns of these rows. The total is always shown."""
    total, *others = _all(rows, lesson, policy)
    alike = tuple((c, c.cell(rows[0])) for c in others if rows[1:] and _same(c, rows))
    left = {column.title for column, _ in alike}
    exercises, about = others[: len(lesson.exercises)], others[len(lesson.exercises) :]
    shown = (c for c in (*exercises, total, *about) if c is total or c.title not in left)
    return Columns(tuple(shown), alike)


def _all(rows: Sequence[StudentRow], lesson: Lesson, policy: Policy) -> list[Column]:
    return [
        _total(rows),
        *(_exercise(number, exercise) for number, exercise in enumerate(lesson.exercises)),
        *_counts(rows, policy),
        Column("To mark", _graded(lambda g: words.points(g.pending_points)), sort="number"),
        Column("State", lambda row: Cell(_state(row.grade))),
        Column("Trust", _graded(lambda g: g.trust)),
        *(column for column in _SEATS if any(column.cell(row) != Cell("") for row in rows)),
    ]


def _same(column: Column, rows: Sequence[StudentRow]) -> bool:
    first = column.cell(rows[0])
    return all(column.cell(row) == first for row in rows)


def _exercise(number: int, exercise: Exercise) -> Column:
    def cell(row: StudentRow) -> Cell:
        result = row.cells[number]
        if result is None or row.grade.status != "graded":
            return Cell(_NONE)
        points = _NONE if result.status == "ungraded" else words.points(result.points)
        return Cell(points, result.status)

    return Column(exercise.name, cell, f"of {words.points(exercise.points)}", "number", is_exercise=True)


def _total(rows: Iterable[StudentRow]) -> Column:
    """What is possible stands in the head, where that is the same for all."""
    possible = {words.score(row.grade)[1] for row in rows if row.grade.status == "graded"}
    if len(possible) == 1:
        got = _graded(lambda g: words.points(words.score(g)[0]))
        return Column("Total", got, f"of {words.points(possible.pop())}", "number")
    return Column("Total", _graded(words.scored), sort="number")


def _counts(rows: Iterable[StudentRow], policy: Policy) -> list[Column]:
    """What the rules of a course make of the total, where there are some; as in grades.csv and in exports."""
    if policy == NO_POLICY:
        return []
    possible = {counted(row.grade, policy).max_points for row in rows if row.grade.status == "graded"}
    note = f"of {words.points(possible.pop())}" if len(possible) == 1 else ""
    return [Column("In your course", lambda row: Cell(_counted(row.grade, policy)), note, "number")]


def _counted(grade: Grade, policy: Policy) -> str:
    points = counted(grade, policy).points
    return _NONE if points is None else words.points(points)


def _graded(said: Callable[[Grade], str]) -> Callable[[StudentRow], Cell]:
    return lambda row: Cell(said(row.grade) if row.grade.status == "graded" else _NONE)


_SEATS = (  # what only a class list or a learning system says
    Column("Late", lambda row: Cell(words.late(row.grade.arrival))),
    Column("Group", lambda row: Cell(row.member.group if row.member else "")),
    Column("Section", lambda row: Cell(row.member.section if row.member else "")),
)


def _state(grade: Grade) -> str:
    return "nothing read" if grade.unread else "graded" if grade.status == "graded" else "not graded"
