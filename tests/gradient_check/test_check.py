"""Exercise `check`: put to the test by what it finds, on right and wrong engines and functions.

Each check asks about right engines and about wrong ones, and of the wrong ones about inputs that are right.
So nothing that accepts everything, or refuses everything, passes any of them.
"""

import pytest

from grader.checks import close, described
from tests.gradient_check import engines
from tests.gradient_check.cases import NOISE, OTHER_FUNCTION, POSITIONS, SIZES, TOLERANCES, WHOLE
from tests.lessons.values import items


@pytest.fixture
def finds(checker, function, engine_with):
    """Asks the student's `check` one case after the other, and compares the positions."""

    def ask(cases):
        for case in cases:
            value, f = engine_with(**case.slips), function(case.f)
            named = {} if case.tolerance is None else {"tolerance": case.tolerance}
            found = items(checker.check(value, f, [*case.xs], **named), "check(Value, f, xs)")
            assert found == close(case.positions()), _said(case)

    return ask


def _said(case):
    """The call, and what its answer is about: no more than the student's own two lists would show."""
    named = "" if case.tolerance is None else f", tolerance={case.tolerance:g}"
    says = described(engines.gradients(case.f, case.xs, **case.slips))
    due = described(engines.true_gradients(case.f, case.xs, **case.slips))
    other = ", because its `square` computes x³" if "squared" in case.slips else ""
    call = f"check(Value, f, {case.xs}{named}) for f = {case.f}"
    return f"{call}; the engine's gradients are {says} there, and the slopes {due}{other}"


@pytest.mark.weight(4)
def test_right_and_wrong_engines(finds):
    """The check finds every input at which an engine is wrong, and none where it is right."""
    finds(WHOLE)


@pytest.mark.weight(3)
def test_only_the_positions_that_disagree(finds):
    """Positions count from 0, all that disagree are there, and of equal inputs each has its own."""
    finds(POSITIONS)


@pytest.mark.weight(3)
def test_errors_of_either_sign(finds):
    """A gradient may be too large, too small, missing, or have the wrong sign."""
    finds(SIZES)


@pytest.mark.weight(2)
def test_noise_around_zero(finds):
    """Where both slopes are smaller than 1e-8 there is no disagreement; where only one is, there may be."""
    finds(NOISE)


@pytest.mark.weight(2)
def test_tolerance(finds):
    """The tolerance is about relative errors, whether slopes are large or small, and can be chosen."""
    finds(TOLERANCES)


@pytest.mark.weight(2)
def test_a_right_gradient_of_another_function(finds):
    """An engine that computes something else, and knows the gradient of that, is not caught by measuring."""
    finds(OTHER_FUNCTION)
