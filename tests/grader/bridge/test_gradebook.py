"""Grades in nbgrader's gradebook: written once, never over a person's entries, never a zero for nothing."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from grader.bridge import gradebook, gradebook_marks
from grader.bridge.gradebook import nbgrader_id, sync
from grader.grading.marks import Mark
from grader.model import Student
from tests.grader.courses import empty
from tests.grader.gradebooks import (
    ANSWERS,
    FULL,
    dump,
    enter,
    graded,
    named,
    needs_nbgrader,
    row,
    ungraded,
)
from tests.grader.handins import LESSON

pytestmark = [
    needs_nbgrader,
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]
CLASS = [graded("ada"), graded("bob", square=5.0), ungraded("eve")]


@pytest.fixture
def book(tmp_path_factory, tmp_path: Path) -> Path:
    """A gradebook of one's own, which knows the lesson and no student."""
    return shutil.copy(empty(tmp_path_factory) / "gradebook.db", tmp_path / "gradebook.db")


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """A gradebook with a small class in it, to be copied."""
    path = shutil.copy(
        empty(tmp_path_factory) / "gradebook.db", tmp_path_factory.mktemp("small") / "gradebook.db"
    )
    sync(LESSON, CLASS, f"sqlite:///{path}")
    return path


@pytest.fixture
def url(book: Path, small: Path) -> str:
    """The gradebook's URL, with that class in it."""
    return f"sqlite:///{shutil.copy(small, book)}"


