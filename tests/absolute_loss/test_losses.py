"""Exercise `losses`: three losses as graphs, with their parameter connected to them."""

import pytest
from hypothesis import assume, example, given, settings

from grader.checks import close
from tests.absolute_loss import ways
from tests.absolute_loss.strategies import FIVE, THREE, WHOLE, WITH_ZERO, numbers, readings, shown
from tests.lessons.values import a_value, data_of

MEANS = {"mean_absolute_loss": ways.mean_absolute, "mean_squared_loss": ways.mean_squared}
SLOPES = {"mean_absolute_loss": ways.mean_absolute_slope, "mean_squared_loss": ways.mean_squared_slope}


def at(w, x, y):
    return f"for w = {w:g}, x = {x:g} and y = {y:g}"


def with_(b, ys):
    return f"for b = {b:g} and {shown(ys)}"


@pytest.mark.weight(4)
@settings(max_examples=8)
@given(w=numbers, x=numbers, y=numbers)
@example(w=3.0, x=2.0, y=1.0)
@example(w=-1.0, x=2.0, y=4.0)
@example(w=2, x=3, y=11)
def test_loss_is_the_distance(engine, losses, w, x, y):
    """The loss is how far the prediction is from the truth: |w·x − y|."""
    loss = losses.absolute_loss(engine.Value(w), x, y)
    assert data_of(loss, "absolute_loss(w, x, y)") == close(abs(w * x - y)), f"the loss {at(w, x, y)}"


@pytest.mark.weight(5)
@settings(max_examples=8)
@given(w=numbers, x=numbers, y=numbers)
@example(w=3.0, x=2.0, y=1.0)
@example(w=-1.0, x=2.0, y=4.0)
@example(w=2.0, x=-3.0, y=1.0)
def test_gradient_has_a_side_and_no_size(engine, losses, w, x, y):
    """The gradient is x where the prediction is too large, −x where it is too small, however far."""
    assume(w * x != y)
    parameter = engine.Value(w)
    a_value(losses.absolute_loss(parameter, x, y), "absolute_loss(w, x, y)").backward()
    due = ways.sign(w * x - y) * x
    assert parameter.grad == close(due), f"w.grad {at(w, x, y)}, after going backward from the loss"


@pytest.mark.weight(2)
@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=4)
@given(b=numbers, y=numbers)
@example(b=1.5, y=4.0)
@example(b=3.0, y=-2.0)
def test_a_single_reading(engine, losses, name, b, y):
    """With one reading the loss is its distance, or its square, and the gradient is how it pulls."""
    assume(b != y)
    parameter = engine.Value(b)
    loss = a_value(getattr(losses, name)(parameter, [y]), f"{name}(b, ys)")
    assert loss.data == close(MEANS[name](b, [y])), f"{name} {with_(b, [y])}"
    loss.backward()
    assert parameter.grad == close(SLOPES[name](b, [y])), f"b.grad {with_(b, [y])}, after {name}"


@pytest.mark.weight(3)
@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=5)
@given(b=numbers, ys=readings)
@example(b=3.0, ys=THREE)
@example(b=-2.5, ys=FIVE)
@example(b=2.5, ys=WITH_ZERO)
@example(b=3, ys=WHOLE)
def test_mean_over_all_readings(engine, losses, name, b, ys):
    """With several readings the loss is a mean, of distances or of squares; every reading counts the same."""
    found = data_of(getattr(losses, name)(engine.Value(b), ys), f"{name}(b, ys)")
    assert found == close(MEANS[name](b, ys)), f"{name} {with_(b, ys)}"


@pytest.mark.weight(3)
@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=5)
@given(b=numbers, ys=readings)
@example(b=3.0, ys=THREE)
@example(b=-2.5, ys=FIVE)
@example(b=2.5, ys=FIVE)
@example(b=2.5, ys=WITH_ZERO)
def test_gradient_of_a_mean(engine, losses, name, b, ys):
    """Each reading pulls at b, equally hard or by how far it is away; and these are averaged."""
    assume(b not in ys)  # at a kink there is no one right number
    parameter = engine.Value(b)
    a_value(getattr(losses, name)(parameter, ys), f"{name}(b, ys)").backward()
    due = SLOPES[name](b, ys)
    assert parameter.grad == close(due, rel=1e-8, abs=1e-8), f"b.grad {with_(b, ys)}, after {name}"
