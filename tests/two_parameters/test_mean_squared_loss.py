"""Exercise `mean_squared_loss`: the loss of a line as a graph, with both parameters connected to it.

A mistake in `predict` costs in its own two checks: a loss also counts that is right for the predictions which
the student's `predict` makes, as far as these leave something to work out.
"""

from contextlib import suppress

import pytest
from hypothesis import example, given, settings

from grader.checks import close, number
from tests.lessons.values import a_value, data_of
from tests.two_parameters import lines
from tests.two_parameters.strategies import ONE, SAME_X, THREE, THROUGH_ZERO, WHOLE, numbers, points, shown

CALL = "mean_squared_loss(w, b, points)"


def at(w, b, points):
    return f"for w = {w:g}, b = {b:g} and {shown(points)}"


@pytest.fixture
def lossy(engine, regression, submission):
    """Asks the student's loss."""
    return Losses(engine, regression, submission.new_example)


class Losses:
    """The student's loss and its gradients; `new_example` forgets what was done before."""

    def __init__(self, engine, regression, new_example):
        self.engine, self.regression, self.new_example = engine, regression, new_example

    def found(self, w, b, data):
        """The loss, and the gradients that reach w and b."""
        w, b = self.engine.Value(w), self.engine.Value(b)
        loss = a_value(self.regression.mean_squared_loss(w, b, data), CALL)
        found = loss.data
        loss.backward()
        return found, w.grad, b.grad

    def loss(self, w, b, data):
        """The loss alone: no `backward` has to work for it."""
        values = self.engine.Value(w), self.engine.Value(b)
        return data_of(self.regression.mean_squared_loss(*values, data), CALL)

    def follows(self, place, found, w, b, data):
        """Whether `found`, the loss (0) or a gradient (1, 2), is right for what the own `predict` says."""
        due = self._due(w, b, data)[place : place + 1]
        self.new_example()
        return any(abs(number) > 1e-9 and found == close(number) for number in due)

    def _due(self, w, b, data):
        own = self._predictions(w, b, data)
        pairs = list(zip(own, data, strict=False))
        if len(own) < len(data):
            return ()
        return (
            lines.mean([(y_hat - y) ** 2 for (y_hat, _, _), (_, y) in pairs]),
            lines.mean([2 * (y_hat - y) * dw for (y_hat, dw, _), (_, y) in pairs]),
            lines.mean([2 * (y_hat - y) * db for (y_hat, _, db), (_, y) in pairs]),
        )

    def _predictions(self, w, b, data):
        """What `predict` says of every point, and how fast that grows with w and b; fewer where it cannot."""
        made = []
        with suppress(Exception):
            for x, _ in data:
                w_value, b_value = self.engine.Value(w), self.engine.Value(b)
                y_hat = self.regression.predict(w_value, b_value, x)
                found = number(y_hat.data)
                y_hat.backward()
                made.append((found, number(w_value.grad), number(b_value.grad)))
        return made


@pytest.mark.weight(2)
@settings(max_examples=5)
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
def test_loss_of_a_single_point(lossy, w, b, x, y):
    """With one point the loss is its squared error."""
    assert_loss(lossy, w, b, [(x, y)])


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=2, b=-3, data=WHOLE)
def test_loss_is_the_mean_of_squared_errors(lossy, w, b, data):
    """With several points the loss is the mean of their squared errors; every point counts the same."""
    assert_loss(lossy, w, b, data)


def assert_loss(lossy, w, b, data):
    due = lines.loss(w, b, data)
    found = lossy.loss(w, b, data)
    if found != close(due) and not lossy.follows(0, found, w, b, data):
        assert lossy.loss(w, b, data) == close(due), f"the loss {at(w, b, data)}"


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
def test_gradient_of_w(lossy, w, b, data):
    """The gradient that reaches w is the mean of 2·(ŷ − y)·x."""
    assert_gradient(lossy, 1, w, b, data)


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(w=numbers, b=numbers, data=points)
@example(w=2.0, b=1.0, data=THREE)
@example(w=2.0, b=-1.0, data=THROUGH_ZERO)
@example(w=-1.5, b=0.5, data=SAME_X)
@example(w=0.5, b=4.0, data=ONE)
def test_gradient_of_b(lossy, w, b, data):
    """The gradient that reaches b is the mean of 2·(ŷ − y)."""
    assert_gradient(lossy, 2, w, b, data)


def assert_gradient(lossy, place, w, b, data):
    due = lines.slopes(w, b, data)[place - 1]
    found = lossy.found(w, b, data)[place]
    if found != close(due) and not lossy.follows(place, found, w, b, data):
        name = "wb"[place - 1]
        found = lossy.found(w, b, data)[place]
        assert found == close(due), f"{name}.grad {at(w, b, data)}, after going backward from the loss"