def python(script: str, *arguments: str) -> int:
    """Run a script in a process of its own, in the kit's folder; returns how it ended."""
    root = LESSON.root
    command = [sys.executable, "-c", textwrap.dedent(script), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def in_a_copy(work: Callable[[], object]) -> int:
    """Let a copy of this process do it, which has nbgrader loaded; returns how it ended."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def said(student: str, cell: str, url: str, *fields: str):
    found = row(url, student, cell)
    return tuple(found[field] for field in fields)


def test_assignment_has_a_cell_per_exercise_and_question(url):
    """The assignment is worth the lesson's 100 points: 95 for checks and 5 for written answers."""
    from nbgrader.api import Gradebook

    with Gradebook(url) as book:
        assignment = book.find_assignment("first_loop")
        cells = {c.name: c.max_score for c in assignment.notebooks[0].grade_cells}
        assert {f"check-{name}": points for name, points in FULL.items()}.items() <= cells.items()
        assert (assignment.max_code_score, assignment.max_written_score) == (95, 5)


def test_checked_points_are_automatic_scores(url):
    """What the checks gave is the automatic score, and needs nobody."""
    assert said("bob", "check-square", url, "auto_score", "needs_manual_grade") == (5.0, False)


def test_written_answers_wait_for_a_mark(url):
    """An answer has no score until a person gives one."""
    assert said("ada", "answer-why_reset", url, "auto_score", "needs_manual_grade") == (None, True)


def test_missing_answers_need_no_reader(book):
    """Where nothing was written, nobody has to look: 0, and it is said."""
    sync(LESSON, [graded("ada", answers={})], f"sqlite:///{book}")
    fields = ("auto_score", "needs_manual_grade", "auto_comment")
    assert said("ada", "answer-why_reset", f"sqlite:///{book}", *fields) == (0.0, False, "No response.")


def test_comment_says_what_is_wrong(url):
    """The comment of an exercise's cell names it, its points and what the check said."""
    (comment,) = said("bob", "engine-Value", url, "auto_comment")
    assert comment == "square (5 of 15), not right yet: It works. expected 6, got 3"
    assert said("ada", "engine-Value", url, "auto_comment") == (None,)


def test_points_by_hand_do_not_pose_as_checked(url):
    """Points that a person gave in the kit's reports leave the automatic score what the checks gave."""
    grade = graded("bob", square=5.0)
    by_hand = tuple(replace(e, points=12.0) if e.name == "square" else e for e in grade.exercises)
    sync(LESSON, [replace(grade, exercises=by_hand)], url)
    assert said("bob", "check-square", url, "auto_score") == (5.0,)


def test_same_grades_twice_change_nothing(url, book):
    """Writing again what is there leaves the database as it was, row by row."""
    before = dump(book)
    done = sync(LESSON, CLASS, url)
    assert (done.added, done.changed, done.unchanged) == (0, 0, 3)
    assert dump(book) == before


def test_regrading_keeps_what_a_person_entered(url):
    """Scores, comments and extra credit by hand survive a regrade, which asks for another look."""
    enter(url, "bob", "check-square", manual_score=12.0, extra_credit=1.0)
    enter(url, "bob", "engine-Value", manual_comment="nearly")
    done = sync(LESSON, [graded("bob", square=8.0)], url)
    fields = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
    assert said("bob", "check-square", url, *fields) == (8.0, 12.0, 1.0, True)
    assert said("bob", "engine-Value", url, "manual_comment") == ("nearly",)
    assert done.changed == 1


def test_marked_answer_stays_marked(url):
    """Writing the same grade again does not put a marked answer back on the pile."""
    enter(url, "ada", "answer-why_reset", manual_score=1.0)
    sync(LESSON, CLASS, url)
    assert said("ada", "answer-why_reset", url, "manual_score", "needs_manual_grade") == (1.0, False)


def test_ungraded_is_not_zero(url):
    """A submission that could not be graded has no score at all, asks for a person, and says why."""
    assert said("eve", "check-square", url, "auto_score", "needs_manual_grade") == (None, True)
    reason = "This submission could not be graded: the zip is damaged"
    assert said("eve", "by_hand-W_AFTER", url, "auto_comment") == (reason,)
    assert said("eve", "engine-Value", url, "auto_comment") == (None,)


def flagged(url: str) -> list[str]:
    """Whom the formgrader shows a flag at."""
    from nbgrader.api import Gradebook

    with Gradebook(url) as book:
        rows = book.notebook_submissions("first_loop", "first_loop")
        return [row.student.id for row in rows if row.flagged]


def test_graded_at_last(url):
    """When an ungraded submission is graded after all, its reason and its flag go, and its points come."""
    assert flagged(url) == ["eve"]
    sync(LESSON, [graded("eve")], url)
    assert flagged(url) == []
    assert said("eve", "check-square", url, "auto_score", "needs_manual_grade") == (15.0, False)
    assert said("eve", "by_hand-W_AFTER", url, "auto_comment") == (None,)


def test_marks_of_a_worksheet_are_entered_once(url):
    """A mark in a grade fills a cell that nobody has marked here, and never one that somebody has."""
    enter(url, "bob", "answer-why_reset", manual_score=0.25)
    marked = [
        replace(grade, written=tuple(replace(w, points=0.5, comment="ok") for w in grade.written))
        for grade in (graded("ada"), graded("bob"))
    ]
    sync(LESSON, marked, url)
    assert said("ada", "answer-why_reset", url, "manual_score", "manual_comment") == (0.5, "ok")
    assert said("bob", "answer-why_reset", url, "manual_score") == (0.25,)


def test_marks_come_back(url):
    """What people entered can be read again, by student, question and exercise."""
    enter(url, "ada", "answer-why_reset", manual_score=0.5)
    enter(url, "ada", "answer-why_reset", manual_comment="and?")
    enter(url, "ada", "check-square", extra_credit=2.0)
    marks = gradebook_marks.read(LESSON, url)["ada"]
    assert marks.written["why_reset"] == Mark(0.5, "and?")
    assert marks.exercises["square"] == Mark(None, "", 2.0)
    assert marks.exercises["train"] == marks.written["synthesis"] == Mark()


def test_hostile_comments_are_harmless(book):
    """What a student's code said cannot become markup in nbgrader's pages."""
    grade = graded("ada", square=0.0)
    bad = replace(grade.exercises[1].checks[0], message="<script>alert(1)</script> ![x](http://evil)")
    results = (grade.exercises[0], replace(grade.exercises[1], checks=(bad,)), *grade.exercises[2:])
    sync(LESSON, [replace(grade, exercises=results)], f"sqlite:///{book}")
    (comment,) = said("ada", "engine-Value", f"sqlite:///{book}", "auto_comment")
    assert "<script>" not in comment and "![x](" not in comment


@pytest.mark.parametrize(
    ("name", "parts"),
    [("Ada Lovelace", ("Ada", "Lovelace")), ("Lovelace, Ada", ("Ada", "Lovelace")), ("ada", (None, None))],
)
def test_names_are_filled_in(book, name, parts):
    """First and last name come from the name, where it says more than the id."""
    from nbgrader.api import Gradebook

    sync(LESSON, [named(graded("ada"), name)], f"sqlite:///{book}")
    with Gradebook(f"sqlite:///{book}") as gradebook:
        student = gradebook.find_student("ada")
        assert (student.first_name, student.last_name) == parts


@pytest.mark.parametrize("odd", ["../up", "a,b", "=1+1", "x" * 200, "a\nb", ".hidden", "", "end "])
def test_ids_that_nbgrader_cannot_hold_are_replaced(odd):
    """An id that would break nbgrader's folders, CSV or tables gives way to one of our own making."""
    made = nbgrader_id(Student(odd, "x"))
    assert made != odd and len(made) <= 80 and made.replace("-", "").isalnum()


@pytest.mark.parametrize("fine", ["ada", "Zoë O Brien", "a.b@c.de", "s123-4_5", "李明"])
def test_ids_that_nbgrader_can_hold_stay(fine):
    """Ids of every alphabet stay as they are."""
    assert nbgrader_id(Student(fine, "x")) == fine


def test_points_of_a_changed_lesson_follow(url):
    """When the catalog gives an exercise other points, the gradebook's cell follows."""
    enter(url, "ada", "check-square", manual_score=3.0)
    from nbgrader.api import Gradebook

    with Gradebook(url) as book:
        book.update_or_create_grade_cell("check-square", "first_loop", "first_loop", max_score=99.0)
    sync(LESSON, CLASS, url)
    assert said("ada", "check-square", url, "max_score", "manual_score") == (15.0, 3.0)


def test_killed_in_the_middle_it_goes_on(book, monkeypatch):
    """After a kill in the middle whole batches are there and no half student; another run completes them."""
    url = f"sqlite:///{book}"
    grades = [graded(f"s{k:02}") for k in range(40)]
    monkeypatch.setattr(gradebook, "BATCH", 10)
    write, batches = gradebook.StudentRows.write, []

    def then_die(self, *more):
        write(self, *more)
        batches.append(self)
        if len(batches) == 3:
            self.db.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(gradebook.StudentRows, "write", then_die)
        assert in_a_copy(lambda: sync(LESSON, grades, url)) == -signal.SIGKILL
    done = sync(LESSON, grades, url)
    assert (done.added, done.unchanged) == (20, 20)


def test_changed_answer_is_looked_at_again(book, tmp_path):
    """In a course folder, a mark for an answer that has changed is kept and put back on the pile."""
    (tmp_path / "nbgrader_config.py").write_text("")
    url = f"sqlite:///{book}"
    sync(LESSON, CLASS, url)
    enter(url, "ada", "answer-why_reset", manual_score=1.0)
    sync(LESSON, [graded("ada", {**ANSWERS, "why_reset": "Another answer."})], url)
    assert said("ada", "answer-why_reset", url, "manual_score", "needs_manual_grade") == (1.0, True)
    assert said("ada", "answer-synthesis", url, "needs_manual_grade") == (True,)


def test_grading_without_a_gradebook_never_loads_nbgrader(tmp_path):
    """`grader grade` without --gradebook imports neither nbgrader nor SQLAlchemy."""
    script = """
        import sys
        from click.testing import CliRunner
        from grader.cli import main
        arguments = ["grade", "solutions/first_loop", "--out", sys.argv[1], "--allow-unconfined"]
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        assert not {"nbgrader", "sqlalchemy", "nbformat", "IPython"} & set(sys.modules)
    """
    assert python(script, str(tmp_path / "out")) == 0
