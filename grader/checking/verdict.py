"""How one check ended, as a `CheckResult` that a student can read."""

import re
from typing import Any

import hypothesis.errors

from grader.doors import slips
from grader.doors.leftover import left_over
from grader.doors.missing import given_operator, missing, unknown_name
from grader.doors.refusals import refusal
from grader.errors import GraderError
from grader.model import CheckResult, CheckStatus, Lesson
from grader.student import Place, Stopped, StudentError, Todo, UnreadableAnswerError

_CAPITAL = re.compile(r"name '(true|false|none)' is not defined.*")


def verdict(check: Any, worth: float, error: BaseException | None, door: Any) -> CheckResult:
    """The result of `check`, worth `worth` points, which raised `error` or nothing."""
    if error is None:
        return CheckResult(check.name, check.title, "passed", worth, worth)
    status, message, place = _judge(error, door, check.lesson)
    return CheckResult(
        name=check.name,
        title=_claim(check.title, error),
        status=status,
        points=0.0,
        max_points=worth,
        message=message if place is None or f"line {place.line}" in message else f"{message} ({place})",
        example=door.example() if status in ("failed", "crashed", "timed_out") else "",
        line=_line(check, place),
    )


def _line(check: Any, place: Place | None) -> int | None:
    """The line of `place`, if it is in the file of the exercise: a reader will look for it there."""
    own = next((e.file for e in check.lesson.exercises if e.name == check.exercise), None)
    return place.line if place is not None and place.file == own else None


def _claim(title: str, error: BaseException) -> str:
    """The title of a failed check; if a file cannot even be imported, the title says that instead."""
    file = error.unimportable if isinstance(error, Stopped) else ""
    return f"{file} cannot be imported yet." if file else title


def _judge(error: BaseException, door: Any, lesson: Lesson) -> tuple[CheckStatus, str, Place | None]:
    place = door.place(error)
    match error:
        case Stopped():
            return error.status, error.message, error.place
        case Todo():
            return "todo", str(error), None
        case NotImplementedError():
            return "todo", f"{str(error) or 'still to do'}{left_over(place, door.text)}", place
        case UnreadableAnswerError():
            return "failed", error.message, place
        case StudentError():
            return "failed", raised_text(error, place, lesson), place
        case GraderError():
            return "ungraded", error.message, None
        case hypothesis.errors.Flaky() if place is None:
            return "failed", "the same call gives different results from one time to the next", None
        case hypothesis.errors.HypothesisException() | MemoryError() if place is None:
            return "ungraded", f"the check itself failed: {type(error).__name__}", None
        case OSError() | ImportError() | SyntaxError() | NameError() if place is None:
            # Student code's answers cannot raise these here, so a file of the kit is missing or broken.
            return "ungraded", f"the check itself failed: {type(error).__name__}: {error}", None
        case AssertionError() if place is None:
            return "failed", assertion_text(str(error)), None
    return "failed", raised_text(error, place, lesson), place


def raised_text(error: BaseException, place: Place | None, lesson: Lesson | None = None) -> str:
    """What student code raised at `place`; without a place, what a check raised because of its answers."""
    if isinstance(error, MemoryError):
        return "your code needed more memory than it may use (MemoryError)"
    why = ""
    if isinstance(error, StudentError):
        said = f"{error.type_name}: {error.message}".rstrip(": ")
        why = refusal(error.type_name, error.message)
    else:
        said = f"{type(error).__name__}: {error}".removesuffix(": None").rstrip(": ")  # exit() says None
    if place is not None:
        meant = given_operator(said, lesson) or unknown_name(said, place.file, lesson) or _meant(error)
        return f"{why}, so your code raised {said}" if why else f"your code raised {said}{meant}"
    return missing(said, lesson) or f"{said}{given_operator(said, lesson)}"


def _meant(error: BaseException) -> str:
    kind, message = type(error).__name__, str(error)
    if isinstance(error, StudentError):
        kind, message = error.type_name, error.message
    if kind == "NameError" and not _CAPITAL.fullmatch(message):
        return ""  # inside of a function it says enough
    return slips.aside(kind, message)


def assertion_text(text: str) -> str:
    """The words of a failed assert: its message, then "expected …, got …" if that is known."""
    said, split, detail = text.partition("\nassert ")
    if not split:
        said, detail = "", text.removeprefix("assert ")
    first = detail.splitlines()[0] if detail else ""
    if not said:
        return first
    return f"{said}\n{first}" if first.startswith("expected ") else said
