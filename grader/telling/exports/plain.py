"""Feedback as plain text, for systems that show no markup, and the points that they may be told."""

from collections.abc import Iterator

from grader import text
from grader.errors import UngradedError
from grader.model import ExerciseResult, Grade
from grader.telling import graph
from grader.telling.report import said, words


def feedback(result: ExerciseResult) -> str:
    """Everything a student should read about one exercise, in paragraphs."""
    return "\n\n".join(text.visible(paragraph, text.MESSAGE) for paragraph in _paragraphs(result))


def _paragraphs(result: ExerciseResult) -> Iterator[str]:
    yield words.state(result.status)
    if result.diagnosis:
        yield " ".join(filter(None, (result.diagnosis.message, result.diagnosis.question)))
    for check in (s.check for s in said.wrong(result)):
        yield f"{check.title}: {words.state(check.status)}"
        yield from filter(None, (check.message, graph.example(check)))
    if result.hint:
        yield f"Hint: {result.hint}"
    if result.follow_through and result.status != "todo":
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
