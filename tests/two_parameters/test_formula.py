"""Exercise `formula`: both gradients by the formulas from paper, with no engine in it."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.two_parameters import lines
from tests.two_parameters.strategies import (
    ONE,
    SAME_X,
    THREE,
    THROUGH_ZERO,
    WHOLE,
    numbers,
    places,
    points,
    shown,
)
from tests.two_parameters.values import pair_of

NUDGE = 2**-10  # the loss is a parabola in each parameter: any nudge measures its slope exactly


def found_at(regression, w, b, data):
    return pair_of(regression.gradients(w, b, data), "gradients(w, b, points)")


def at(w, b, data):
    return f"for w = {w:g}, b = {b:g} and {shown(data)}"


@pytest.mark.weight(5)
@settings(max_examples=10)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
@example(w=2, b=-3, data=WHOLE)
def test_gradient_for_w(regression, w, b, data):
    """The first result is dL/dw: the mean of 2·(ŷ − y)·x."""
    dw, _ = found_at(regression, w, b, data)
    assert dw == close(lines.slopes(w, b, data)[0]), f"dL/dw {at(w, b, data)}"


@pytest.mark.weight(5)
@settings(max_examples=10)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
@example(w=2, b=-3, data=WHOLE)
def test_gradient_for_b(regression, w, b, data):
    """The second result is dL/db: the mean of 2·(ŷ − y)."""
    _, db = found_at(regression, w, b, data)
    assert db == close(lines.slopes(w, b, data)[1]), f"dL/db {at(w, b, data)}"


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(w=places, b=places, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=-1.5, b=0.5, data=SAME_X)
def test_gradients_are_measured_slopes(regression, w, b, data):
    """Each gradient is how fast the loss grows: move one parameter a little, and measure."""
    due = []
    for dw, db in ((NUDGE, 0.0), (0.0, NUDGE)):
        rise = lines.loss(w + dw, b + db, data) - lines.loss(w - dw, b - db, data)
        due.append(rise / (2 * NUDGE))
    found = found_at(regression, w, b, data)
    assert found == close(tuple(due), rel=1e-6, abs=1e-6), f"(dL/dw, dL/db), measured, {at(w, b, data)}"


@pytest.mark.weight(2)
def test_gradients_are_zero_only_at_the_best_line(regression):
    """At the best line both gradients are 0; beside it they are not."""
    for data in (THREE, SAME_X):
        w, b = lines.best(data)
        beside = lines.slopes(w + 0.5, b - 0.25, data)
        assert found_at(regression, w + 0.5, b - 0.25, data) == close(beside), (
            f"(dL/dw, dL/db) {at(w + 0.5, b - 0.25, data)}"
        )
        assert found_at(regression, w, b, data) == close((0.0, 0.0)), f"(dL/dw, dL/db) {at(w, b, data)}"
