"""What grading costs against other ways of doing it: `python -m tests.benchmarks.reach [ROUNDS]`.

Every figure is a ratio of CPU seconds of all processes, the median over rounds in which each way had its
turn. So it is the same on a slow machine, and nearly so on a busy one.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grader.box.box import Box
from grader.grading import session
from grader.lesson import catalog
from tests.benchmarks.cpu import peak_memory
from tests.benchmarks.floor import Floor
from tests.benchmarks.forks import Forks
from tests.benchmarks.subjects import LESSON, ROOT, Subject, right, subjects
from tests.benchmarks.timing import Rounds, Way, in_turn

_EVERY_DONE, _EVERY_STUB = "every lesson done", "stubs of every lesson"
_EMPTY = "import hypothesis\n\n\ndef test_nothing():\n    pass\n"


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, against what, and how far it should reach."""

    figure: str
    way: str
    other: str
    reach: float
    rounds: Rounds

    def __str__(self) -> str:
        ratio = self.rounds.ratio(self.way, self.other)
        this, that = (f"{self.rounds.median(name) * 1000:.1f} ms" for name in (self.way, self.other))
        met = "" if ratio <= self.reach else "not reached"
        return f"{self.figure:<66} {this:>10} / {that:>10} = {ratio:5.2f}, reach {self.reach:4.2f} {met}"


def main(rounds: int = 7) -> None:
    """Measure and print all rows."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # as a worker is pinned; all ways alike
    print(f"CPU time of all processes; medians of {rounds} rounds in which each way had its turn")
    for row in rows(rounds):
        print(row.__str__().rstrip(), flush=True)
    print(f"peak memory {peak_memory()} MiB")


def rows(rounds: int) -> Iterator[Row]:
    """All figures that are ratios."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reach-")))
        forks, floor = stack.enter_context(Forks()), Floor(LESSON)
        various = subjects(place)
        measured = [(subject, submission(subject, forks, floor, rounds)) for subject in various]
        for other, title, reaches in (
            ("pytest", "a warm worker / python -m pytest", (0.08, 0.10, 0.13)),
            ("fork", "a warm worker / a fork of a warm pytest", (0.14, 0.2, 0.2)),
            ("floor", "a warm worker / plain calls of the checks", (5, 5, 5)),
        ):
            for (subject, found), reach in zip(measured, reaches, strict=True):
                yield Row(f"{title}, {subject.title}", "grader", other, reach, found)
        yield Row("a box / python -I -S -c pass", "box", "python", 0.6, box(rounds))
        graded = lessons(rounds)
        for name in [*graded.seconds][1:]:
            title = f"a right submission of {name} / of {LESSON.name}"
            yield Row(title, name, LESSON.name, 1.0, graded)
        found = student(place, various[1], rounds)
        for way, reach in (("all done", 1.4), ("stubs", 1.4), ("one failure explained", 1.8)):
            yield Row(f"a student's pytest of lesson 1 / an empty one, {way}", way, "empty", reach, found)
        for way, title in ((_EVERY_DONE, "all done"), (_EVERY_STUB, "stubs")):
            yield Row(f"a bare pytest, all lessons / an empty one, {title}", way, "empty", 1.4, found)


def submission(subject: Subject, forks: Forks, floor: Floor, rounds: int) -> Rounds:
    """One submission graded in a warm worker, and checked in three ways that lock nothing in."""
    work, wrong = subject.read(), int(subject.wrong > 0)
    arguments = ["-q", f"--submission={subject.folder}", str(LESSON.suite)]
    _require(_graded_right(subject) == (not wrong), subject.title)
    _require((floor.run(subject.folder) == len(floor.checks)) == (not wrong), "the floor")
    ways = {
        "grader": Way(lambda: session.grade(LESSON, work), 15),
        "floor": Way(lambda: floor.run(subject.folder), 15),
        "pytest": Way(partial(_pytest, wrong, *arguments)),
        "fork": Way(lambda: _require(forks.pytest(*arguments) == wrong, "the fork")),
    }
    return in_turn(ways, rounds)


def box(rounds: int) -> Rounds:
    """A box started, locked and ended, and a cold interpreter that does nothing."""
    files = {name: (LESSON.solutions / name).read_bytes() for name in LESSON.files}
    cold = [sys.executable, "-I", "-S", "-c", "pass"]
    ways = {
        "box": Way(lambda: Box(files, LESSON.limits).close(), 40),
        "python": Way(lambda: subprocess.run(cold, check=True), 40),
    }
    return in_turn(ways, rounds)


def lessons(rounds: int) -> Rounds:
    """A right submission of each lesson graded in a warm worker, the first lesson first."""
    known = [catalog.load(ROOT, name) for name in catalog.lesson_names(ROOT)]
    return in_turn(
        {lesson.name: Way(partial(session.grade, lesson, right(lesson)), 10) for lesson in known}, rounds
    )


def student(place: Path, failing: Subject, rounds: int) -> Rounds:
    """A student's command for one lesson, the bare one, and the least that pytest with hypothesis takes."""
    empty = place / "empty"
    empty.mkdir()
    (empty / "test_empty.py").write_text(_EMPTY)
    lesson = str(LESSON.suite)
    ways = {
        "empty": Way(partial(_pytest, 0, "-q", f"--rootdir={empty}", str(empty))),
        "all done": Way(partial(_pytest, 0, "--submission=solutions", lesson)),
        "stubs": Way(partial(_pytest, 1, lesson)),
        "one failure explained": Way(partial(_pytest, 1, f"--submission={failing.folder}", lesson)),
        _EVERY_DONE: Way(partial(_pytest, 0, "--submission=solutions")),
        _EVERY_STUB: Way(partial(_pytest, 1)),
    }
    return in_turn(ways, rounds)


def _pytest(due: int, *arguments: str) -> None:
    """`python -m pytest`, which should end so. Its byte code is on disk, or each run would make it again."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    command, quiet = [sys.executable, "-m", "pytest", *arguments], subprocess.DEVNULL
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet, check=False)
    _require(done.returncode == due, f"pytest {' '.join(arguments)}")


def _graded_right(subject: Subject) -> bool:
    grade = session.grade(LESSON, subject.read())
    wrong = [result for result in grade.exercises if result.status != "passed"]
    _require(len(wrong) == subject.wrong, f"the grade of {subject.title}")
    return not wrong


def _require(true: bool, what: str) -> None:
    """What does not do its work has no time worth telling."""
    if not true:
        raise SystemExit(f"{what} did not end as it should")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
