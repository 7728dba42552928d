"""Grades made by hand: what reports and exports are tested on, without running any student code."""

import math
from dataclasses import replace
from pathlib import Path

from grader import catalog
from grader.model import (
    CheckResult,
    CheckStatus,
    Diagnosis,
    Exercise,
    ExerciseResult,
    Figure,
    Grade,
    Lesson,
    Provenance,
    Series,
    Student,
    WrittenResult,
)

ROOT = Path(__file__).parents[2]


def lesson() -> Lesson:
    return catalog.load(ROOT, "first_loop")


def checks(exercise: Exercise, *statuses: CheckStatus) -> tuple[CheckResult, ...]:
    each = exercise.points / len(statuses)
    return tuple(
        CheckResult(
            name=f"test_{exercise.name}_{k}",
            title=f"Claim {k} about `{exercise.name}`",
            status=status,
            points=each if status == "passed" else 0.0,
            max_points=each,
            message="" if status in ("passed", "todo") else "expected -24.0\nbut it was -12.0",
        )
        for k, status in enumerate(statuses, start=1)
    )


def result(exercise: Exercise, *statuses: CheckStatus) -> ExerciseResult:
    found = checks(exercise, *statuses)
    status = next((s for s in statuses if s != "passed"), "passed")
    return ExerciseResult(
        name=exercise.name,
        title=exercise.title,
        file=exercise.file,
        status=status,
        points=sum(c.points for c in found),
        max_points=exercise.points,
        checks=found,
        hint="" if status == "passed" else exercise.hints[0],
    )


def written(text: str = "The loss says how wrong it is.") -> tuple[WrittenResult, ...]:
    return tuple(
        WrittenResult(q.name, q.title, q.prompt, "answered", None, q.points, text) for q in lesson().questions
    )


def curve(yours: tuple[float, ...]) -> Figure:
    expected = Series("expected", tuple(36 * 0.36**k for k in range(10)))
    return Figure("The loss, step by step", "step", "loss", (expected, Series("yours", yours)))


def perfect(name: str = "Ada Lovelace") -> Grade:
    kit = lesson()
    exercises = tuple(result(e, *["passed"] * 5) for e in kit.exercises)
    fit = curve(tuple(36 * 0.36**k for k in range(10)))
    exercises = tuple(replace(e, figures=(fit,)) if e.name == "train" else e for e in exercises)
    return Grade(
        lesson=kit.name,
        lesson_title=kit.title,
        student=Student(name.split()[0].lower(), name),
        status="graded",
        reason=None,
        trust="isolated",
        points=95.0,
        max_points=95.0,
        pending_points=5.0,
        exercises=exercises,
        written=written(),
        done=tuple((m.name, m.title, None if m.question else True) for m in kit.milestones),
        provenance=Provenance(f"sha256:{'5a' * 32}", f"sha256:{'c3' * 32}", "learning-loop 0.1.0", "3.11.7"),
    )


def half_done(name: str = "Grace Hopper") -> Grade:
    """`square` lacks its factor 2, `train` explodes, `failure_modes` is untouched."""
    grade = perfect(name)
    by_name = {e.name: e for e in lesson().exercises}
    square = result(by_name["square"], "passed", "failed", "failed", "passed", "timed_out")
    first, *others = square.checks[1:]
    shown = replace(
        first,
        title="The gradient of x² is 2·x, times what arrives",
        message="For x = 3.0 the gradient should be 6.0, but it is 3.0.",
        example="from engine import Value\nx = Value(3.0)\nx.square().backward()\nprint(x.grad)  # due: 6.0",
        line=31,
    )
    diagnosis = Diagnosis(
        "square-missing-factor-2",
        "Your gradient is half of what it should be: `square` seems to pass back x instead of 2·x.",
        31,
        "What is the derivative of x², and which part of it is missing in your line?",
    )
    square = replace(square, checks=(square.checks[0], shown, *others), diagnosis=diagnosis)
    train = replace(
        result(by_name["train"], "passed", "failed", "crashed", "passed"),
        follow_through=True,
        figures=(curve((*(36 * 1.96**k for k in range(9)), math.inf)),),
        remarks=("graded with a working `square` and `backward`",),
    )
    untouched = result(by_name["failure_modes"], "todo", "todo")
    changed = {e.name: e for e in (square, train, untouched)}
    exercises = tuple(changed.get(e.name, e) for e in grade.exercises)
    shown_yet = {"predicts_sign": True, "loss_decreases": False, "knows_why_reset": None}
    return replace(
        grade,
        exercises=exercises,
        points=sum(e.points for e in exercises),
        done=tuple((name, title, shown_yet[name]) for name, title, _ in grade.done),
        remarks=(
            "Two files were left out, because the lesson asks for no such files: `notes.txt`, `old.py`.",
        ),
    )


def ungraded(name: str = "Alan Turing") -> Grade:
    reason = (
        "the zip file is damaged: engine.py ends in the middle. Zip the folder again, open the zip to see "
        "that it works, and hand it in once more."
    )
    return replace(
        perfect(name),
        status="ungraded",
        reason=reason,
        points=None,
        pending_points=0.0,
        exercises=(),
        written=(),
        done=(),
        trust="advisory",
    )
