"""A warm pytest: it collects a lesson's suites once, and its checks are run once a submission.

It asks ahead: what a check asks, and what a working solution answers, is known from one run on the solution
(see `grader.doors.foreseen`).
"""

import ast
import gc
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby
from pathlib import Path

import pytest

from grader.checking import diagnosis, own_code, putting_back
from grader.checking.ledger import Ledger, Outcome
from grader.checking.suites import Suites
from grader.checking.turn import CHECK
from grader.doors.asking_ahead import AskingAhead
from grader.doors.foreseen import Program, Recording
from grader.doors.handed_out import untouched
from grader.doors.outline import Outline
from grader.errors import GraderError, KitError, raised_at
from grader.grading.brisk import Brisk, take_down
from grader.model import Lesson, Student, Submission
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
    outcome: Outcome


class Bench:
    """A warm pytest for one lesson. `run` checks one submission after another."""

    def __init__(self, lesson: Lesson, *, asks_ahead: bool = True) -> None:
        self.lesson = lesson
        self.asks_ahead = asks_ahead
        self.suites = Suites()
        self._runs = 0
        self._foreseen: dict[str, Foreseen] = {}  # by node of pytest
        self._probes: dict[str, Program] = {}  # by exercise
        self._alone = {e.file: _alone(lesson.solutions / e.file) for e in lesson.exercises if e.given}
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

    def ledger(self) -> Ledger:
        """A new ledger of the lesson."""
        return self.suites.ledger(self.lesson)

    def run(self, door: AskingAhead, only: Sequence[str] = ()) -> Ledger:
        """All checks of the lesson, or of some exercises, on one submission. Raises what is our own fault."""
        with closing(door):
            self._runs += 1
            if self._runs == 1 and self.asks_ahead:  # before any submission: each one meets the same
                # Whatever goes wrong here is ours: a kit without solutions, a box that somebody else ends.
                with _survived(), suppress(GraderError, OSError, Stopped):
                    self._look_ahead(door.confined)
                gc.freeze()  # all that is there by now stays, and need not be looked through for rubbish
            ledger = self.ledger()
            self._play_all(self._checks_of(only) if only else self._session.items, door, ledger)
            with _survived():
                self._put_back(door, ledger)
            with _survived():
                exercises = [e.name for e in self.lesson.exercises if e.name not in ledger.changed]
                diagnosis.examine(ledger, door, exercises, partial(self._prepare, door, ledger))
            with _survived():
                own_code.show(ledger, partial(self._play_own, door))
            return ledger

    def _checks_of(self, exercises: Sequence[str]) -> list[pytest.Item]:
        return [item for item in self._session.items if item.stash[CHECK].exercise in exercises]

    def _play_all(self, items: Sequence[pytest.Item], door: AskingAhead, ledger: Ledger) -> None:
        """Play these checks in turn, but for those that are seen to pass without it."""
        for exercise, checks in groupby(items, lambda item: item.stash[CHECK].exercise):
            self._play_exercise(exercise, [*checks], door, ledger)

    def _play_own(self, door: AskingAhead, name: str, ledger: Ledger) -> None:
        """Play an exercise once more, with the student's own code: in a box that was not asked before.

        One failure tells that this code will not do. After it only what draws curves is played.
        """
        door.end_lent()
        self._play_exercise(name, self._checks_of([name]), door, ledger, only_until_failed=True)

    def _play_exercise(
        self,
        exercise: str,
        items: Sequence[pytest.Item],
        door: AskingAhead,
        ledger: Ledger,
        *,
        only_until_failed: bool = False,
    ) -> None:
        known = {item.name: self._foreseen[item.nodeid] for item in items if item.nodeid in self._foreseen}
        if len(known) == len(items) and self._as_handed_out(exercise, door):
            for each in known.values():
                ledger.note(exercise, each.outcome)
            return
        unasked, first = {name: each.program for name, each in known.items()}, items
        if only_until_failed:  # mostly the first check fails; then all others would be asked for nothing
            first = [item for item in items if item is items[0] or _draws_curves(item)]
        for item, following in zip(items, [*items[1:], None], strict=True):
            if only_until_failed and ledger.undone([exercise]) and not _draws_curves(item):
                continue
            if item.name in unasked:
                due = {i.name for i in (first if item in first else items)} & unasked.keys()
                programs = {name: unasked.pop(name) for name in known if name in due}
                door.ask_ahead(exercise, ledger.follow(exercise), programs)
            foreseen = known.get(item.name)
            if foreseen is not None and door.as_foreseen(item.name, foreseen.program):
                ledger.note(exercise, foreseen.outcome)
            elif outcome := self._played(item, door, ledger, following):
                ledger.note(exercise, outcome)
        door.end_exercise()

    def _as_handed_out(self, name: str, door: AskingAhead) -> bool:
        """Whether an exercise was given, and its file is the solution's, which imports nothing.

        Then its checks come to what they come to on the solution, whatever else was handed in.
        """
        given = next((e for e in self.lesson.exercises if e.name == name and e.given), None)
        if given is None or self._alone.get(given.file) is None:
            return False
        return _lines(door.submission.files.get(given.file, b"")) == self._alone[given.file]

    def _played(
        self, item: pytest.Item, door: AskingAhead, ledger: Ledger, following: pytest.Item | None = None
    ) -> Outcome | None:
        working = ledger.follow(item.stash[CHECK].exercise)
        return self.suites.play(item, door, working, partial(self._run_item, following=following))

    def _run_item(self, item: pytest.Item, following: pytest.Item | None) -> None:
        take_down(self._session, item)  # checks that did not run took nothing down
        # What is set up for a whole package knows no submission, and is needed again.
        stays = following or item.getparent(pytest.Package)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=stays)

    def _put_back(self, door: AskingAhead, ledger: Ledger) -> None:
        """Say it where an exercise fails because something given was changed."""
        if untouched(self.lesson, door.submission.files):
            return

        def play(exercise: str, check: str) -> Outcome | None:
            return self._played(self.suites.items[self.lesson.name, exercise, check], door, ledger)

        @cache
        def outline(file: str) -> Outline:
            try:
                door.begin(self.lesson.exercises[0].name, ())
            except Stopped:  # it interfered, or its time is used up, and that has been told
                return Outline()
            return door.outline(file, wholes=True)

        for exercise in self.lesson.exercises:
            putting_back.examine(ledger, exercise, outline, door, partial(play, exercise.name))

    def _prepare(self, door: AskingAhead, ledger: Ledger, exercise: str) -> None:
        """Ask ahead what the probes of an exercise will ask."""
        if exercise in self._probes:
            programs = {exercise: self._probes[exercise]}
            door.ask_ahead(exercise, ledger.followed.get(exercise, ()), programs)
            door.as_foreseen(exercise, programs[exercise])

    def _look_ahead(self, confined: bool) -> None:
        """Play all checks on the solution, and keep what each of them asks and what comes of it."""
        door, ledger = solution(self.lesson, confined=confined), self.ledger()
        with closing(door):
            for item in self._session.items:
                door.recording = recording = Recording()
                outcome, program = self._played(item, door, ledger), recording.program()
                if outcome is not None:
                    ledger.note(item.stash[CHECK].exercise, outcome)
                    if outcome.result.status == "passed" and program is not None:
                        self._foreseen[item.nodeid] = Foreseen(program, outcome)
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


def _draws_curves(item: pytest.Item) -> bool:
    """Whether a check may draw a curve, to which one of the student's own code can be added."""
    return "chart" in getattr(item, "fixturenames", ())


def _lines(written: bytes) -> list[bytes]:
    """The lines of a file, however they end."""
    return written.splitlines()


def _alone(path: Path) -> list[bytes] | None:
    """The lines of a file that imports nothing; None where it does, or is not there."""
    try:
        written = path.read_bytes()
    except OSError:  # a kit without solutions
        return None
    imports = any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(ast.parse(written)))
    return None if imports else _lines(written)


@contextmanager
def _survived() -> Iterator[None]:
    """A part of grading that may fail without taking the rest along: what is missing then is looked at."""
    try:
        yield
    except GraderError:
        raise
    except (Exception, Stopped) as error:
        warnings.warn(f"a part of grading failed: {raised_at(error)}", stacklevel=1)


def solution(lesson: Lesson, *, confined: bool) -> AskingAhead:
    """The way to the lesson's own solution."""
    files = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    return AskingAhead(lesson, Submission(Student("solution", "solution"), files, ""), confined=confined)
