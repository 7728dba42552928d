"""Exercise `gradients`: one measured slope for each input, and what the engine says of them."""

import pytest

from grader.checks import close
from tests.gradient_check import engines
from tests.lessons.values import items

PRECISE = {"rel": 1e-6, "abs": 1e-8}
CASES = (
    ("lambda a, b: a * b + a", [3.0, 5.0]),
    ("lambda a: a.square()", [-3.0]),
    ("lambda a, b, c: a * b - c / a", [2.0, -1.5, 4.0]),
    ("lambda a, b, c: a * a * b + c * 0.5", [2.0, 2.0, 2.0]),  # equal inputs
    ("lambda a, b, c: a * b + b * c", [4.0, 0.0, -4.0]),  # b holds two slopes at 0
    ("lambda a, b: (c := a - b) * c + c", [1.5, -2.0]),
    ("lambda a, b: a.square() * b", [0.75, -1.2345]),  # more decimals than one would round to
    ("lambda a, b: a * b + b", [3.0, 0.0571428]),  # and a small slope that six decimals are too few for
)


def said(call, text, xs, **more):
    named = "".join(f", {name}={value:g}" for name, value in more.items())
    return f"{call}(Value, f, {xs}{named}) for f = {text}"


@pytest.mark.weight(4)
def test_one_measured_slope_for_each_input(checker, Value, function):
    """There is a measured slope for each input, in their order, with the others held still."""
    for text, xs in CASES:
        call = said("measured_gradients", text, xs)
        found = items(checker.measured_gradients(Value, function(text), [*xs]), call)
        assert found == close(engines.gradients(text, xs), **PRECISE), call


@pytest.mark.weight(2)
def test_the_nudge_is_as_large_as_asked(checker, Value, function):
    """With a large h the slopes are those of that h, for every input."""
    for text, xs, h in (
        ("lambda a: a * a * a", [3.0], 0.5),
        ("lambda a, b: a * a * b * b * b", [2.0, -1.0], 0.25),
        ("lambda a, b, c: a ** 3 * b + c ** 3", [1.0, 2.0, -3.0], 2.0),
    ):
        call = said("measured_gradients", text, xs, h=h)
        found = items(checker.measured_gradients(Value, function(text), [*xs], h=h), call)
        assert found == close(engines.measured(text, xs, h), **PRECISE), call


@pytest.mark.weight(3)
def test_measuring_trusts_no_engine(checker, function, engine_with):
    """A measurement looks at the results of this one engine, and its wrong gradients cannot mislead it."""
    for text, xs, slips in (
        ("lambda a, b: a * b + a", [3.0, 5.0], {"multiply": "x, y"}),
        ("lambda a, b: a.square() - b", [-2.0, 4.0], {"subtract": "1.0, 1.0"}),
        ("lambda a, b: (a + b) * a", [1.5, 2.0], {"seed": "2.0"}),
        ("lambda a, b: a.square() + b", [1.5, 2.0], {"squared": "x * x * x"}),
    ):
        call = said("measured_gradients", text, xs)
        found = items(checker.measured_gradients(engine_with(**slips), function(text), [*xs]), call)
        cubes = ", and whose `square` computes x³" if "squared" in slips else ""
        where = f"{call}, on an engine whose gradients are wrong{cubes}"
        assert found == close(engines.true_gradients(text, xs, **slips), **PRECISE), where


@pytest.mark.weight(3)
def test_the_engines_gradients(checker, Value, function):
    """There is a gradient for each input, in their order, from one pass backward."""
    for text, xs in CASES:
        call = said("engine_gradients", text, xs)
        found = items(checker.engine_gradients(Value, function(text), [*xs]), call)
        assert found == close(engines.gradients(text, xs)), call


@pytest.mark.weight(3)
def test_the_engine_speaks_for_itself(checker, function, engine_with):
    """Of an engine with wrong gradients these are the wrong ones, whatever they should be."""
    for text, xs, slips in (
        ("lambda a, b: a * b + a", [3.0, 5.0], {"multiply": "x, y"}),
        ("lambda a, b, c: a - b * c", [4.0, 0.5, -2.0], {"subtract": "1.0, 1.0"}),
        ("lambda a: a.square() + a", [3.0], {"square": "x"}),
    ):
        call = said("engine_gradients", text, xs)
        found = items(checker.engine_gradients(engine_with(**slips), function(text), [*xs]), call)
        due = engines.gradients(text, xs, **slips)
        assert found == close(due), f"{call}, on an engine whose gradients are wrong"
