"""A hint is about what was found, or there is none."""

import re
from dataclasses import replace

import pytest

from grader.checking.diagnosis import studies
from grader.checking.hints import rungs, unasked
from grader.checking.study import Answer
from grader.lesson import catalog
from grader.model import CheckResult, Diagnosis, Exercise, ExerciseResult, Hint
from tests.grader.conftest import ROOT

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
        (ended("failed", "failed"), ("sign",)),
        (ended("passed", "failed"), ("step",)),
        (ended("todo", "todo", messages=("SIGN is None", "STEP is None")), ("all", "sign")),
        (ended("todo", "todo"), ("all", "sign", "step")),  # a stub says the same to every check
        (ended("passed", "waiting"), ()),
        (ended("passed", "ungraded"), ()),
        (ended("passed", "passed"), ()),
        (ended("failed", "failed", messages=("`a` is not there; did you rename it?", "no")), ()),
    ],
)
def test_hints_are_about_the_check_that_is_told(result, texts):
    """Or about no check in particular, where that is all there is, or where nothing has been tried."""
    assert rungs(EXERCISE, result) == texts
    assert unasked(EXERCISE, result) == next(iter(texts), "")


def test_general_hints_are_for_what_has_none_of_its_own():
    """A failed check that no hint names."""
    general = replace(EXERCISE, hints=(GENERAL, ABOUT_STEPS))
    assert rungs(general, ended("failed", "failed")) == ("all",)


@pytest.mark.parametrize("name", catalog.lesson_names(ROOT))
def test_hints_of_a_mistake_go_on_from_its_question(name):
    """Each is short, a sentence, no repetition, and speaks only of numbers that its probe observes."""
    for study in studies(catalog.load(ROOT, name)):
        for found in (*study.misconceptions, *study.alike):
            said = (found.question, *found.hints)
            assert len(set(said)) == len(said) and max(map(len, said)) < 160, found.slug
            assert all(hint.rstrip('`"')[-1] in ".?" for hint in found.hints), found.slug
            named = {word for hint in found.hints for word in re.findall(r"{(\w*)}", hint)}
            assert named <= (study.truth.keys() if isinstance(study, Answer) else set()), found.slug


def test_a_hang_gets_hints_about_loops():
    """Whatever the exercise is about."""
    assert "loop" in rungs(EXERCISE, ended("timed_out", "failed"))[0]
    assert "calls itself" in rungs(EXERCISE, ended("crashed", "failed"))[0]


def test_no_hint_is_for_a_terminal_alone():
    """Who reads it may be at work in a notebook, or has a report."""
    endless = [
        hint for status in ("timed_out", "crashed") for hint in rungs(EXERCISE, ended(status, "failed"))
    ]
    lessons = [catalog.load(ROOT, name) for name in catalog.lesson_names(ROOT)]
    written = [hint.text for lesson in lessons for exercise in lesson.exercises for hint in exercise.hints]
    assert not [hint for hint in (*endless, *written) if "pytest" in hint]


def test_a_named_mistake_has_its_own_hints_or_none():
    """Its question comes first, so nothing of them is shown unasked."""
    named = replace(ended("failed", "failed"), diagnosis=NAMED)
    assert rungs(EXERCISE, named, ("Look.", "Closer.")) == ("Look.", "Closer.")
    assert rungs(EXERCISE, named) == () and unasked(EXERCISE, named) == ""


def test_an_error_says_itself_where_to_look():
    """A hint comes only to who asks."""
    raised = ended("failed", "failed", line=7)
    assert unasked(EXERCISE, raised) == "" and rungs(EXERCISE, raised)
