"""What grading costs, as ratios measured in one run: `python -m tests.benchmarks.bench_grading [RUNS]`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.grading import session
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Lesson, Submission
from tests.benchmarks.timing import Pair, in_turn, peak_memory

ROOT = Path(__file__).parents[2]


def main(runs: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # as a worker is pinned; both sides alike
    lesson = catalog.load(ROOT, "first_loop")
    for title, folder in (("right", ROOT / "solutions"), ("wrong", _wrong(lesson))):
        pair = per_submission(lesson, folder, runs)
        print(pair.row(f"one {title} submission", "grader, warm worker", "python -m pytest", 0.5))
    print(failing(lesson, runs).row("a failing submission", "failing", "passing", 3))
    print(student(runs).row("a student's pytest", "pytest", "pytest on an empty file", 2.5))
    print(f"peak memory {peak_memory()} MiB")


def per_submission(lesson: Lesson, folder: Path, runs: int) -> Pair:
    """A warm worker against one pytest process a submission, on the same suite."""
    submission = _submission(lesson, folder)
    command = [sys.executable, "-m", "pytest", "-q", f"--submission={folder}", str(lesson.suite)]
    return in_turn(lambda: session.grade(lesson, submission), lambda: _run(command), runs)


def failing(lesson: Lesson, runs: int) -> Pair:
    """A submission with a mistake in every file against the solution."""
    wrong, right = _submission(lesson, _wrong(lesson)), _submission(lesson, ROOT / "solutions")
    return in_turn(lambda: session.grade(lesson, wrong), lambda: session.grade(lesson, right), runs)


def student(runs: int) -> Pair:
    """The student's own command against the least that pytest with hypothesis can take."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "test_empty.py").write_text("import hypothesis\n\n\ndef test_nothing():\n    pass\n")
        empty = [sys.executable, "-m", "pytest", "-q", "--rootdir", folder, folder]
        own = [sys.executable, "-m", "pytest", "--submission=solutions"]
        return in_turn(lambda: _run(own), lambda: _run(empty), runs)


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _submission(lesson: Lesson, folder: Path) -> Submission:
    (entry,) = intake.find(folder, lesson)
    return intake.read(entry, lesson)


def _wrong(lesson: Lesson) -> Path:
    """The solution with one mistake in each exercise, in a folder that ends with the process."""
    folder = Path(_keep.name)
    for name in lesson.files:
        text = (lesson.solutions / name).read_text(encoding="utf-8")
        for right, wrong in _MISTAKES:
            text = text.replace(right, wrong)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


_keep = tempfile.TemporaryDirectory(prefix="learning-loop-wrong-")
_MISTAKES = (
    ("2 * self.data * out.grad", "self.data * out.grad"),
    ("w.data -= lr", "w.data += lr"),
    ("-24", "-12"),
)

if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
