"""Marks by people become part of the reports, and stay apart from what the checks found."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.given import checked
from grader.grading import finals, record, renewal
from grader.grading.journal import JournalLine
from grader.grading.marks import Mark, Marks
from grader.grading.shelf import Shelf
from grader.model import Grade
from tests.grader.gradebooks import ANSWERS, graded
from tests.grader.handins import LESSON

FULL = Marks({q.name: Mark(q.points, "well said") for q in LESSON.questions}, {"square": Mark(12.0)})


@pytest.fixture
def shelf(tmp_path: Path):
    """Two reports."""
    with Shelf(tmp_path / "reports") as opened:
        for grade in (graded("ada", square=5.0), graded("bob")):
            line = JournalLine(grade.student.id, grade.student.id, grade.lesson, "graded", "", "")
            opened.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})
        yield opened


def enter(shelf: Shelf, marks, *id_of) -> int:
    """Bring marks into the reports; how many grades that changed."""
    done = renewal.renew(LESSON, shelf, finals.take_over(shelf, marks, *id_of))
    return sum(one.change is not None for one in done)


def grade(shelf: Shelf, student: str) -> Grade:
    return shelf.grades()[student]


def test_marks_are_in_the_record(shelf):
    """grade.json has the marks, and so has every page that is made from it."""
    assert enter(shelf, {"ada": FULL}) == 1
    assert (grade(shelf, "ada").points, grade(shelf, "ada").pending_points) == (92.0, 0.0)
    assert "well said" in (shelf.out / "ada" / "report.html").read_text()
    assert "97" in (shelf.out / "grades.csv").read_text()


def test_entering_again_changes_nothing(shelf):
    """The same marks twice leave the record as it is, byte by byte."""
    enter(shelf, {"ada": FULL})
    before = (shelf.out / "ada" / "grade.json").read_bytes()
    assert enter(shelf, {"ada": FULL}) == 0
    assert (shelf.out / "ada" / "grade.json").read_bytes() == before


def test_others_stay_as_they_are(shelf):
    """Who has no marks keeps the report."""
    enter(shelf, {"ada": FULL})
    assert grade(shelf, "bob") == graded("bob")


def test_what_the_checks_gave_can_still_be_told(shelf):
    """Points by hand do not hide the checked ones, which the gradebook keeps as automatic scores."""
    enter(shelf, {"ada": FULL})
    square = next(e for e in grade(shelf, "ada").exercises if e.name == "square")
    assert (square.points, checked(square.checks)) == (12.0, 5.0)


def test_students_may_be_known_by_other_ids(shelf):
    """Marks are found by the id that the place they come from uses."""
    assert enter(shelf, {"ADA": FULL}, lambda student: student.id.upper()) == 1


def put(shelf: Shelf, *grades: Grade) -> None:
    """New reports in the place of the old ones, as after a regrade by a kit that knows of no marks."""
    for made in grades:
        line = JournalLine(made.student.id, made.student.id, made.lesson, "graded", "", "")
        shelf.put(line, {"grade.json": record.dumps(made), "run.json": b"{}"})


def written(shelf: Shelf, student: str) -> dict[str, float | None]:
    return {result.name: result.points for result in grade(shelf, student).written}


def test_marks_are_kept_apart_from_the_reports(shelf):
    """When reports are made again, the marks in marks.json bring theirs back."""
    enter(shelf, {"ada": FULL})
    put(shelf, graded("ada", square=5.0))
    assert enter(shelf, {}) == 1
    assert written(shelf, "ada") == {q.name: q.points for q in LESSON.questions}


def test_reports_with_marks_make_the_first_file(shelf):
    """Marks that stand in reports of before are on disk before anything is graded over them."""
    by_hand = graded("ada")
    put(shelf, replace(by_hand, written=tuple(replace(w, points=0.25) for w in by_hand.written)))
    finals.opened(shelf, shelf.grades().values())
    put(shelf, graded("ada"))
    enter(shelf, {})
    assert set(written(shelf, "ada").values()) == {0.25}


def test_an_empty_cell_takes_back_what_came_from_there(shelf):
    """A gradebook takes its own mark back, and no other one."""
    enter(shelf, {"ada": Marks({"why_reset": Mark(1.0)})})
    book = finals.opened(shelf, ())
    ada = grade(shelf, "ada")
    synthesis = next(result for result in ada.written if result.name == "synthesis")
    finals.give(shelf, book, [(book.about(ada, synthesis), Mark(0.5))])
    enter(shelf, {"ada": Marks({"why_reset": Mark(), "synthesis": Mark()})})
    found = written(shelf, "ada")
    assert (found["why_reset"], found["synthesis"]) == (None, 0.5)


def test_a_mark_that_waits_for_another_look_is_for_the_older_answer(shelf):
    """A gradebook keeps the old score at a new answer; that alone does not make it a mark for this one."""
    enter(shelf, {"ada": Marks({"why_reset": Mark(1.0)})})
    put(shelf, graded("ada", {**ANSWERS, "why_reset": "Another answer."}))
    enter(shelf, {"ada": Marks({"why_reset": Mark(1.0, review=True)})})
    assert written(shelf, "ada")["why_reset"] is None
    enter(shelf, {"ada": Marks({"why_reset": Mark(1.0)})})
    assert written(shelf, "ada")["why_reset"] == 1.0
