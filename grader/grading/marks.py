"""What a person decided about a grade: marks for written answers, points changed by hand, comments."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from grader.given import Given, checked
from grader.model import ExerciseResult, Grade, Lesson, WrittenResult


@dataclass(frozen=True, slots=True)
class Mark:
    """One decision. `points` is None where a person left them as they were; `extra` comes on top."""

    points: float | None = None
    comment: str = ""
    extra: float = 0.0
    review: bool = field(default=False, compare=False)  # it waits for another look
    by: str = field(default="", compare=False)  # who gave it, "" where nobody said
    at: str = field(default="", compare=False)  # the day on which it was given, in UTC


@dataclass(frozen=True, slots=True)
class Marks:
    """All decisions about one student's work, by the names of questions and exercises."""

    written: Mapping[str, Mark] = field(default_factory=dict)
    exercises: Mapping[str, Mark] = field(default_factory=dict)


def apply(grade: Grade, marks: Marks, lesson: Lesson) -> Grade:
    """`grade` with the marks in it. Applying the same marks twice changes nothing more."""
    if grade.status != "graded":
        return grade
    exercises = tuple(_exercise(result, marks.exercises.get(result.name)) for result in grade.exercises)
    written = tuple(_answer(result, marks.written.get(result.name)) for result in grade.written)
    return replace(
        grade,
        points=round(sum(result.points for result in exercises), 2),
        pending_points=sum((result.max_points for result in written if result.waits), 0.0),
        exercises=exercises,
        written=written,
        done=tuple((name, title, _shown(lesson, name, value, written)) for name, title, value in grade.done),
    )


def _exercise(result: ExerciseResult, mark: Mark | None) -> ExerciseResult:
    if mark is None:
        return result
    remarks = tuple(remark for remark in result.remarks if not remark.startswith(_BY_HAND))
    if mark == Mark():
        return replace(result, points=checked(result.checks), remarks=remarks, given=None)
    points = _given(mark, checked(result.checks))
    given = Given(points, mark.comment, mark.by, mark.at, mark.review)
    return replace(result, points=points, remarks=remarks, given=given)


_BY_HAND = "a person gave"  # begins the remark that earlier kits made of it


def _given(mark: Mark, due: float) -> float:
    return round((due if mark.points is None else mark.points) + mark.extra, 2)


def _answer(result: WrittenResult, mark: Mark | None) -> WrittenResult:
    if mark is None:
        # Nothing is written there, so nobody will come to mark it.
        return result if result.status == "answered" else replace(result, points=result.points or 0.0)
    if mark.points is None and result.status == "answered":
        return replace(result, points=None, comment=mark.comment)
    return replace(result, points=_given(mark, 0.0), comment=mark.comment)  # nothing written, nothing to read


def _shown(
    lesson: Lesson, milestone: str, value: bool | None, written: tuple[WrittenResult, ...]
) -> bool | None:
    """A milestone that rests on a question is shown by full marks for it."""
    question = next((m.question for m in lesson.milestones if m.name == milestone), None)
    answer = next((result for result in written if result.name == question), None)
    if answer is None:
        return value
    return None if answer.points is None else answer.points >= answer.max_points
