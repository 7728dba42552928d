"""What can be seen of a student's code from outside, as plain values: to compare, and to keep.

An experiment is a few calls into student code, or into a wrong model of it; `look` says what it shows.
"""

import math
from collections.abc import Callable
from typing import Any

from grader.student import StudentError

Observed = Any  # plain values only, see `plain`

AN_OBJECT = "an object"  # what `plain` puts in the place of anything that is not a plain value


def look(experiment: Callable[..., Any], *arguments: Any) -> Observed:
    """What an experiment shows: plain values, or what it raised."""
    try:
        return plain(experiment(*arguments))
    except RecursionError:  # without its message, which depends on the place where the stack is full
        return ("raised", "RecursionError", "")
    except StudentError as error:
        return ("raised", error.type_name, error.message)
    except (Exception, SystemExit) as error:
        return ("raised", type(error).__name__, str(error))


def plain(value: Any) -> Observed:
    """`value` as plain values only: lists become tuples, objects become `AN_OBJECT`."""
    if type(value) in (list, tuple):
        return tuple(plain(item) for item in value)
    if type(value) is dict:
        return {plain(key): plain(item) for key, item in value.items()}
    return value if value is None or type(value) in (bool, int, float, str) else AN_OBJECT


def same(one: Observed, other: Observed, precision: float = 1e-9) -> bool:
    """Whether two observations are equal up to rounding. Not-a-number equals itself."""
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(same, one, other, [precision] * len(one)))
    if type(one) is dict and type(other) is dict:
        return one.keys() == other.keys() and all(same(one[key], other[key], precision) for key in one)
    if {type(one), type(other)} <= {int, float}:
        return _close(one, other, precision)
    return type(one) is type(other) and bool(one == other)


def _close(one: float, other: float, precision: float) -> bool:
    try:
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return math.isclose(one, other, rel_tol=1e-6, abs_tol=precision)
    except OverflowError:  # an int beyond the floats
        return one == other
