"""A student's own pytest run: a door and a ledger for each lesson, and a closer look at the end."""

import gc
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, nullcontext, redirect_stdout, suppress
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from grader.checking import diagnosis, own_code, putting_back
from grader.checking.examples import nothing_local
from grader.checking.ledger import Ledger, Outcome
from grader.checking.suites import Suites, quietly
from grader.checking.turn import CHECK, TURN, Door, Turn
from grader.checking.whereabouts import heading, line_of
from grader.doors.direct import DirectDoor
from grader.doors.handed_out import Changed
from grader.doors.replay import ReplayDoor
from grader.errors import KitError
from grader.model import Exercise, Lesson
from grader.student import Stopped

Again = Callable[[Any], Door | None]  # the door through which a check is played once more, if there is one


def _again(door: Door) -> Door | None:
    return ReplayDoor(door) if isinstance(door, DirectDoor) else None


class StudentRun:
    """A plugin. pytest runs the checks. `open_door(lesson)` says how to reach the submission.

    `models(lesson)` is the lesson as it lies beside its wrong models, if these lie elsewhere.
    """

    def __init__(
        self,
        suites: Suites,
        open_door: Callable[[Lesson], Door],
        again: Again = _again,
        models: Callable[[Lesson], Lesson] = lambda lesson: lesson,
    ) -> None:
        self.suites = suites
        self.open_door = open_door
        self.again = again
        self.models = models
        self.doors: dict[str, Door] = {}
        self.ledgers: dict[str, Ledger] = {}

    def door(self, lesson: Lesson) -> Door:
        if lesson.name not in self.doors:
            self.doors[lesson.name] = self.open_door(lesson)
        return self.doors[lesson.name]

    def ledger(self, lesson: Lesson) -> Ledger:
        if lesson.name not in self.ledgers:
            self.ledgers[lesson.name] = self.suites.ledger(lesson)
        return self.ledgers[lesson.name]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Exercises that a check needs, and that are not done, get working versions where there are any."""
        if CHECK not in item.stash:
            return (yield)
        turn = self._begin(item)
        try:
            return (yield)
        finally:
            self._end(turn)

    def aside(self, item: pytest.Item) -> None:
        """Play a check that nobody has asked for, without a report of it."""
        turn = self._begin(item)
        self.ledger(turn.check.lesson).aside.add(turn.check.exercise)
        quietly(item)
        self._end(turn)

    def _begin(self, item: pytest.Item) -> Turn:
        check = item.stash[CHECK]
        ledger = self.ledger(check.lesson)
        turn = self.suites.turn(item, self.door(check.lesson), ledger.follow(check.exercise))
        turn.promising = ledger.promising(turn.working)
        return turn

    def _end(self, turn: Turn) -> None:
        ledger = self.ledger(turn.check.lesson)
        if turn.waits is not None:  # no working version was met after all
            ledger.followed.pop(turn.check.exercise, None)
        if outcome := turn.outcome():
            ledger.note(turn.check.exercise, outcome)

    # --- what would only take time --------------------------------------------------------------

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self) -> Generator[None, None, None]:
        """hypothesis would parse every module here, to find numbers that examples of checks do without."""
        with nothing_local():
            yield

    def pytest_collection_finish(self) -> None:
        """What is there now stays: pytest looks for garbage at its end, and need not look through it."""
        gc.freeze()

    # --- at the end ----------------------------------------------------------------------------

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Afterwards see whether a working version has cost points, as grading does."""
        done = yield
        for name, door in self.doors.items():
            if isinstance(door, DirectDoor):
                own_code.count(self.ledgers[name], partial(self._play, door))
        return done

    def _play(self, door: DirectDoor, exercise: str, into: Ledger) -> None:
        """Play the checks of one exercise once more, and note them in another ledger."""
        checks = [i for key, i in self.suites.items.items() if key[:2] == (door.lesson.name, exercise)]
        for item in [i for i in checks if TURN in i.stash]:
            with self._watched():
                outcome = self.suites.play(item, door, into.follow(exercise), quietly)
            if outcome is not None:
                into.note(exercise, outcome)

    def explain(self, name: str, exercise: Exercise) -> None:
        """Name the mistake in an exercise of the lesson `name`; the check that is told gets its example.

        What hangs or crashes would do so again, so only an answer that is wrong is looked at once more.
        """
        door, ledger = self.doors.get(name), self.ledgers[name]
        again = self.again(door) if door is not None else None
        if door is None or again is None:
            return
        if isinstance(door, DirectDoor):  # a notebook's cells may be run twice
            _note_line(ledger, door, exercise)
            _note_twice(ledger, door, exercise)
        failed = ledger.exercise(exercise).told
        if failed is None or failed.status != "failed":
            return
        if not self._was_changed(ledger, door, exercise):
            self._diagnose(name, exercise.name, door)
        failed = ledger.exercise(exercise).told or failed
        if failed.status == "failed":
            working = ledger.followed.get(exercise.name, ())
            item = self.suites.items[name, exercise.name, failed.name]
            played = self._replayed(item, again, working)
            if played is not None:
                shown = replace(failed, example=played.result.example, graph=played.result.graph)
                ledger.results[exercise.name][failed.name] = shown

    def locate(self, name: str) -> None:
        """Note where the first written answer that lacks something has its heading."""
        ledger, door = self.ledgers[name], self.doors.get(name)
        file = ledger.lesson.written_file
        checks = [*ledger.results.get(Path(file).stem, {}).values()]
        lacking = {check.name.partition("[")[2].rstrip("]") for check in checks if check.status != "passed"}
        titles = [question.title for question in ledger.lesson.questions if question.name in lacking]
        with suppress(Stopped):
            line = heading(door.text(file), titles) if door is not None and titles else None
            if line is not None:
                ledger.lines[file] = line

    def _diagnose(self, name: str, exercise: str, door: Door) -> None:
        """Say which mistake it is, where that is known and what the exercise needs was tried as well."""
        ledger = self.ledgers[name]
        if all(need in ledger.results for need in ledger.lesson.exercise(exercise).needs):
            # If the wrong models are broken, the student still gets a board, without a name for the mistake.
            with suppress(KitError), self._watched(), redirect_stdout(StringIO()):
                known = replace(ledger, lesson=self.models(ledger.lesson))
                diagnosis.examine(known, door, [exercise])

    def _was_changed(self, ledger: Ledger, door: Any, exercise: Exercise) -> bool:
        """Whether the check that is told fails because of something given, which is said then."""
        working = ledger.followed.get(exercise.name, ())

        def play(check: str) -> Outcome | None:
            item = self.suites.items[ledger.lesson.name, exercise.name, check]
            return self._replayed(item, door, working)

        def in_cell(part: Changed) -> str:
            return door.where(part.line) if part.line else ""

        where = putting_back.in_file if isinstance(door, DirectDoor) else in_cell
        return putting_back.examine(ledger, exercise, door.outline, door, play, where)

    def _replayed(self, item: pytest.Item, door: Door, working: tuple[str, ...]) -> Outcome | None:
        """What a failed check shows when it is played once more, on stand-ins."""
        with self._watched():
            return self.suites.play(item, door, working, quietly)

    def _watched(self) -> AbstractContextManager[None]:
        """Code that pytest does not run as a test must come to an end as well."""
        return self.suites.deadline.watch() if self.suites.deadline else nullcontext()


def _note_line(ledger: Ledger, door: DirectDoor, exercise: Exercise) -> None:
    """Where in the file the exercise stands, for whoever has nothing that says it better."""
    told = ledger.exercise(exercise).told
    line = line_of(door.outline(exercise.file), exercise, told) if told is not None else None
    if line is not None:
        ledger.lines[exercise.name] = line


def _note_twice(ledger: Ledger, door: DirectDoor, exercise: Exercise) -> None:
    """Say it where a function is defined twice: a student may look at the one that does not count."""
    told, twice = ledger.exercise(exercise).told, door.outline(exercise.file).twice(exercise.defines)
    if told is not None and twice is not None:
        lines = " and ".join(map(str, twice[1]))
        said = f"{told.message}; `{twice[0]}` is defined twice, in lines {lines}: the last one counts"
        ledger.results[exercise.name][told.name] = replace(told, message=said)
