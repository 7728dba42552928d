"""Observations: plain values, equal up to rounding, with what was raised as one of them."""

import math

from grader.checking.observed import AN_OBJECT, look, plain, same
from grader.student import student_error


def test_rounding_is_no_difference():
    """Equal up to rounding, not-a-number equal to itself, infinities by sign."""
    assert same((0.1 + 0.2, [1][0], math.nan, math.inf), (0.3, 1.0, math.nan, math.inf))
    assert not same((1.0,), (1.001,)) and not same(math.inf, -math.inf) and not same((1,), (1, 1))


def test_kinds_are_a_difference():
    """True is not 1, and a text is not a number."""
    assert (
        not same(True, 1) and not same("1", 1) and same({"a": 1}, {"a": 1.0}) and not same({"a": 1}, {"b": 1})
    )


def test_objects_are_seen_as_objects_only():
    """What is no plain value carries nothing into an observation."""
    assert plain([1, (2.5, object()), {"k": int}]) == (1, (2.5, AN_OBJECT), {"k": AN_OBJECT})


def test_students_exception_is_observed_as_the_models_own():
    """An exception that crossed the wire equals the same one raised by a model."""

    def students():
        raise student_error(["TypeError", "Exception"], "no", ())

    def models():
        raise TypeError("no")

    assert look(students) == look(models) == ("raised", "TypeError", "no")
