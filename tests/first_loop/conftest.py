"""What the checks of this lesson work with: the student's modules, by the names the lesson uses."""

import pytest

from grader.checks import Stopped, Todo
from tests.lessons.local_rule import Operation


@pytest.fixture
def engine(submission):
    """The student's engine.py, freshly imported for each check."""
    return submission.module("engine")


@pytest.fixture(name="Value")
def value_class(engine):
    """The student's class, so that a check reads as the lesson does: `Value(3.0).square()`.

    If the class has another name, training.py cannot import it. The checks of engine.py say so, and the
    checks of training.py use a working engine.
    """
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
def gradient_of_squares(Value, submission):
    """`Operation.gradient` for the squares of the student's class."""
    return Operation(Value, "square", submission.new_example).gradient


@pytest.fixture
def training(submission):
    """The student's training.py."""
    return submission.module("training")


@pytest.fixture
def by_hand(submission):
    """The student's answers on paper."""
    return submission.constants("by_hand")


@pytest.fixture
def failure_modes(submission):
    """The student's predictions for five learning rates."""
    return submission.constants("failure_modes")
