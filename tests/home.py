"""The points at home and the points of grading: everybody there is, checked through both doors.

    python -m tests.home [STEP]

takes each STEP-th submission (each one, unless told otherwise) of the corpus and the sample classes of all
lessons, and prints where a check came to something else. Left out is where a hang was caught.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.checking.ledger import Ledger
from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.doors.asking_ahead import AskingAhead
from grader.doors.deadline import Deadline
from grader.doors.direct import DirectDoor
from grader.grading import session
from grader.lesson import catalog
from grader.model import CheckResult, Lesson, Student, Submission
from tests import corpus

ROOT = catalog.find_root(Path(__file__))
CLASSES = {"first_loop": "sample_class"}  # the others are called after their lessons


def main(step: int = 1) -> int:
    """Print what differed; returns how many submissions did."""
    found = [difference for name in corpus.lessons() for difference in _differing(name, step)]
    print(*found, sep="\n")
    print(f"{len(found)} submissions came to something else at home")
    return len(found)


def _differing(name: str, step: int) -> Iterator[str]:
    lesson = catalog.load(ROOT, name)
    checked = 0
    for member, submission in [*everybody(lesson)][::step]:
        checked += 1
        if told := differences(lesson, submission):
            yield f"{name} {member}: {'; '.join(told)}"
    print(f"{name}: {checked} submissions")


def everybody(lesson: Lesson) -> Iterator[tuple[str, Submission]]:
    """Every submission of a lesson in the tests, by name."""
    for folder in sorted((ROOT / "tests" / CLASSES.get(lesson.name, f"{lesson.name}_class")).iterdir()):
        if folder.is_dir():
            files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
            yield folder.name, Submission(Student(folder.name, folder.name), files, f"sha256:{folder.name}")
    for kind in ("right", "wrong"):
        for member in corpus.members(kind, lesson.name):
            yield member.name, corpus.submission(lesson, member)


def differences(lesson: Lesson, submission: Submission) -> list[str]:
    """Which exercises come to other points at home, and which checks are told in other words."""
    boxed = graded(lesson, submission)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in submission.files.items():
            Path(folder, name).write_bytes(content)
        home = checked_at_home(lesson, Path(folder))
    told = [
        f"{name}: {home.points(name):g} and not {boxed.points(name):g} points"
        for name in boxed.weights
        if home.points(name) != boxed.points(name)
    ]
    return told + [
        f"{exercise} {name}: {result.message!r} and not {due.message!r}"
        for exercise, results in boxed.results.items()
        for name, due in results.items()
        if _other(result := home.results[exercise][name], due)
    ]


def graded(lesson: Lesson, submission: Submission) -> Ledger:
    """What grading finds."""
    return session.bench(lesson).run(AskingAhead(lesson, submission, confined=False))


def _other(result: CheckResult, due: CheckResult) -> bool:
    return result.status not in ("waiting", "timed_out") and result.message != due.message


def checked_at_home(lesson: Lesson, folder: Path) -> Ledger:
    """The ledger of a student's own run on the files in `folder`, in this process."""
    finders, modules = list(sys.meta_path), set(sys.modules)
    suites = Suites(Deadline())
    run = StudentRun(suites, lambda lesson: DirectDoor(lesson, folder))
    arguments = ["--rootdir", str(lesson.root), "-c", str(lesson.root / "pyproject.toml")]
    quiet = ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:xdist"]
    try:
        pytest.main([*arguments, *quiet, str(lesson.suite)], plugins=[suites, suites.deadline, run])
    finally:
        sys.meta_path[:] = finders
        for name in set(sys.modules) - modules:
            if not name.startswith(("tests.", "grader.", "hypothesis.")):
                del sys.modules[name]
    return run.ledger(lesson)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) > 0)
