"""What was found about one submission → its `Grade`."""

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from grader.checking.ledger import Ledger
from grader.errors import KitError, UngradedError
from grader.grading.bounds import CharactersLeft
from grader.lesson import catalog
from grader.lesson.written import answers, homeless, prompt
from grader.model import (
    ExerciseResult,
    Grade,
    Lesson,
    Milestone,
    Provenance,
    Question,
    Submission,
    Trust,
    WrittenResult,
)


def graded(lesson: Lesson, submission: Submission, ledger: Ledger, *, confined: bool) -> Grade:
    """The grade that a full ledger gives. Raises UngradedError when a check failed by our own fault."""
    for exercise in lesson.exercises:
        if not any(ledger.weights.get(exercise.name, {}).values()):
            where = f"tests/{lesson.name}/test_{exercise.name}.py"
            raise KitError(f"{where} has no check that counts", "write a test function in it")
        for result in ledger.results.get(exercise.name, {}).values():
            if result.status == "ungraded":
                raise UngradedError(f"the check {result.name} of {exercise.name} failed: {result.message}")
    budget = CharactersLeft()
    texts = _texts(lesson, submission)
    remarks = budget.remarks((*submission.remarks, *_homeless(lesson, *texts)))
    exercises = tuple(budget.exercise(ledger.exercise(e)) for e in lesson.exercises)
    written = _written(lesson, *texts)
    return Grade(
        lesson=lesson.name,
        lesson_title=lesson.title,
        student=submission.student,
        status="graded",
        reason=budget.text(submission.unread) or None,
        trust=_trust(confined),
        points=round(sum(e.points for e in exercises), 2),
        max_points=sum(e.points for e in lesson.exercises),
        pending_points=sum((w.max_points for w in written if w.waits), 0.0),
        exercises=exercises,
        written=written,
        done=tuple((m.name, m.title, _shown(m, exercises)) for m in lesson.milestones),
        provenance=_provenance(lesson, submission),
        remarks=remarks,
        arrival=submission.arrival,
    )


def ungraded(lesson: Lesson, submission: Submission, reason: str, *, confined: bool) -> Grade:
    """No grade, and why. Never zero points."""
    budget = CharactersLeft()
    return Grade(
        lesson=lesson.name,
        lesson_title=lesson.title,
        student=submission.student,
        status="ungraded",
        reason=budget.text(reason),
        trust=_trust(confined),
        points=None,
        max_points=sum(e.points for e in lesson.exercises),
        pending_points=sum((q.points for q in lesson.questions), 0.0),
        exercises=(),
        written=(),
        done=tuple((m.name, m.title, None) for m in lesson.milestones),
        provenance=_provenance(lesson, submission),
        remarks=budget.remarks(submission.remarks),
        arrival=submission.arrival,
    )


def _written(lesson: Lesson, text: str, template: str) -> tuple[WrittenResult, ...]:
    given = answers(text, template, lesson)
    return tuple(_answer(question, given[question.name]) for question in lesson.questions)


def _homeless(lesson: Lesson, text: str, template: str) -> tuple[str, ...]:
    """A remark about an answer that nobody would come to read, if there may be one."""
    if not homeless(text, template, lesson):
        return ()
    file = lesson.written_file
    return (
        f"words in {file} stand below no heading of the lesson, so they answer no question; "
        "each answer stands below its own heading, as the lesson has it",
    )


def _texts(lesson: Lesson, submission: Submission) -> tuple[str, str]:
    """The written answers as they were handed in, and their template."""
    text = submission.files.get(lesson.written_file, b"").decode("utf-8-sig", "replace")
    return text, (lesson.stubs / lesson.written_file).read_text(encoding="utf-8")


def _answer(question: Question, text: str) -> WrittenResult:
    return WrittenResult(
        name=question.name,
        title=question.title,
        prompt=prompt(question),
        status="answered" if text else "missing",
        points=None,
        max_points=question.points,
        text=text,
    )


def _shown(milestone: Milestone, exercises: tuple[ExerciseResult, ...]) -> bool | None:
    """Whether all checks of a milestone passed; None where a person decides."""
    if not milestone.checks:
        return None
    passed = {f"{e.name}::{c.name.partition('[')[0]}": True for e in exercises for c in e.checks}
    for exercise in exercises:
        for check in exercise.checks:
            passed[f"{exercise.name}::{check.name.partition('[')[0]}"] &= check.status == "passed"
    return all(passed.get(name, False) for name in milestone.checks)


def _trust(confined: bool) -> Trust:
    return "isolated" if confined else "advisory"


def _provenance(lesson: Lesson, submission: Submission) -> Provenance:
    return Provenance(
        submission=submission.digest,
        lesson=_lesson_digest(lesson),
        kit=kit_version(),
        python=platform.python_version(),
    )


@cache
def _lesson_digest(lesson: Lesson) -> str:
    return catalog.digest(lesson)


@cache
def kit_version() -> str:
    """The version of the installed kit."""
    try:
        return version("learning-loop")
    except PackageNotFoundError:
        return "0"
