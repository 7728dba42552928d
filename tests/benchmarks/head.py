"""One class, graded by `grader.grading.batch` and then once more: what that costs, as JSON.

    python -m tests.benchmarks.head GRADES STUDENTS

The class is made of copies of the sample class, whose grades are in the file GRADES, so that the worker need
not run the checks. All else is real: reading, rendering, writing, and the pages of the class. But nobody
waits for the disk: the figures are CPU seconds.
"""

import json
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from grader.grading import batch, job, session
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.model import Grade, Lesson, Submission
from tests.benchmarks import cpu
from tests.benchmarks.subjects import LESSON, ROOT

SAMPLES = ROOT / "tests" / "sample_class"


def write_grades(path: Path) -> None:
    """Grade the sample class, and keep the grades by submission."""
    entries = intake.find(SAMPLES, LESSON)
    submissions = [intake.read(entry, LESSON) for entry in entries]
    path.write_bytes(pickle.dumps({s.digest: session.grade(LESSON, s) for s in submissions}))


def main(grades: Path, students: int) -> None:
    """Make the class, grade it twice, and print what was measured."""
    os.fsync = lambda _: None
    with tempfile.TemporaryDirectory(prefix="growth-") as name:
        place = Path(name)
        _hand_in(place / "class", students)
        first, again = (_graded(place, grades) for _ in range(2))
        page = (place / "reports" / "index.html").stat().st_size
        print(json.dumps({"first": first, "again": again, "resident": peak(), "page": page}))


def _graded(place: Path, grades: Path) -> float:
    """CPU seconds of the head and its worker."""
    began = cpu.used()
    entries = intake.find(place / "class", LESSON)
    with Shelf(place / "reports") as shelf:
        work = batch.Batch(LESSON, entries, partial(_pool, grades), 4)
        finished = [*batch.run(work, shelf)]
    assert all(one.grade.status == "graded" for one in finished)
    return cpu.used() - began


def _hand_in(folder: Path, students: int) -> None:
    samples = sorted(path for path in SAMPLES.iterdir() if path.is_dir())
    for number in range(students):
        shutil.copytree(samples[number % len(samples)], folder / f"student-{number:05}")


# --- a worker that remembers -------------------------------------------------------------------


@contextmanager
def _pool(grades: Path) -> Iterator[Executor]:
    with ProcessPoolExecutor(1, get_context("spawn"), _remember, (grades,)) as pool:
        yield pool


def _remember(grades: Path) -> None:
    known = pickle.loads(grades.read_bytes())

    def remembered(_: Lesson, submission: Submission, *, confined: bool) -> Grade:
        assert confined
        grade: Grade = known[submission.digest]
        return replace(grade, student=submission.student)

    job.session.grade = remembered


# --- memory of this process --------------------------------------------------------------------


def peak() -> int:
    """The most bytes that it ever held; `ru_maxrss` would count those of the process that started it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
