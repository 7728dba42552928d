"""Exercise `abs`: the forward value and the slope on both sides of the kink."""

import pytest
from hypothesis import assume, example, given, settings

from grader.checks import close, described, number
from tests.absolute_loss import ways
from tests.absolute_loss.strategies import nonzero, reals
from tests.lessons.local_rule import comes_back, numbers_among_children
from tests.lessons.values import a_value, data_of


@pytest.mark.weight(2)
@settings(max_examples=8)
@given(x=reals)
@example(x=3.0)
@example(x=-2.5)
@example(x=-4)
@example(x=0.375)
def test_abs_is_the_distance_from_zero(Value, x):
    """x.abs() is a new Value that holds |x|; x itself stays as it was."""
    value = Value(x)
    found = data_of(value.abs(), "x.abs()")
    assert found == close(abs(x)), f"x.abs().data for x = {x:g}"
    assert value.data == close(x), f"x.data after x.abs() for x = {x:g}"


def test_the_result_is_a_new_value(Value):
    """What x.abs() gives is a Value of its own, right of 0 as well, with a gradient of its own."""
    for x in (-3.0, 3.0):
        value = Value(x)
        a_value(value.abs(), "x.abs()").grad = 5.0
        assert value.grad == close(0.0), f"x.grad for x = {x:g}, after x.abs().grad = 5"


@pytest.mark.weight(3)
@settings(max_examples=8)
@given(x=reals)
@example(x=3.0)
@example(x=-2.5)
@example(x=5)
def test_slope_is_one_on_the_right_and_minus_one_on_the_left(gradient_of_abs, x):
    """Right of 0 |x| grows as fast as x; left of 0 it shrinks as fast. How far away x is does not matter."""
    assume(x)
    found = gradient_of_abs(x, arriving=[1.0])
    assert found == close(float(ways.sign(x))), f"x.grad for x = {x:g}, when 1 arrives at x.abs()"


@pytest.mark.weight(3)
@settings(max_examples=8)
@given(x=nonzero, arriving=nonzero)
@example(x=3.0, arriving=5.0)
@example(x=-2.5, arriving=5.0)
@example(x=-2.5, arriving=-0.5)
def test_abs_multiplies_by_the_gradient_that_arrives(gradient_of_abs, x, arriving):
    """What goes back is the slope, times whatever gradient arrives at the result."""
    due = ways.sign(x) * arriving
    found = gradient_of_abs(x, arriving=[arriving])
    assert found == close(due), f"x.grad for x = {x:g}, when {arriving:g} arrives at x.abs()"


@pytest.mark.weight(2)
@settings(max_examples=8)
@given(x=nonzero, already=nonzero)
@example(x=3.0, already=7.0)
@example(x=-3.0, already=7.0)
def test_abs_adds_to_the_gradient_that_is_there(gradient_of_abs, x, already):
    """abs adds to a gradient that is already there; it does not replace it."""
    assume(abs(already + ways.sign(x)) > 0)
    found = gradient_of_abs(x, arriving=[1.0], already=already)
    due = already + ways.sign(x)
    assert found == close(due), f"x.grad for x = {x:g}, when it holds {already:g} and 1 arrives at x.abs()"


@settings(max_examples=6)
@given(x=nonzero, first=nonzero, second=nonzero)
@example(x=-3.0, first=1.0, second=10.0)
def test_value_that_is_used_twice_collects_both_gradients(gradient_of_abs, x, first, second):
    """A Value whose distance from 0 is taken in two places of a graph collects the gradients of both."""
    assume(first + second)
    due = ways.sign(x) * (first + second)
    found = gradient_of_abs(x, arriving=[first, second])
    arriving = f"{first:g} arrives at one x.abs() and {second:g} at another"
    assert found == close(due), f"x.grad for x = {x:g}, when {arriving}"


def test_every_result_keeps_its_own_side(gradient_of_abs):
    """A result remembers the side of its own x, whatever else is done before its gradient arrives."""
    for x in (3.5, -3.5):
        found = gradient_of_abs(x, arriving=[1.0], beside=[-5.0])
        assert found == close(float(ways.sign(x))), (
            f"x.grad for x = {x:g}, when (x * -5).abs() is in the graph as well"
        )


def test_at_zero_anything_between_will_do(Value, gradient_of_abs):
    """At 0 itself there is no slope: any number from −1 to 1 will do there, as long as it does not fail."""
    assert data_of(Value(0.0).abs(), "x.abs()") == close(0.0), "x.abs().data for x = 0"
    moved = gradient_of_abs(0.5, arriving=[1.0])
    assert number(moved) != 0, "x.grad is still 0 for x = 0.5, when 1 arrives at x.abs()"
    found = gradient_of_abs(0.0, arriving=[1.0])
    fits = -1 - 1e-9 <= number(found) <= 1 + 1e-9
    assert fits, f"x.grad for x = 0, when 1 arrives at x.abs(), is {described(found)}: not from −1 to 1"


def test_abs_stays_connected(Value):
    """The result knows which Value it was made from, so a gradient finds its way back through it."""
    w = Value(-2.0)
    middle = w * 3.0
    out = middle.abs()
    assert data_of(out, "(w * 3).abs()") == close(6.0), "(w * 3).abs().data for w = -2"
    plain = numbers_among_children(out)
    why = f", which has the plain number {plain[0]:g} among its children" if plain else ""
    connected = comes_back(Value, w, middle, out)
    assert connected, f"w.grad is still 0 after going backward from (w * 3).abs(){why}"
