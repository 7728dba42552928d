"""Grades made by hand: what reports and exports are tested on, without running any student code.

They belong to a small lesson of their own, so that rewording the real one breaks no golden file.
"""

import math
import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from grader.figures import Figure, Series
from grader.model import (
    CheckResult,
    CheckStatus,
    Diagnosis,
    Exercise,
    ExerciseResult,
    Grade,
    Hint,
    Lesson,
    Milestone,
    Provenance,
    Question,
    Student,
    WrittenResult,
)
from grader.telling import report
from grader.telling.graph import node

GOLDEN = Path(__file__).parent / "golden"

_PAPER = (Hint("Work from top to bottom."),)
_LOOP = (Hint("Build the loss anew."),)
_STEPS = Hint("Change `lr`."), Hint("Watch the column `w`.")
_SQUARING = Hint("Read `__mul__` again."), Hint("2·x.")

LESSON = Lesson(
    name="first_loop",
    title="The first learning loop",
    root=Path("kit"),
    exercises=(
        Exercise("by_hand", "One step by hand", "by_hand.py", 10.0, _PAPER),
        Exercise("square", "Square and its derivative", "engine.py", 15.0, _SQUARING),
        Exercise("train", "The learning loop", "training.py", 20.0, _LOOP, ("square",)),
        Exercise("failure_modes", "Too large a step", "failure_modes.py", 10.0, _STEPS),
    ),
    written_file="reflections.md",
    questions=(
        Question("being_wrong", "What does being wrong mean?", "Two sentences.", 0.5, "A number."),
        Question("why_reset", "Why is the gradient reset?", "", 1.0, "Because it adds up."),
    ),
    milestones=(
        Milestone("predicts_sign", "You can predict the sign of a gradient", ("by_hand::test_1",)),
        Milestone("loss_decreases", "The loss decreases from step to step", ("train::test_1",)),
        Milestone("knows_why_reset", "You know why the gradient is reset", (), "why_reset"),
    ),
)


def result(name: str, *statuses: CheckStatus) -> ExerciseResult:
    """The result of an exercise whose checks, all of one weight, ended as `statuses` say."""
    exercise = LESSON.exercise(name)
    checks = tuple(_check(exercise, k, status, len(statuses)) for k, status in enumerate(statuses, start=1))
    worst = next((s for s in statuses if s != "passed"), "passed")
    return ExerciseResult(
        name=name,
        title=exercise.title,
        file=exercise.file,
        status=worst,
        points=round(sum(c.points for c in checks), 2),
        max_points=exercise.points,
        checks=checks,
        hint="" if worst == "passed" else exercise.hints[0].text,
    )


def _check(exercise: Exercise, number: int, status: CheckStatus, of: int) -> CheckResult:
    worth = exercise.points / of
    return CheckResult(
        name=f"test_{number}",
        title=f"Claim {number} about `{exercise.name}`",
        status=status,
        points=worth if status == "passed" else 0.0,
        max_points=worth,
        message="" if status in ("passed", "todo") else "expected -24.0\nbut it was -12.0",
    )


def curve(*yours: float) -> Figure:
    """The expected loss curve and another."""
    expected = Series("expected", tuple(36 * 0.36**k for k in range(10)))
    return Figure("The loss, step by step", "step", "loss", (expected, Series("yours", yours)))


def perfect(name: str = "Ada Lovelace") -> Grade:
    """Everything done; the written answers wait for their mark."""
    train = replace(result("train", *["passed"] * 4), figures=(curve(*(36 * 0.36**k for k in range(10))),))
    return Grade(
        lesson=LESSON.name,
        lesson_title=LESSON.title,
        student=Student(name.split()[0].lower(), name),
        status="graded",
        reason=None,
        trust="isolated",
        points=55.0,
        max_points=55.0,
        pending_points=1.5,
        exercises=(
            result("by_hand", *["passed"] * 3),
            result("square", *["passed"] * 5),
            train,
            result("failure_modes", "passed"),
        ),
        written=tuple(
            WrittenResult(
                q.name, q.title, q.prompt, "answered", None, q.points, "The loss says it.\nIt adds up."
            )
            for q in LESSON.questions
        ),
        done=tuple((m.name, m.title, None if m.question else True) for m in LESSON.milestones),
        provenance=Provenance(f"sha256:{'5a' * 32}", f"sha256:{'c3' * 32}", "0.1.0", "3.11.7"),
    )


def half_done(name: str = "Grace Hopper") -> Grade:
    """`square` lacks its factor 2, `train` explodes, `failure_modes` is untouched."""
    exercises = (
        result("by_hand", *["passed"] * 3),
        _missing_factor(),
        replace(
            result("train", "passed", "failed", "crashed", "passed"),
            follow_through=True,
            figures=(curve(*(36 * 1.96**k for k in range(9)), math.inf),),
            remarks=("graded with a working `square`",),
        ),
        result("failure_modes", "todo", "todo"),
    )
    shown = {"predicts_sign": True, "loss_decreases": False, "knows_why_reset": None}
    return replace(
        perfect(name),
        exercises=exercises,
        points=sum(e.points for e in exercises),
        done=tuple((m.name, m.title, shown[m.name]) for m in LESSON.milestones),
        remarks=("`notes.txt` was left out, because the lesson asks for no such file",),
    )


