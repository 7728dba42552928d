"""One submission → `Grade`: the lesson's suites, run in a warm pytest against a box.

Student code runs in boxes only; what arrives here are plain values. pytest is loaded by whoever grades, a
worker: the process that only hands out jobs starts in half the time without it.
"""

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from grader.checking.ledger import Ledger
from grader.doors.asking_ahead import AskingAhead
from grader.errors import GraderError, KitError, LostError, UngradedError
from grader.grading import grading
from grader.model import Grade, Lesson, Submission
from grader.student import Stopped

if TYPE_CHECKING:
    from grader.grading.bench import Bench

TRIES = 10  # of a submission whose box somebody else ends


@lru_cache(maxsize=4)
def bench(lesson: Lesson) -> "Bench":
    """The warm pytest of this process for `lesson`, started when first asked for."""
    from grader.grading.bench import Bench

    return Bench(lesson)


def grade(lesson: Lesson, submission: Submission, *, confined: bool = True) -> Grade:
    """Grade one submission. A fault on our side gives an ungraded `Grade`, never an exception.

    There is another try only if somebody else has killed a box. Whatever a submission itself can cause gives
    it no second try.
    """
    for left in reversed(range(TRIES)):
        door = AskingAhead(lesson, submission, confined=confined, forgiving=left > 0)
        with suppress(LostError):
            return _grade(lesson, submission, door)
    raise AssertionError("the last try does not end that way")


def _grade(lesson: Lesson, submission: Submission, door: AskingAhead) -> Grade:
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


def _checked(lesson: Lesson, door: AskingAhead) -> Ledger:
    """What the checks found. If they could not be run to the end, the ledger is empty."""
    try:
        return bench(lesson).run(door)
    except GraderError:
        raise
    except (Exception, Stopped):
        bench.cache_clear()  # its pytest is in disorder
        return bench(lesson).ledger()


def charged(lesson: Lesson, submission: Submission, *, confined: bool = True) -> Grade:
    """The grade of a submission on which no check can be carried out, although the solution can be graded.

    UngradedError if the solution cannot be graded either.
    """
    _require_health(lesson, confined=confined)
    ledger = bench(lesson).ledger()
    ledger.settle()
    return grading.graded(lesson, submission, ledger, confined=confined)


def _require_health(lesson: Lesson, *, confined: bool) -> None:
    """Is it our fault? UngradedError if our own solution cannot be graded here either.

    So the reason for a missing grade never depends on a submission, and holds none of its words.
    """
    from grader.grading.bench import solution

    faults = bench(lesson).run(solution(lesson, confined=confined)).faults()
    if faults:
        raise UngradedError(f"not even the solution can be graded here: {faults[0].message}")
