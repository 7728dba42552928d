"""What pages and tables tell of a grade that became another one."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from grader import text
from grader.model import Student

_COLUMNS = ("when", "student_id", "student_name", "before", "now", "where", "why")


@dataclass(frozen=True, slots=True)
class Changed:
    """One student's grade before and now. Points are with the marks so far, None where there is no grade.

    `when` is a time in UTC, as in 2026-01-31T08:30. `where` and `why` are lists of short sentences.
    """

    when: str
    student: Student
    before: float | None
    now: float | None
    where: tuple[str, ...]
    why: tuple[str, ...]


def changes_csv(changes: Iterable[Changed]) -> str:
    """A row for each change; a cell is empty where there are no points, never 0."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    table.writerow(_COLUMNS)
    table.writerows(map(_row, changes))
    return out.getvalue()


def _row(change: Changed) -> list[str | float]:
    texts = (change.when, change.student.id, change.student.name)
    said = ("; ".join(change.where), "; ".join(change.why))
    return [
        *map(text.csv_cell, texts),
        *("" if points is None else round(points, 2) for points in (change.before, change.now)),
        *map(text.csv_cell, said),
    ]
