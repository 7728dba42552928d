"""Exercise `square`: the forward value and the local derivative."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.first_loop.strategies import nonzero, reals
from tests.lessons.local_rule import comes_back, numbers_among_children
from tests.lessons.values import data_of


@pytest.mark.weight(3)
@settings(max_examples=15)
@given(x=reals)
@example(x=3.0)
@example(x=-2.5)
@example(x=5)
def test_square_is_x_times_x(Value, x):
    """x.square() is a new Value that holds x·x; x itself stays as it was."""
    value = Value(x)
    found = data_of(value.square(), "x.square()")
    assert found == close(x * x), f"x.square().data for x = {x:g}"
    assert value.data == close(x), f"x.data after x.square() for x = {x:g}"


@pytest.mark.weight(3)
@settings(max_examples=15)
@given(x=reals)
@example(x=3.0)
@example(x=-2.5)
@example(x=5)
def test_gradient_of_square_is_two_x(gradient_of_squares, x):
    """The gradient of x² is 2·x."""
    due = 2 * x
    found = gradient_of_squares(x, arriving=[1.0])
    assert found == close(due), f"x.grad for x = {x:g}, when 1 arrives at x.square()"


@pytest.mark.weight(3)
@settings(max_examples=15)
@given(x=reals, arriving=nonzero)
@example(x=3.0, arriving=5.0)
@example(x=-2.5, arriving=-0.5)
def test_square_multiplies_by_the_gradient_that_arrives(gradient_of_squares, x, arriving):
    """The gradient of x² is 2·x, times whatever gradient arrives at the square."""
    due = 2 * x * arriving
    found = gradient_of_squares(x, arriving=[arriving])
    assert found == close(due), f"x.grad for x = {x:g}, when {arriving:g} arrives at x.square()"


@pytest.mark.weight(2)
@settings(max_examples=10)
@given(x=nonzero, already=nonzero)
@example(x=3.0, already=7.0)
def test_square_adds_to_the_gradient_that_is_there(gradient_of_squares, x, already):
    """square adds to a gradient that is already there; it does not replace it."""
    due = already + 2 * x
    found = gradient_of_squares(x, arriving=[1.0], already=already)
    assert found == close(due), f"x.grad for x = {x:g}, when it holds {already:g} and 1 arrives at x.square()"


@settings(max_examples=10)
@given(x=nonzero, first=nonzero, second=nonzero)
@example(x=3.0, first=1.0, second=10.0)
def test_value_squared_twice_collects_both_gradients(gradient_of_squares, x, first, second):
    """A Value that is squared in two places of a graph collects the gradients of both."""
    due = 2 * x * first + 2 * x * second
    found = gradient_of_squares(x, arriving=[first, second])
    arriving = f"{first:g} arrives at one square of it and {second:g} at another"
    assert found == close(due), f"x.grad for x = {x:g}, when {arriving}"


def test_every_square_keeps_its_own_slope(gradient_of_squares):
    """A square remembers its own x, whatever else is squared before its gradient arrives."""
    found = gradient_of_squares(3.5, arriving=[1.0], beside=[5.0])
    assert found == close(7.0), "x.grad for x = 3.5, when (x * 5).square() is in the graph as well"


@pytest.mark.weight(2)
def test_square_stays_connected(Value):
    """The square knows which Value it was made from, so a gradient finds its way back through it."""
    w = Value(2.0)
    middle = w * 3.0
    out = middle.square()
    assert data_of(out, "(w * 3).square()") == close(36.0), "(w * 3).square().data for w = 2"
    plain = numbers_among_children(out)
    why = f", which has the plain number {plain[0]:g} among its children" if plain else ""
    connected = comes_back(Value, w, middle, out)
    assert connected, f"w.grad is still 0 after going backward from (w * 3).square(){why}"
