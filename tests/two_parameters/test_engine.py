"""Exercise `engine`: given, and worth nothing. Where a student's copy is broken, a working one stands in."""

import pytest
from hypothesis import example, given, settings

from grader.checks import close
from tests.lessons.values import a_value, data_of
from tests.two_parameters.strategies import nonzero, numbers

# What one types, what comes of it, and how fast that grows with a and with b.
OPERATIONS = {
    "a + b": (lambda a, b: a + b, lambda a, b: (1, 1)),
    "a - b": (lambda a, b: a - b, lambda a, b: (1, -1)),
    "a * b": (lambda a, b: a * b, lambda a, b: (b, a)),
    "a / b": (lambda a, b: a / b, lambda a, b: (1 / b, -a / b**2)),
}
TOLERANCE = {"rel": 1e-8, "abs": 1e-8}


def operate(operation, a, b):
    made, rates = OPERATIONS[operation]
    return made(a, b), made, rates(a, b)


@pytest.mark.parametrize("operation", OPERATIONS)
@settings(max_examples=2)
@given(a=numbers, b=nonzero)
@example(a=3.0, b=5.0)
@example(a=-2.5, b=0.5)
def test_two_values(Value, operation, a, b):
    """`+ − * /` compute with Values, and gradients come back to both."""
    due, made, rates = operate(operation, a, b)
    a_value_, b_value = Value(a), Value(b)
    result = made(a_value_, b_value)
    here = f"{operation} for a = {a:g} and b = {b:g}"
    assert data_of(result, operation) == close(due, **TOLERANCE), f"({operation}).data, {here}"
    result.backward()
    assert [a_value_.grad, b_value.grad] == close(list(rates), **TOLERANCE), f"[a.grad, b.grad] after {here}"


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_value_and_a_plain_number(Value, operation):
    """A plain number may stand on either side."""
    made, rates = OPERATIONS[operation]
    for a, b in ((3.0, 4.0), (-1.5, 2)):
        left, right = Value(a), Value(b)
        results = made(left, b), made(a, right)
        for result in results:
            assert data_of(result, operation) == close(made(a, b), **TOLERANCE), f"{operation}: {a:g}, {b:g}"
            result.backward()
        assert [left.grad, right.grad] == close(list(rates(a, b)), **TOLERANCE), (
            f"the gradients of {operation} with one plain number, for a = {a:g} and b = {b:g}"
        )


@settings(max_examples=2)
@given(a=nonzero)
@example(a=3.0)
@example(a=-2.5)
def test_square_power_and_minus(Value, a):
    """`square`, `**` with a number and a minus in front know their value and their gradient."""
    for text, make, due, rate in (
        ("a.square()", lambda value: value.square(), a * a, 2 * a),
        ("a ** 2", lambda value: value**2, a * a, 2 * a),
        ("a ** 3", lambda value: value**3, a**3, 3 * a * a),
        ("-a", lambda value: -value, -a, -1.0),
    ):
        value = Value(a)
        result = a_value(make(value), text)
        assert result.data == close(due), f"({text}).data for a = {a:g}"
        result.backward()
        assert value.grad == close(rate), f"a.grad for a = {a:g}, after ({text}).backward()"


def test_backward_collects_along_every_way(Value):
    """A Value that is used in several places collects a gradient from each; a second graph adds to it."""
    a, b = Value(3.0), Value(5.0)
    c = a * 2
    d = c * b
    (d + c * d).square().backward()
    # e = (c·b)·(1 + c) with c = 2a: de/da = 2·b·(1 + 2c), de/db = c·(1 + c), times 2·e
    assert [a.grad, b.grad] == close([2 * 210 * 130.0, 2 * 210 * 42.0]), "[a.grad, b.grad]"
    (a * 7).backward()
    assert a.grad == close(2 * 210 * 130.0 + 7), "a.grad after a second graph"


def test_sum_of_three_hundred(Value):
    """A long sum is nothing special: the gradient reaches its beginning."""
    start, total = Value(2.0), 0.0
    for _ in range(300):
        total = total + start
    total.backward()
    assert start.grad == close(300.0), "a.grad after (a + a + …).backward(), with 300 times a"
