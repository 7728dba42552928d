"""Feedback as plain text, for systems that show no markup, and the points that they may be told."""

from collections.abc import Iterator

from grader import text
from grader.errors import UngradedError
from grader.model import ExerciseResult, Grade
from grader.telling import graph, story
from grader.telling.report import words


def feedback(result: ExerciseResult) -> str:
    """Everything a student should read about one exercise, in paragraphs."""
    return "\n\n".join(text.visible(paragraph, text.MESSAGE) for paragraph in _paragraphs(result))


def _paragraphs(result: ExerciseResult) -> Iterator[str]:
    told = story.story(result)
    yield told.said
    if told.explained:
        yield " ".join(told.explained)
    for check in (said.check for said in told.wrong):
        yield f"{check.title}: {story.words(check.status)}"
        yield from filter(None, (check.message, graph.example(check)))
    if told.headline and not told.wrong:
        yield told.headline
    if result.hint:
        yield f"Hint: {result.hint}"
    yield from map(words.sentence, told.notes)


def require_points(grade: Grade) -> None:
    """UngradedError unless every exercise of the grade has points that may be told as a number."""
    if grade.status != "graded":
        raise UngradedError(f"could not be graded, because {grade.reason}")
    for result in grade.exercises:
        if result.status == "ungraded":
            reason = f"{result.title!r} could not be checked"
            raise UngradedError(f"could not be graded, because {reason}", "grade this submission again")
