"""What the checks of this lesson work with: the student's modules, by the names the lesson uses."""

import pytest

from grader.checks import Stopped, Todo


@pytest.fixture
def engine(submission):
    """The engine that the student's files import: given, and perhaps added to."""
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
def regression(submission):
    """The student's regression.py."""
    return submission.module("regression")


@pytest.fixture
def by_hand(submission):
    """The student's answers on paper."""
    return submission.constants("by_hand")


@pytest.fixture
def contours(submission):
    """The student's contours.py, for its function."""
    return submission.module("contours")


@pytest.fixture
def readings(submission):
    """What the student read from the pictures, in the same file."""
    return submission.constants("contours")