def _missing_factor() -> ExerciseResult:
    square = result("square", "passed", "failed", "timed_out", "passed", "failed")
    shown = replace(
        square.checks[1],
        title="The gradient of x² is 2·x, times what arrives",
        message="For x = 3.0 the gradient should be 6.0, but it is 3.0.",
        example="from engine import Value\n\nx = Value(3.0)\nx.square().backward()\nprint(x.grad)  # 6.0",
        line=31,
        graph=(
            node("z", "z = x.square()", ["x"], data=9.0, found=1.0, due=1.0),
            node("x", "x = 3", [], data=3.0, found=3.0, due=6.0),
        ),
    )
    diagnosis = Diagnosis(
        slug="square-missing-factor-2",
        message="Your gradient is half of what it should be: `square` seems to pass back x instead of 2·x.",
        line=31,
        question="What is the derivative of x², and which part of it is missing in your line?",
    )
    checks = (square.checks[0], shown, *square.checks[2:])
    return replace(square, checks=checks, diagnosis=diagnosis, hint="")


def ungraded(name: str = "Alan Turing") -> Grade:
    """A submission that the grader failed on."""
    return replace(
        perfect(name),
        status="ungraded",
        reason="the zip file is damaged: engine.py ends in the middle. Zip the folder once more.",
        points=None,
        exercises=(),
        written=(),
        done=(),
    )


def unread(name: str = "Zoë Müller") -> Grade:
    """A submission of which nothing could be read: a zero, and why."""
    names = (e.name for e in LESSON.exercises)
    nothing = tuple(result(name, "failed", "failed") for name in names)
    reason = (
        "nothing of it could be read: there is nothing in it; hand in a folder with by_hand.py at its top"
    )
    return replace(perfect(name), reason=reason, points=0.0, exercises=nothing)


# --- hostile text ------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title></pre><img src=x onerror=alert(1)>",
    "\n<!-- ",
    "\n<div ",
    "]]>",
    "{{7*7}}{% raw %}",
    "=HYPERLINK(1)",
    " \t@SUM(1)",
    ";=1+1;y",
    '";"=1+1',
    " +A1",
    "\x1b[31m\x07",
    "\n::error file=x,line=1::y",
    "\r::add-mask::x\r\n::set-output name=x::y",
    "`",
    "``",
    "\n```\n",
    "\n`````\n# title",
    "\n~~~~\n",
    "[x](javascript:alert(1)) ![x](https://x.example/y.png) <https://x.example>",
    "\n- item\n1. item\n> quote\n===\n---\n| a | b |\n|---|---|\n    code\n\n***",
    "\u202egnp.exe\u2066",
    "\x00",
    "\ud800",
    "\u2028\ufeff\ufffe",
    "' onload='x\" y=\"",
    "&lt;b&gt;&#60;",
    "%0A%25",
    "x" * 300,
)


def hostile_text() -> st.SearchStrategy[str]:
    """Text made of the pieces that attacks are made of, and of any characters at all."""
    pieces = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(), max_size=5))
    return st.lists(pieces, min_size=1, max_size=4).map(lambda found: "x" + "".join(found) + "x")


def spoken(grade: Grade, said: str) -> Grade:
    """`grade` with `said` in place of every text that a submission can influence, and of many others."""
    done = tuple((name, said, shown) for name, _, shown in grade.done)
    return replace(_spoken(grade, said), student=Student(said, said), done=done)


_OURS = {"name", "uses", "file", "status", "trust", "lesson", "scale"}  # chosen by the kit alone


def _spoken(value: Any, said: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_spoken(item, said) for item in value)
    if isinstance(value, str):
        return said if value else ""
    if not is_dataclass(value) or isinstance(value, Student):
        return value
    kept = _OURS - {"name"} if isinstance(value, Series) else _OURS
    names = [f.name for f in fields(value) if f.name not in kept]
    return replace(value, **{name: _spoken(getattr(value, name), said) for name in names})


def golden(name: str, made: str) -> bool:
    """Whether `made` is what the golden file says; with UPDATE_GOLDEN=1 it is written instead."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(made.encode())
    return path.read_bytes() == made.encode()


def every_state() -> Iterator[Grade]:
    """One grade for each state that a check can have."""
    for status in ("failed", "todo", "waiting", "timed_out", "crashed", "invalid", "ungraded"):
        exercises = tuple(result(e.name, "passed", status) for e in LESSON.exercises)  # type: ignore[arg-type]
        yield replace(perfect(), exercises=exercises, points=27.5)


def class_page(*grades_and_more: Any, **more: Any) -> str:
    """The class page as a whole."""
    return "".join(report.index_parts(*grades_and_more, **more))
