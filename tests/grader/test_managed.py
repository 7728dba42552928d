"""nbgrader's list of submissions takes what the kit graded for graded, and what it has not, not."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.bridge import gradebook
from grader.intake import intake
from grader.model import Grade
from tests.grader.courses import Course, copied
from tests.grader.gradebooks import graded, needs_nbgrader, row, ungraded
from tests.grader.handins import LESSON, WHOLE, lay

pytestmark = [
    needs_nbgrader,
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]
FIRST, LATER = "2026-11-22 02:05:00.000000 UTC", "2026-11-23 08:00:00.000000 UTC"


@pytest.fixture
def course(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Course:
    """A course of one's own, in which Ada's and Bob's work was collected."""
    made = copied(tmp_path_factory, tmp_path / "course")
    for student in ("ada", "bob"):
        collect(made, student, FIRST)
    return made


def collect(course: Course, student: str, stamp: str, engine: bytes = b"# engine.py\n") -> None:
    folder = course.folder / "submitted" / student / "first_loop"
    lay(folder, {**WHOLE, "engine.py": engine, "timestamp.txt": stamp.encode()})


def of(course: Course, student: str) -> Grade:
    """A grade of what was collected."""
    entry = next(e for e in intake.find(course.folder / "submitted", LESSON) if e.student.id == student)
    grade = graded(student, square=5.0)
    digest = intake.read(entry, LESSON).digest
    return replace(grade, provenance=replace(grade.provenance, submission=digest))


def listed(course: Course) -> dict[str, tuple[bool, float]]:
    """What *Manage Submissions* shows: whether each is autograded, and the score."""
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    folder = CourseDirectory(root=str(course.folder), db_url=course.url)
    rows = NbGraderAPI(folder).get_submissions("first_loop")
    return {found["student"]: (found["autograded"], found["score"]) for found in rows}


def test_what_the_kit_graded_needs_no_autograding(course: Course):
    """It is listed as graded, with its score; what was not graded still waits."""
    assert listed(course) == {"ada": (False, 0.0), "bob": (False, 0.0)}
    gradebook.sync(LESSON, [of(course, "ada")], course.url)
    assert listed(course) == {"ada": (True, 85.0), "bob": (False, 0.0)}


def test_the_same_again_changes_nothing(course: Course):
    """The time is written once."""
    grades = [of(course, "ada")]
    gradebook.sync(LESSON, grades, course.url)
    done = gradebook.sync(LESSON, grades, course.url)
    assert (done.changed, done.unchanged) == (0, 1)


def test_what_was_handed_in_since_waits_again(course: Course):
    """Newer work is not the graded one, also when the old grades are written once more."""
    grade = of(course, "ada")
    gradebook.sync(LESSON, [grade], course.url)
    collect(course, "ada", LATER, b"# newer\n")
    assert not listed(course)["ada"][0]
    gradebook.sync(LESSON, [grade], course.url)
    assert not listed(course)["ada"][0]
    gradebook.sync(LESSON, [of(course, "ada")], course.url)
    assert listed(course)["ada"] == (True, 85.0)


def test_what_could_not_be_graded_waits(course: Course):
    """Nobody is taken for graded who has no score."""
    gradebook.sync(LESSON, [ungraded("ada")], course.url)
    assert not listed(course)["ada"][0]


@pytest.mark.parametrize("stamp", ["", "yesterday-ish", "9" * 400, "2026-99-99 00:00:00 UTC", "\ud800"])
def test_a_time_that_is_none_stops_nobody(course: Course, stamp: str):
    """A student may have handed in such a file; points arrive all the same."""
    collect(course, "ada", FIRST)
    place = course.folder / "submitted" / "ada" / "first_loop" / "timestamp.txt"
    place.write_bytes(stamp.encode("utf-8", "surrogatepass"))
    gradebook.sync(LESSON, [of(course, "ada")], course.url)
    assert row(course.url, "ada", "check-square")["auto_score"] == 5.0
    assert not (course.folder / "autograded" / "ada" / "first_loop" / "timestamp.txt").exists()
