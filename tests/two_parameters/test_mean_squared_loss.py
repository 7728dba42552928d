"""Exercise `mean_squared_loss`: the loss of a line as a graph, with both parameters connected to it."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.lessons.values import a_value, data_of
from tests.two_parameters import lines
from tests.two_parameters.strategies import ONE, SAME_X, THREE, THROUGH_ZERO, WHOLE, numbers, points, shown

CALL = "mean_squared_loss(w, b, points)"


def at(w, b, points):
    return f"for w = {w:g}, b = {b:g} and {shown(points)}"


def gone_backward(engine, regression, w, b, points):
    """Both parameters, after going backward from the loss."""
    parameters = engine.Value(w), engine.Value(b)
    a_value(regression.mean_squared_loss(*parameters, points), CALL).backward()
    return parameters


@pytest.mark.weight(2)
@settings(max_examples=10)
@given(w=numbers, b=numbers, x=numbers)
@example(w=3.0, b=5.0, x=2.0)
@example(w=-2.0, b=4.0, x=0.0)
@example(w=2, b=-1, x=3)
def test_prediction(engine, regression, w, b, x):
    """The prediction is w·x + b, as a Value."""
    found = data_of(regression.predict(engine.Value(w), engine.Value(b), x), "predict(w, b, x)")
    assert found == close(w * x + b), f"the prediction for w = {w:g}, b = {b:g} and x = {x:g}"


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, b=numbers, x=numbers)
@example(w=3.0, b=5.0, x=2.0)
def test_prediction_grows_with_both_parameters(engine, regression, w, b, x):
    """The prediction grows with w at the rate x, and with b at the rate 1."""
    w_value, b_value = engine.Value(w), engine.Value(b)
    a_value(regression.predict(w_value, b_value, x), "predict(w, b, x)").backward()
    here = f"for w = {w:g}, b = {b:g} and x = {x:g}, after going backward from the prediction"
    assert w_value.grad == close(x), f"w.grad {here}"
    assert b_value.grad == close(1.0), f"b.grad {here}"


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, b=numbers, x=numbers, y=numbers)
@example(w=3.0, b=5.0, x=2.0, y=1.0)
def test_loss_of_a_single_point(engine, regression, w, b, x, y):
    """With one point the loss is its squared error."""
    one = [(x, y)]
    found = data_of(regression.mean_squared_loss(engine.Value(w), engine.Value(b), one), CALL)
    assert found == close((w * x + b - y) ** 2), f"the loss {at(w, b, one)}"


@pytest.mark.weight(3)
@settings(max_examples=10)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=2, b=-3, data=WHOLE)
def test_loss_is_the_mean_of_squared_errors(engine, regression, w, b, data):
    """With several points the loss is the mean of their squared errors; every point counts the same."""
    found = data_of(regression.mean_squared_loss(engine.Value(w), engine.Value(b), data), CALL)
    assert found == close(lines.loss(w, b, data)), f"the loss {at(w, b, data)}"


@pytest.mark.weight(3)
@settings(max_examples=10)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
def test_gradient_of_w(engine, regression, w, b, data):
    """The gradient that reaches w is the mean of 2·(ŷ − y)·x."""
    w_value, _ = gone_backward(engine, regression, w, b, data)
    due, _ = lines.slopes(w, b, data)
    assert w_value.grad == close(due), f"w.grad {at(w, b, data)}, after going backward from the loss"


@pytest.mark.weight(3)
@settings(max_examples=10)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
def test_gradient_of_b(engine, regression, w, b, data):
    """The gradient that reaches b is the mean of 2·(ŷ − y)."""
    _, b_value = gone_backward(engine, regression, w, b, data)
    _, due = lines.slopes(w, b, data)
    assert b_value.grad == close(due), f"b.grad {at(w, b, data)}, after going backward from the loss"
