"""nbgrader's way and the kit's, as ratios measured in one run: `python -m tests.benchmarks.bench_nbgrader`.

Grading compares `nbgrader autograde`, which runs student code in the kernel that holds the tests, with
`grader grade`, which runs it in boxes; both get the same notebooks and start from the command line. Writing
compares one sync with the usual loop over the functions of nbgrader's `Gradebook`.
"""

import contextlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from grader.bridge.gradebook import nbgrader_id, sync
from tests.benchmarks.timing import Rounds, seconds
from tests.grader.courses import BIN, Course
from tests.grader.gradebooks import graded
from tests.grader.handins import LESSON
from tests.grader.notebooks import filled, sample

SAMPLES = ("ada", "niklaus", "radia")
STUDENTS = 1_000
NAIVE = 50  # students for the slow way; its time grows with their number at least


def main(runs: int = 1) -> None:
    if importlib.util.find_spec("nbgrader") is None:
        print("nbgrader is not installed, so nothing is compared with it")
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs = [grading(Path(folder, f"course{run}")) for run in range(runs)]
        ours, theirs = zip(*pairs, strict=True)
        ratio = Rounds({"grader": ours, "nbgrader": theirs}).ratio("grader", "nbgrader")
        print(f"{len(SAMPLES)} notebooks: grader grade / nbgrader autograde = {ratio:.2f}, reach 0.5")
        print(writing(Path(folder)))


def grading(folder: Path) -> tuple[float, float]:
    """Seconds of either command for the same class, with nothing graded before."""
    course = Course(folder)
    course.nbgrader("generate_assignment", "first_loop")
    for student in SAMPLES:
        course.hand_in(student, filled(sample(student)))
    command = [str(BIN / "grader"), "grade", "submitted", "--out", "reports", "--kit", str(LESSON.root)]
    return (
        seconds(lambda: subprocess.run(command, cwd=folder, check=True, capture_output=True)),
        seconds(lambda: course.nbgrader("autograde", "first_loop")),
    )


def writing(folder: Path) -> str:
    """The time for a large class, and the ratio to the usual loop, a student."""
    class_ = [graded(f"s{number:04}", square=5.0) for number in range(STUDENTS)]
    empty = folder / "empty.db"
    sync(LESSON, [graded("first")], f"sqlite:///{empty}")
    first = seconds(_on_a_copy(empty, lambda url: sync(LESSON, class_, url)))
    naive = seconds(_on_a_copy(empty, lambda url: _naively(class_[:NAIVE], url)))
    return (
        f"{STUDENTS:,} students × {len(LESSON.exercises)} exercises and {len(LESSON.questions)} answers\n"
        f"    one sync: {first:.1f} s, at most 60: {'reached' if first <= 60 else 'NOT reached'}\n"
        f"    a student: nbgrader's functions {naive / NAIVE:.3f} s, sync {first / STUDENTS:.3f} s\n"
        f"    ratio {first / STUDENTS / (naive / NAIVE):.2f}"
    )


def _on_a_copy(database: Path, work: Callable[[str], object]) -> Callable[[], object]:
    copy = database.with_name("copy.db")
    shutil.copy(database, copy)
    return lambda: work(f"sqlite:///{copy}")


def _naively(grades: list, url: str) -> None:
    """What one writes when one first reads nbgrader's documentation."""
    from nbgrader.api import Gradebook

    warnings.simplefilter("ignore")  # SQLAlchemy's, about nbgrader's own code
    with contextlib.closing(Gradebook(url)) as gradebook:
        for grade in grades:
            student = nbgrader_id(grade.student)
            gradebook.update_or_create_student(student)
            gradebook.update_or_create_submission(LESSON.name, student)
            for result in grade.exercises:
                row = gradebook.find_grade(f"check-{result.name}", LESSON.name, LESSON.name, student)
                row.auto_score, row.needs_manual_grade = result.points, False
                gradebook.db.commit()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
