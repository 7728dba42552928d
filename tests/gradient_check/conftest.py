"""What the checks of this lesson work with: the student's modules, and code of ours to hand to them."""

import pytest

from grader.checks import Stopped, Todo
from tests.gradient_check import engines


@pytest.fixture
def engine(submission):
    """The engine that is given, and perhaps added to."""
    return submission.module("engine")


@pytest.fixture(name="Value")
def value_class(engine):
    """Its class, so that a check reads as the lesson does: `Value(3.0) / 4`."""
    try:
        return engine.Value
    except Todo:  # a notebook's cell that was not run
        raise
    except AttributeError:
        stop = Stopped(
            "failed", "engine.py has no `Value`; did you rename it? The name was given: put it back"
        )
        stop.lacking = "engine.py"
        raise stop from None


@pytest.fixture
def slopes(submission):
    """The student's slopes.py."""
    return submission.module("slopes")


@pytest.fixture
def checker(submission):
    """The student's checker.py."""
    return submission.module("checker")


@pytest.fixture
def suspects(submission):
    """The student's verdicts."""
    return submission.constants("suspects")


@pytest.fixture
def step_size(submission):
    """The student's answers about the size of a nudge."""
    return submission.constants("step_size")


@pytest.fixture
def function(submission):
    """`function("lambda x: x * x")`: a function of ours, where the student's code can call it."""
    return lambda text: submission.define(f"f = {text}", "f")


@pytest.fixture
def engine_with(submission):
    """`engine_with(square="x")`: a class Value of ours with these slips in it, for the student's code."""
    return lambda **slips: submission.define(engines.source(**slips), "Value")
