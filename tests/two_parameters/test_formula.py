"""Exercise `formula`: both gradients by the formulas from paper, with no engine in it."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.lessons.values import pair_of
from tests.two_parameters import lines
from tests.two_parameters.strategies import (
    ONE,
    SAME_X,
    THREE,
    THROUGH_ZERO,
    WHOLE,
    nonzero,
    numbers,
    points,
    shown,
)


def found_at(regression, w, b, data):
    return pair_of(regression.gradients(w, b, data), "gradients(w, b, points)")


def at(w, b, data):
    return f"for w = {w:g}, b = {b:g} and {shown(data)}"


@pytest.mark.weight(4)
@settings(max_examples=5)
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


@pytest.mark.weight(4)
@settings(max_examples=5)
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
@given(w=numbers, b=numbers, x=nonzero, y=numbers)
@example(w=3.0, b=5.0, x=2.5, y=1.0)
@example(w=-1.0, b=0.5, x=-3.0, y=4.0)
def test_gradients_of_a_single_point(regression, w, b, x, y):
    """With one point the gradients are 2·(ŷ − y)·x and 2·(ŷ − y)."""
    one = [(x, y)]
    assert found_at(regression, w, b, one) == close(lines.slopes(w, b, one)), (
        f"(dL/dw, dL/db) {at(w, b, one)}"
    )


@pytest.mark.weight(2)
def test_signs_on_all_sides(regression):
    """Where the loss grows with a parameter, that gradient is positive; where it falls, negative."""
    best_w, best_b = lines.best(THREE)
    for right, up in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        w, b = best_w + right, best_b + up
        for name, found, due in zip(
            ("dL/dw", "dL/db"), found_at(regression, w, b, THREE), lines.slopes(w, b, THREE), strict=True
        ):
            sign = "positive" if due > 0 else "negative"
            assert found * due > 0, f"{name} should be {sign}, but it is {found:g} {at(w, b, THREE)}"


@pytest.mark.weight(2)
def test_gradients_are_zero_only_at_the_best_line(regression):
    """At the best line both gradients are 0; beside it they are not."""
    for data in (THREE, SAME_X):
        w, b = lines.best(data)
        beside = found_at(regression, w + 0.5, b - 0.25, data)
        assert any(found != close(0.0) for found in beside), (
            f"both gradients are 0 beside the best line, {at(w + 0.5, b - 0.25, data)}"
        )
        assert found_at(regression, w, b, data) == close((0.0, 0.0)), f"(dL/dw, dL/db) {at(w, b, data)}"
