"""Which hints fit how an exercise stands, from a nudge to nearly the answer.

A mistake that has a name brings hints of its own, or none: those of the exercise tell what its student has
done already. A mistake without a name gets those that are of use for the check that is told. Saying nothing
is better than a hint about something else.
"""

from collections.abc import Sequence
from fnmatch import fnmatch

from grader.doors.missing import RENAMED
from grader.model import CheckStatus, Exercise, ExerciseResult, Hint

_ENDLESS: dict[CheckStatus, tuple[str, ...]] = {
    "timed_out": (
        "Which loop of yours waits for something that never comes? Say what has to happen for it to end.",
        "Write down what that number is in the first three turns: does it come any closer to the end?",
        "A `for` loop never ends if its list grows meanwhile; a function that calls itself needs a case in "
        "which it does not.",
    ),
    "crashed": ("A function that calls itself needs a case in which it does not: where does yours stop?",),
}


def rungs(exercise: Exercise, result: ExerciseResult, own: Sequence[str] = ()) -> tuple[str, ...]:
    """The hints for an exercise that stands like this; `own` are those of the mistake that has a name."""
    told = result.told
    if told is None or told.status in ("waiting", "ungraded", "invalid") or RENAMED in told.message:
        return ()  # a name that is gone needs no hint about what it did
    if told.status in _ENDLESS:
        return _ENDLESS[told.status]
    if result.diagnosis is not None:
        return tuple(own)
    about = _about(result)
    found = [hint for hint in exercise.hints if not hint.checks or _is_for(hint, about)]
    narrow = [hint for hint in found if hint.checks]
    # What is wrong gets the hints that are about it, as far as there are any; what is to do gets all.
    return tuple(hint.text for hint in (narrow if narrow and told.wrong else found))


def unasked(exercise: Exercise, result: ExerciseResult) -> str:
    """The hint that comes without being asked for; empty where something else says what to look at.

    That is the question of the mistake that has a name, or the line at which the code raised an error.
    """
    told = result.told
    if told is None or (told.status == "failed" and (result.diagnosis or told.line)):
        return ""
    return next(iter(rungs(exercise, result)), "")


def _is_for(hint: Hint, about: set[str]) -> bool:
    return any(fnmatch(check, pattern) for check in about for pattern in hint.checks)


def _about(result: ExerciseResult) -> set[str]:
    """The told check, and those that say the same of what is to do: a stub says it to every check."""
    told = result.told
    if told is None:
        return set()
    same = [c for c in result.checks if c.status == told.status == "todo" and c.message == told.message]
    return {check.name.partition("[")[0] for check in (told, *same)}
