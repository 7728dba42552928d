"""Grades of the real lesson, made by hand, and gradebooks to write them into."""

import contextlib
import importlib.util
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.grading import grading
from grader.model import (
    CheckResult,
    Exercise,
    ExerciseResult,
    Grade,
    Provenance,
    Student,
    Submission,
    WrittenResult,
)
from tests.grader.handins import LESSON

needs_nbgrader = pytest.mark.skipif(
    not importlib.util.find_spec("nbgrader"),
    reason="nbgrader is not installed (extra nbgrader)",
)
ANSWERS: Mapping[str, str] = {question.name: f"About {question.name}." for question in LESSON.questions}
FULL: Mapping[str, float] = {exercise.name: exercise.points for exercise in LESSON.exercises}


def graded(student: str = "ada", answers: Mapping[str, str] = ANSWERS, **points: float) -> Grade:
    """A grade with full points but for the exercises named."""
    exercises = tuple(_result(e, points.get(e.name, e.points)) for e in LESSON.exercises)
    written = tuple(
        WrittenResult(
            name=q.name,
            title=q.title,
            prompt=q.prompt,
            status="answered" if answers.get(q.name) else "missing",
            points=None,
            max_points=q.points,
            text=answers.get(q.name, ""),
        )
        for q in LESSON.questions
    )
    return Grade(
        lesson=LESSON.name,
        lesson_title=LESSON.title,
        student=Student(student, student),
        status="graded",
        reason=None,
        trust="isolated",
        points=round(sum(e.points for e in exercises), 2),
        max_points=95.0,
        pending_points=5.0,
        exercises=exercises,
        written=written,
        done=tuple((m.name, m.title, None) for m in LESSON.milestones),
        provenance=Provenance(f"sha256:{student}", "sha256:0", "0", "3.11"),
    )


def _result(exercise: Exercise, points: float) -> ExerciseResult:
    status = "passed" if points == exercise.points else "failed"
    said = "" if status == "passed" else "expected 6, got 3"
    check = CheckResult("test_it", "It works.", status, points, exercise.points, said)
    return ExerciseResult(
        exercise.name, exercise.title, exercise.file, status, points, exercise.points, (check,)
    )


def ungraded(student: str = "eve", reason: str = "the zip is damaged") -> Grade:
    nothing = Submission(Student(student, student), {}, "")
    return grading.ungraded(LESSON, nothing, reason, confined=True)


def named(grade: Grade, name: str) -> Grade:
    return replace(grade, student=replace(grade.student, name=name))


def dump(path: Path) -> list[str]:
    """Everything in a SQLite file, as text."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def enter(url: str, student: str, cell: str, **fields: Any) -> None:
    """What the formgrader does when a person enters something for a cell."""
    from nbgrader.api import Gradebook

    with Gradebook(url) as gradebook:
        where = (cell, LESSON.name, LESSON.name, student)
        for field, value in fields.items():
            if field == "manual_comment":
                gradebook.find_comment(*where).manual_comment = value
            else:
                setattr(gradebook.find_grade(*where), field, value)
        if "manual_score" in fields:
            gradebook.find_grade(*where).needs_manual_grade = False
        gradebook.db.commit()


def row(url: str, student: str, cell: str) -> dict[str, Any]:
    """One student's grade and comment for a cell, as nbgrader sees them."""
    from nbgrader.api import Gradebook, MissingEntry

    with Gradebook(url) as gradebook:
        where = (cell, LESSON.name, LESSON.name, student)
        found: dict[str, Any] = {}
        with contextlib.suppress(MissingEntry):
            found |= gradebook.find_grade(*where).to_dict()
        with contextlib.suppress(MissingEntry):
            found |= gradebook.find_comment(*where).to_dict()
        return found
