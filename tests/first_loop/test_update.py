"""Exercise `update`: exactly one step against the gradient."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.checks import close, number
from tests.first_loop.strategies import nonzero, numbers, reals

rates = st.sampled_from([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0])


def parameter(engine, data, grad):
    """A Value as it is after a backward pass: `grad` is set by the check, no engine needed."""
    w = engine.Value(data)
    w.grad = grad
    return w


def start(w, grad, lr):
    return f"from w = {w:g} with w.grad = {grad:g} and lr = {lr:g}"


@pytest.mark.weight(4)
@settings(max_examples=15)
@given(w=reals, grad=nonzero, lr=rates)
@example(w=5.0, grad=2.0, lr=0.5)
@example(w=-1.0, grad=-24.0, lr=0.1)
@example(w=5, grad=-3, lr=1)
@example(w=2.0, grad=300.0, lr=0.5)
def test_step_goes_against_the_gradient(engine, training, w, grad, lr):
    """One update moves w by lr times the gradient, downhill."""
    value = parameter(engine, w, grad)
    training.update(value, lr)
    assert value.data == close(w - lr * grad), f"w.data after one update {start(w, grad, lr)}"


@pytest.mark.weight(2)
def test_positive_gradient_makes_w_smaller(engine, training):
    """A positive gradient makes w smaller, a negative one makes it larger, zero leaves it."""
    for grad, due in ((8.0, 1.0), (-8.0, 5.0), (0.0, 3.0)):
        value = parameter(engine, 3.0, grad)
        training.update(value, 0.25)
        assert value.data == close(due), f"w.data after one update {start(3, grad, 0.25)}"


@settings(max_examples=10)
@given(w=numbers, grad=nonzero)
@example(w=1.0, grad=2.0)
def test_learning_rate_says_how_far(engine, training, w, grad):
    """Twice the learning rate goes twice as far."""
    short, long = parameter(engine, w, grad), parameter(engine, w, grad)
    training.update(short, 0.25)
    training.update(long, 0.5)
    first = number(short.data)
    assert first != w, f"w did not move {start(w, grad, 0.25)}"
    assert long.data == close(w + 2 * (first - w)), (
        f"w.data after one update {start(w, grad, 0.5)}, since lr = 0.25 leads to {first:g}"
    )


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, grad=nonzero, lr=rates)
@example(w=5.0, grad=2.0, lr=0.5)
def test_update_leaves_the_gradient_alone(engine, training, w, grad, lr):
    """An update changes w.data and nothing else: the gradient stays for whoever wants to look at it."""
    value, other = parameter(engine, w, grad), parameter(engine, 7.0, 1.0)
    training.update(value, lr)
    assert number(value.data) != w, f"w did not move {start(w, grad, lr)}"
    assert value.grad == close(grad), f"w.grad after one update {start(w, grad, lr)}"
    assert other.data == close(7.0), "the data of a Value that was not handed to update"


@settings(max_examples=5)
@given(w=numbers, grad=nonzero, lr=rates)
@example(w=5.0, grad=2.0, lr=0.5)
def test_every_update_is_one_step(engine, training, w, grad, lr):
    """Called twice with the same gradient, update makes two equal steps, one a call."""
    value = parameter(engine, w, grad)
    for calls in (1, 2):
        training.update(value, lr)
        due = w - calls * lr * grad
        assert value.data == close(due), f"w.data after update number {calls} {start(w, grad, lr)}"
