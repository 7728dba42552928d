"""One submission → `Grade`: the lesson's suites, run in a warm pytest against a box.

pytest starts once in a thread of its own, collects the suites, and then runs its loop once for each
submission that it is handed. Student code runs in boxes only; what arrives here are plain values.
"""

import queue
import threading
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache, partial

import pytest

from grader.checking import diagnosis, own
from grader.checking.ledger import Ledger
from grader.checking.suites import CHECK, Suites
from grader.doors.boxed import BoxedDoor
from grader.errors import GraderError, KitError, LostError, UngradedError
from grader.grading import grading
from grader.model import Grade, Lesson, Student, Submission
from grader.student import Stopped

_WITHOUT = (
    "terminal",
    "cacheprovider",
    "faulthandler",
    "unraisableexception",
    "threadexception",
    "logging",
    "warnings",
)
# Whatever plugins somebody has installed beside the kit, a grade must not depend on them.
TRIES = 3  # of a submission whose box somebody else ends
_OPTIONS = [
    "--disable-plugin-autoload",
    "--capture=no",
    "--strict-markers",
    *(f"-pno:{name}" for name in _WITHOUT),
]


class Bench:
    """A warm pytest for one lesson. `run` checks one submission after another; `close` ends it."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.suites = Suites(lambda _: self._door)
        self._door: BoxedDoor
        self._jobs: queue.Queue[BoxedDoor | None] = queue.Queue()
        self._done: queue.Queue[Ledger | BaseException] = queue.Queue()
        self._thread = threading.Thread(target=self._serve, name="pytest", daemon=True)
        self._thread.start()
        self._outcome()  # collected, or not

    def run(self, door: BoxedDoor) -> Ledger:
        """All checks of the lesson on one submission. Raises what is our own fault."""
        self._jobs.put(door)
        return self._outcome()

    def close(self) -> None:
        """End the warm pytest."""
        self._jobs.put(None)
        self._thread.join()

    def _outcome(self) -> Ledger:
        outcome = self._done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def _serve(self) -> None:
        root = self.lesson.root
        arguments = ["--rootdir", str(root), "-c", str(root / "pyproject.toml"), *_OPTIONS]
        try:
            code = pytest.main([*arguments, str(self.lesson.suite)], plugins=[self.suites, self])
            raise KitError(
                f"the checks of {self.lesson.name} cannot be collected (pytest ended with {code})",
                f"run `pytest {self.lesson.suite}` to see why",
            )
        except BaseException as error:  # the other thread waits for an answer, whatever happens
            self._done.put(error)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of pytest's own loop: the same loop, once a submission."""
        if session.testsfailed or not session.items:
            raise session.Interrupted("the checks cannot be collected")
        self._done.put(self.suites.ledger(self.lesson))
        while (door := self._jobs.get()) is not None:
            self._done.put(self._checked(session, door))
        return True

    def _checked(self, session: pytest.Session, door: BoxedDoor) -> Ledger | BaseException:
        self._door = door
        self.suites.restart()
        try:
            _play(session.items)
            ledger = self.suites.ledger(self.lesson)
            with _survived():
                diagnosis.examine(ledger, door, [e.name for e in self.lesson.exercises])
            with _survived():
                own.show(ledger, partial(self._play_into, session))
            return ledger
        except BaseException as error:
            return error
        finally:
            door.close()

    def _play_into(self, session: pytest.Session, exercise: str, ledger: Ledger) -> None:
        """Run the checks of one exercise once more, into a ledger of its own."""
        self.suites.ledgers[self.lesson.name] = ledger
        _play([item for item in session.items if item.stash[CHECK].exercise == exercise])


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


def _play(items: Sequence[pytest.Item]) -> None:
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


@lru_cache(maxsize=4)
def bench(lesson: Lesson) -> Bench:
    """The warm pytest of this process for `lesson`, started when first asked for."""
    return Bench(lesson)


def grade(lesson: Lesson, submission: Submission, *, confined: bool = True) -> Grade:
    """Grade one submission. What goes wrong on our side gives an ungraded `Grade`, never an exception.

    There is a second try only where somebody else has ended a box. Whatever a submission can bring about,
    it meets once.
    """
    for left in reversed(range(TRIES)):
        door = BoxedDoor(lesson, submission, confined=confined, forgiving=left > 0)
        with suppress(LostError):
            return _grade(lesson, submission, door)
    raise AssertionError("the last try does not end that way")


def _grade(lesson: Lesson, submission: Submission, door: BoxedDoor) -> Grade:
    confined = door.confined
    try:
        ledger = _checked(lesson, door)
        if isinstance(door.fault, LostError):
            raise door.fault
        if ledger.faults():
            _require_health(lesson, confined=confined)
            ledger.settle()
        return grading.graded(lesson, submission, ledger, confined=confined)
    except (KitError, LostError):
        raise
    except UngradedError as error:
        return grading.ungraded(lesson, submission, error.message, confined=confined)


def _checked(lesson: Lesson, door: BoxedDoor) -> Ledger:
    """What the checks found. Where they could not be run to an end, nothing was checked."""
    try:
        return bench(lesson).run(door)
    except GraderError:
        raise
    except (Exception, Stopped):
        bench.cache_clear()  # its pytest is in disorder
        return bench(lesson).suites.ledger(lesson)


def charged(lesson: Lesson, submission: Submission, *, confined: bool = True) -> Grade:
    """The grade of a submission that no check can be carried out on, though it can on the solution.

    UngradedError where it cannot, or does not show here.
    """
    _require_health(lesson, confined=confined)
    suites = bench(lesson).suites
    suites.restart()
    ledger = suites.ledger(lesson)
    ledger.settle()
    return grading.graded(lesson, submission, ledger, confined=confined)


def _require_health(lesson: Lesson, *, confined: bool) -> None:
    """Whose fault is it? UngradedError when our own solution cannot be graded here, either.

    So the reason for a missing grade is always found, and worded, with no submission in sight.
    """
    files = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    door = BoxedDoor(lesson, Submission(Student("solution", "solution"), files, ""), confined=confined)
    faults = bench(lesson).run(door).faults()
    if faults:
        raise UngradedError(f"not even the solution can be graded here: {faults[0].message}")
