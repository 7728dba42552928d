"""One submission → `Grade`: the lesson's suites, run in a warm pytest against a box.

pytest starts once in a thread of its own, collects the suites, and then runs its loop once for each
submission that it is handed. Student code runs in boxes only; what arrives here are plain values.
"""

import queue
import threading
from collections.abc import Sequence
from functools import lru_cache, partial

import pytest

from grader import diagnosis, grading, own
from grader.boxed import BoxedDoor
from grader.errors import KitError, UngradedError
from grader.ledger import Ledger
from grader.model import Grade, Lesson, Submission
from grader.student import Stopped
from grader.suites import CHECK, Suites

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
            diagnosis.examine(ledger, door, [e.name for e in self.lesson.exercises])
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


def _play(items: Sequence[pytest.Item]) -> None:
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


@lru_cache(maxsize=4)
def bench(lesson: Lesson) -> Bench:
    """The warm pytest of this process for `lesson`, started when first asked for."""
    return Bench(lesson)


def grade(lesson: Lesson, submission: Submission, *, confined: bool = True) -> Grade:
    """Grade one submission. What goes wrong on our side gives an ungraded `Grade`, never an exception.

    It is tried twice: a killed box or a machine without memory may be a thing of the moment.
    """
    first = _grade(lesson, submission, confined)
    return first if first.status == "graded" else _grade(lesson, submission, confined)


def _grade(lesson: Lesson, submission: Submission, confined: bool) -> Grade:
    door = BoxedDoor(lesson, submission, confined=confined)
    try:
        ledger = bench(lesson).run(door)
        if door.fault is not None:
            raise door.fault
        return grading.graded(lesson, submission, ledger, confined=confined)
    except KitError:
        raise
    except (Exception, Stopped) as error:
        reason = error.message if isinstance(error, UngradedError) else f"{type(error).__name__}: {error}"
        return grading.ungraded(lesson, submission, reason, confined=confined)
