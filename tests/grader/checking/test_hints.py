"""A hint is about what was found, or there is none."""

from dataclasses import replace

import pytest

from grader.checking.hints import rungs, unasked
from grader.model import CheckResult, Diagnosis, Exercise, ExerciseResult, Hint

ABOUT_SIGNS, ABOUT_STEPS, GENERAL = Hint("sign", ("test_sign_*",)), Hint("step", ("test_step",)), Hint("all")
EXERCISE = Exercise("paper", "Paper", "paper.py", 2.0, (GENERAL, ABOUT_SIGNS, ABOUT_STEPS))
NAMED = Diagnosis("paper-turned", "Turned.", 3, "Why?")


def ended(*statuses, messages=("no", "no"), line=None):
    """An exercise whose two checks, of the sign and of the step, ended like this."""
    ends = zip(("test_sign_of[w]", "test_step"), statuses, messages, strict=True)
    checks = tuple(CheckResult(n, "So.", status, 0.0, 1.0, said, line=line) for n, status, said in ends)
    return ExerciseResult("paper", "Paper", "paper.py", "failed", 0.0, 2.0, checks)


@pytest.mark.parametrize(
    ("result", "texts"),
    [
        (ended("failed", "failed"), ("all", "sign")),
        (ended("passed", "failed"), ("all", "step")),
        (ended("todo", "todo", messages=("SIGN is None", "STEP is None")), ("all", "sign")),
        (ended("todo", "todo"), ("all", "sign", "step")),  # a stub says the same to every check
        (ended("passed", "waiting"), ()),
        (ended("passed", "ungraded"), ()),
        (ended("passed", "passed"), ()),
    ],
)
def test_hints_are_about_the_check_that_is_told(result, texts):
    """Or about no check in particular."""
    assert rungs(EXERCISE, result) == texts
    assert unasked(EXERCISE, result) == next(iter(texts), "")


def test_a_hang_gets_hints_about_loops():
    """Whatever the exercise is about."""
    assert "loop" in rungs(EXERCISE, ended("timed_out", "failed"))[0]
    assert "calls itself" in rungs(EXERCISE, ended("crashed", "failed"))[0]


def test_a_named_mistake_has_its_own_hints_or_none():
    """Its question comes first, so nothing of them is shown unasked."""
    named = replace(ended("failed", "failed"), diagnosis=NAMED)
    assert rungs(EXERCISE, named, ("Look.", "Closer.")) == ("Look.", "Closer.")
    assert rungs(EXERCISE, named) == () and unasked(EXERCISE, named) == ""


def test_an_error_says_itself_where_to_look():
    """A hint comes only to who asks."""
    raised = ended("failed", "failed", line=7)
    assert unasked(EXERCISE, raised) == "" and rungs(EXERCISE, raised)
