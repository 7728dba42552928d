"""Feedback as plain text, for systems that show no markup, and the points that they may be told."""

from collections.abc import Iterator

from grader import text
from grader.errors import UngradedError
from grader.model import CheckResult, CheckStatus, ExerciseResult, Grade
from grader.report import words

_QUIET: tuple[CheckStatus, ...] = ("passed", "todo", "waiting")


def open_checks(result: ExerciseResult) -> list[CheckResult]:
    """The checks that have something to say: neither passed nor still to do."""
    return [check for check in result.checks if check.status not in _QUIET]


def feedback(result: ExerciseResult) -> str:
    """Everything a student should read about one exercise, in paragraphs."""
    return "\n\n".join(text.visible(paragraph, text.MESSAGE) for paragraph in _paragraphs(result))


def _paragraphs(result: ExerciseResult) -> Iterator[str]:
    yield words.state(result.status)
    if result.diagnosis:
        yield " ".join(filter(None, (result.diagnosis.message, result.diagnosis.question)))
    for check in open_checks(result):
        yield f"{check.title}: {words.state(check.status)}"
        yield from filter(None, (check.message, check.example))
    if result.hint:
        yield f"Hint: {result.hint}"
    if result.follow_through:
        yield words.FOLLOW_THROUGH
    yield from map(words.sentence, result.remarks)


def require_points(grade: Grade) -> None:
    """UngradedError unless every exercise of the grade has points that may be told as a number."""
    if grade.status != "graded":
        raise UngradedError(f"could not be graded, because {grade.reason}")
    for result in grade.exercises:
        if result.status == "ungraded":
            reason = f"{result.title!r} could not be checked"
            raise UngradedError(f"could not be graded, because {reason}", "grade this submission again")
