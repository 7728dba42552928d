"""What attacks are made of: the solution's files, wrong versions of them, and what a report says.

An attack overlays one or two files of the solution. `WRONG` is the solution's engine with one honest
mistake (the derivative of x² without its 2), so a forgery has points to win by hiding it.
"""

from collections.abc import Mapping
from pathlib import Path
from textwrap import indent

from grader.lesson import catalog
from grader.model import CheckResult, Grade, Student, Submission

ROOT = Path(__file__).resolve().parents[2]
LESSON = catalog.load(ROOT, "first_loop")
SOLUTION: Mapping[str, str] = {
    name: (LESSON.solutions / name).read_text(encoding="utf-8") for name in LESSON.files
}
ENGINE, TRAINING, BY_HAND = SOLUTION["engine.py"], SOLUTION["training.py"], SOLUTION["by_hand.py"]
FAILURE_MODES = SOLUTION["failure_modes.py"]


def swapped(text: str, old: str, new: str) -> str:
    """`text` with `old`, which must be in it, replaced."""
    assert old in text, old
    return text.replace(old, new)


# Lesson 3 hands engines and functions of its own to student code.
INSTRUMENTS = catalog.load(ROOT, "gradient_check")
CHECKER = (INSTRUMENTS.solutions / "checker.py").read_text(encoding="utf-8")
SLOPES = (INSTRUMENTS.solutions / "slopes.py").read_text(encoding="utf-8")

WRONG = swapped(ENGINE, "2 * self.data * out.grad", "self.data * out.grad")

# Gives student code `_pending()` and `say(value)`: the id of the pending question, read from the frames of
# the host, and a way to answer it, or any other, on every descriptor that takes it.
FORGER = """
import json as _json, os as _os, sys as _sys

def _pending():
    frame = _sys._getframe()
    while frame is not None and type(frame.f_locals.get("frame")) is not list:
        frame = frame.f_back
    return frame.f_locals["frame"][0] if frame else "0" * 16

def _send(line):
    for fd in range(3, 32):
        try:
            _os.write(fd, line)
        except OSError:
            pass

def say(value, number=None):
    _send(_json.dumps([number or _pending(), "ok", value]).encode() + b"\\n")
"""


def submission(files: Mapping[str, str | bytes]) -> Submission:
    """The solution with `files` in place of its own."""
    texts = {**SOLUTION, **files}
    content = {name: text.encode() if isinstance(text, str) else text for name, text in texts.items()}
    return Submission(Student("mallory", "Mallory"), content, "sha256:attack")


def instrument(files: Mapping[str, str]) -> Submission:
    """The solution of lesson 3 with `files` in place of its own."""
    names = INSTRUMENTS.files
    texts = {name: (INSTRUMENTS.solutions / name).read_text(encoding="utf-8") for name in names}
    content = {name: text.encode() for name, text in {**texts, **files}.items()}
    return Submission(Student("mallory", "Mallory"), content, "sha256:attack")


def with_check(body: str, before: str = "") -> str:
    """checker.py of the solution, in which `check(Value, f, xs, tolerance)` has this body."""
    return f"{before}\n{CHECKER}\n\ndef check(Value, f, xs, tolerance=1e-6):\n{indent(body, '    ')}\n"


def points(grade: Grade) -> dict[str, float]:
    """Exercise → points. An attack that makes a submission ungraded has stopped its grading: a failure."""
    assert grade.status == "graded", grade.reason
    return {e.name: e.points for e in grade.exercises}


def checks(grade: Grade, exercise: str) -> list[CheckResult]:
    """The results of one exercise's checks."""
    assert grade.status == "graded", grade.reason
    return [check for e in grade.exercises if e.name == exercise for check in e.checks]


def messages(grade: Grade, exercise: str) -> str:
    """All that an exercise's checks tell the student."""
    return "\n".join(check.message for check in checks(grade, exercise))


def statuses(grade: Grade, exercise: str) -> set[str]:
    """How an exercise's checks ended."""
    return {check.status for check in checks(grade, exercise)}
