"""A warm pytest: it collects a lesson's suites once, and its checks are run once a submission.

It asks ahead: what a check asks, and what a working solution answers, is known from one run on the solution
(see `grader.doors.foreseen`).
"""

import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby

import pytest

from grader.checking import diagnosis, own
from grader.checking.ledger import Ledger
from grader.checking.suites import CHECK, Suites
from grader.doors.asking_ahead import AskingAhead
from grader.doors.foreseen import Program, Recording
from grader.errors import GraderError, KitError
from grader.figures import Figure, Plane
from grader.grading.brisk import Brisk
from grader.model import CheckResult, Lesson, Student, Submission
from grader.student import Stopped

_WITHOUT = (
    "capture",
    "terminal",
    "cacheprovider",
    "faulthandler",
    "unraisableexception",
    "threadexception",
    "logging",
    "warnings",
)
# Whatever plugins somebody has installed beside the kit, a grade must not depend on them.
_OPTIONS = [
    "--disable-plugin-autoload",
    "--strict-markers",
    *(f"-pno:{name}" for name in _WITHOUT),
]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a check asks, and what comes of it when every answer is the solution's."""

    program: Program
    result: CheckResult
    figures: tuple[Figure | Plane, ...]


class Bench:
    """A warm pytest for one lesson. `run` checks one submission after another."""

    def __init__(self, lesson: Lesson, *, asks_ahead: bool = True) -> None:
        self.lesson = lesson
        self.asks_ahead = asks_ahead
        self.suites = Suites(lambda _: self._door)
        self._door: AskingAhead
        self._runs = 0
        self._foreseen: dict[str, Foreseen] = {}  # by node of pytest
        self._probes: dict[str, Program] = {}  # by exercise
        self._session = self._collected()

    def _collected(self) -> pytest.Session:
        """A pytest run that has collected the checks, and left it at that. KitError where it cannot."""
        root, sessions = self.lesson.root, list[pytest.Session]()
        arguments = ["--rootdir", str(root), "-c", str(root / "pyproject.toml"), *_OPTIONS]
        plugins = [self.suites, Brisk(self.suites), _Collected(sessions)]
        code = pytest.main([*arguments, str(self.lesson.suite)], plugins=plugins)
        if not sessions:
            raise KitError(
                f"the checks of {self.lesson.name} cannot be collected (pytest ended with {code})",
                f"run `pytest {self.lesson.suite}` to see why",
            )
        return sessions[0]

    def run(self, door: AskingAhead, only: Sequence[str] = ()) -> Ledger:
        """All checks of the lesson, or of some exercises, on one submission. Raises what is our own fault."""
        with closing(door):
            self._runs += 1
            if self._runs == 1 and self.asks_ahead:  # before any submission: each one meets the same
                # Whatever goes wrong here is ours: a kit without solutions, a box that somebody else ends.
                with _survived(), suppress(GraderError, OSError, Stopped):
                    self._look_ahead(door.confined)
            self._door = door
            self.suites.restart()
            self._play(self._checks_of(only) if only else self._session.items)
            ledger = self.suites.ledger(self.lesson)
            with _survived():
                exercises = [e.name for e in self.lesson.exercises]
                diagnosis.examine(ledger, door, exercises, partial(self._prepare, ledger))
            with _survived():
                own.show(ledger, self._play_into)
            return ledger

    def _checks_of(self, exercises: Sequence[str]) -> list[pytest.Item]:
        return [item for item in self._session.items if item.stash[CHECK].exercise in exercises]

    def _play_into(self, exercise: str, ledger: Ledger) -> None:
        """Run the checks of one exercise once more, into a ledger of its own."""
        self.suites.ledgers[self.lesson.name] = ledger
        self._play(self._checks_of([exercise]))

    def _play(self, items: Sequence[pytest.Item]) -> None:
        """Run these checks in turn, but for those that are seen to pass without it."""
        for exercise, checks in groupby(items, lambda item: item.stash[CHECK].exercise):
            self._play_one(exercise, [*checks])

    def _play_one(self, exercise: str, items: Sequence[pytest.Item]) -> None:
        door, ledger = self._door, self.suites.ledger(self.lesson)
        known = {item.name: self._foreseen[item.nodeid] for item in items if item.nodeid in self._foreseen}
        if known:
            programs = {name: foreseen.program for name, foreseen in known.items()}
            door.ask_ahead(exercise, ledger.follow(exercise), programs)
        for item, following in zip(items, [*items[1:], None], strict=True):
            foreseen = known.get(item.name)
            if foreseen is not None and door.as_foreseen(item.name, foreseen.program):
                ledger.note(exercise, foreseen.result, foreseen.figures)
                continue
            # Checks that did not run took nothing down, and pytest has no public way to ask for that.
            self._session._setupstate.teardown_exact(item)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        door.end_exercise()

    def _prepare(self, ledger: Ledger, exercise: str) -> None:
        """Ask ahead what the probes of an exercise will ask."""
        if exercise in self._probes:
            programs = {exercise: self._probes[exercise]}
            self._door.ask_ahead(exercise, ledger.followed.get(exercise, ()), programs)
            self._door.as_foreseen(exercise, programs[exercise])

    def _look_ahead(self, confined: bool) -> None:
        """Run all checks on the solution, and keep what each of them asks and what comes of it."""
        self._door = door = solution(self.lesson, confined=confined)
        self.suites.restart()
        ledger = self.suites.ledger(self.lesson)
        with closing(door):
            for item in self._session.items:
                check = item.stash[CHECK]
                recording, shown = Recording(), len(ledger.figures.get(check.exercise, ()))
                door.recording = recording
                self._play([item])
                result = ledger.results.get(check.exercise, {}).get(check.name)
                program = recording.program()
                if result is not None and result.status == "passed" and program is not None:
                    figures = ledger.figures.get(check.exercise, [])[shown:]
                    self._foreseen[item.nodeid] = Foreseen(program, result, tuple(figures))
            for exercise in self.lesson.exercises:
                door.recording = recording = Recording()
                diagnosis.probe(self.lesson, door, exercise.name)
                if program := recording.program():
                    self._probes[exercise.name] = program


class _Collected:
    """In place of pytest's own loop: keeps the session, whose checks are run later, and often."""

    def __init__(self, sessions: list[pytest.Session]) -> None:
        self.sessions = sessions

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed or not session.items:
            raise session.Interrupted("the checks cannot be collected")
        self.sessions.append(session)
        return True


@contextmanager
def _survived() -> Iterator[None]:
    """A part of grading that may fail without taking the rest along: what is missing then is looked at."""
    try:
        yield
    except GraderError:
        raise
    except (Exception, Stopped) as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{at.filename}, line {at.lineno}"
        warnings.warn(f"a part of grading failed: {type(error).__name__} in {place}", stacklevel=1)


def solution(lesson: Lesson, *, confined: bool) -> AskingAhead:
    """The way to the lesson's own solution."""
    files = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    return AskingAhead(lesson, Submission(Student("solution", "solution"), files, ""), confined=confined)
