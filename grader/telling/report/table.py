"""Grades → a CSV table that spreadsheets and gradebooks can read."""

import csv
import io
from collections.abc import Iterable

from grader import text
from grader.model import ExerciseResult, Grade, Lesson
from grader.telling.report import words
from grader.telling.report.classroom import by_name, cells

_TEXTS = ("student_id", "student_name", "status", "reason", "trust")
_NUMBERS = ("points", "max_points", "pending_points")


def grades_csv(grades: Iterable[Grade], lesson: Lesson) -> str:
    """One row a student, sorted by name; a cell is empty where there are no points to give, never 0."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    table.writerow([*_TEXTS, *_NUMBERS, *(text.csv_cell(e.name) for e in lesson.exercises)])
    table.writerows(_row(grade, lesson) for grade in sorted(grades, key=by_name))
    return out.getvalue()


def _row(grade: Grade, lesson: Lesson) -> list[str | float]:
    got, possible = words.score(grade)
    texts = (grade.student.id, grade.student.name, grade.status, grade.reason or "", grade.trust)
    return [
        *map(text.csv_cell, texts),
        "" if grade.points is None else round(got, 2),
        round(possible, 2),
        round(grade.pending_points, 2),
        *map(_cell, cells(grade, lesson)),
    ]


def _cell(result: ExerciseResult | None) -> str | float:
    return "" if result is None or result.status == "ungraded" else round(result.points, 2)
