"""Marks by people become part of the reports, and stay apart from what the checks found."""

from pathlib import Path

import pytest

from grader import batch, finals, record
from grader.journal import Line
from grader.marks import Mark, Marks, checked_points
from grader.model import Grade
from grader.shelf import Shelf
from tests.grader.gradebooks import graded
from tests.grader.handins import LESSON

FULL = Marks({q.name: Mark(q.points, "well said") for q in LESSON.questions}, {"square": Mark(12.0)})


@pytest.fixture
def shelf(tmp_path: Path):
    """Two reports."""
    with Shelf(tmp_path / "reports") as opened:
        for grade in (graded("ada", square=5.0), graded("bob")):
            line = Line(grade.student.id, grade.student.id, grade.lesson, "graded", "", "")
            opened.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})
        yield opened


def grade(shelf: Shelf, student: str) -> Grade:
    return shelf.grades()[student]


def test_marks_are_in_the_record(shelf):
    """grade.json has the marks, and so has every page that is made from it."""
    assert finals.enter(LESSON, shelf, {"ada": FULL}) == 1
    batch.render_again(LESSON, shelf)
    assert (grade(shelf, "ada").points, grade(shelf, "ada").pending_points) == (92.0, 0.0)
    assert "well said" in (shelf.out / "ada" / "report.html").read_text()
    assert "97" in (shelf.out / "grades.csv").read_text()


def test_entering_again_changes_nothing(shelf):
    """The same marks twice leave the record as it is, byte by byte."""
    finals.enter(LESSON, shelf, {"ada": FULL})
    before = (shelf.out / "ada" / "grade.json").read_bytes()
    assert finals.enter(LESSON, shelf, {"ada": FULL}) == 0
    assert (shelf.out / "ada" / "grade.json").read_bytes() == before


def test_others_stay_as_they_are(shelf):
    """Who has no marks keeps the report."""
    finals.enter(LESSON, shelf, {"ada": FULL})
    assert grade(shelf, "bob") == graded("bob")


def test_what_the_checks_gave_can_still_be_told(shelf):
    """Points by hand do not hide the checked ones, which the gradebook keeps as automatic scores."""
    finals.enter(LESSON, shelf, {"ada": FULL})
    square = next(e for e in grade(shelf, "ada").exercises if e.name == "square")
    assert (square.points, checked_points(square)) == (12.0, 5.0)


def test_students_may_be_known_by_other_ids(shelf):
    """Marks are found by the id that the place they come from uses."""
    assert finals.enter(LESSON, shelf, {"ADA": FULL}, lambda student: student.id.upper()) == 1
