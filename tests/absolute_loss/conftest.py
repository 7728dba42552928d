"""What the checks of this lesson work with: the student's modules, by the names the lesson uses."""

import pytest

from grader.checks import Stopped, Todo
from tests.lessons.local_rule import Operation


@pytest.fixture
def engine(submission):
    """The student's engine: given, but for `abs`."""
    return submission.module("engine")


@pytest.fixture(name="Value")
def value_class(engine):
    """Its class, so that a check reads as the lesson does: `Value(-3.0).abs()`."""
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
def gradient_of_abs(Value, submission):
    """`Operation.gradient` for the absolute values of the student's class."""
    return Operation(Value, "abs", submission.new_example).gradient


@pytest.fixture
def losses(submission):
    """The student's losses.py."""
    return submission.module("losses")


@pytest.fixture
def by_hand(submission):
    """The student's answers on paper."""
    return submission.constants("by_hand")


@pytest.fixture
def outlier(submission):
    """What the student says about one wild reading."""
    return submission.constants("outlier")
