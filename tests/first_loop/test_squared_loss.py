"""Exercise `squared_loss`: the loss as a graph, with `w` connected to it."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close, number
from tests.first_loop.strategies import numbers
from tests.lessons.values import a_value, data_of


def loss_and_gradient(engine, training, w, x, y):
    """The loss, and the gradient that reaches w; `x` and `y` are handed over as they are."""
    parameter = engine.Value(w)
    loss = a_value(training.squared_loss(parameter, x, y), "squared_loss(w, x, y)")
    loss.backward()
    assert parameter.data == close(w), "w.data, which squared_loss only reads"
    return loss.data, parameter.grad


def at(w, x, y):
    return f"for w = {w:g}, x = {x:g} and y = {y:g}"


@pytest.mark.weight(3)
@settings(max_examples=15)
@given(w=numbers, x=numbers, y=numbers)
@example(w=3.0, x=2.0, y=1.0)
@example(w=-1.0, x=2.0, y=4.0)
@example(w=2, x=3, y=-1)
def test_loss_is_the_squared_error(engine, training, w, x, y):
    """The loss is the square of prediction minus truth: (w·x − y)²."""
    loss = training.squared_loss(engine.Value(w), x, y)
    assert data_of(loss, "squared_loss(w, x, y)") == close((w * x - y) ** 2), f"the loss {at(w, x, y)}"


@pytest.mark.weight(3)
@settings(max_examples=15)
@given(w=numbers, x=numbers, y=numbers)
@example(w=3.0, x=2.0, y=1.0)
@example(w=-1.0, x=2.0, y=4.0)
@example(w=2, x=3, y=-1)
def test_gradient_of_the_loss(engine, training, w, x, y):
    """The gradient of the loss with respect to w is 2·(w·x − y)·x."""
    _, found = loss_and_gradient(engine, training, w, x, y)
    assert found == close(2 * (w * x - y) * x), f"w.grad {at(w, x, y)}, after going backward from the loss"


@pytest.mark.weight(2)
def test_sign_of_the_gradient_on_both_sides(engine, training):
    """Right of the minimum the gradient is positive, left of it negative, and at it zero."""
    for w, due in ((5.0, "positive"), (-1.0, "negative"), (2.0, "zero")):
        found = number(loss_and_gradient(engine, training, w, 2.0, 4.0)[1])
        sign = "zero" if found == close(0) else "positive" if found > 0 else "negative"
        assert sign == due, f"w.grad {at(w, 2, 4)} should be {due}, but it is {found:g}"


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, x=numbers, y=numbers)
@example(w=3.0, x=2.0, y=1.0)
def test_x_and_y_may_be_values(engine, training, w, x, y):
    """x and y may be Values as well as plain numbers."""
    x_value, y_value, values = engine.Value(x), engine.Value(y), f"{at(w, x, y)}, all three as Values"
    loss = training.squared_loss(engine.Value(w), x_value, y_value)
    assert data_of(loss, "squared_loss(w, x, y)") == close((w * x - y) ** 2), f"the loss {values}"
    _, gradient = loss_and_gradient(engine, training, w, x_value, y_value)
    assert gradient == close(2 * (w * x - y) * x), f"w.grad {values}"
