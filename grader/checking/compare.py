"""What check authors compare with: tolerant to rounding, intolerant to anything that is not a number."""

import math
from typing import Any, NoReturn

from grader.box.constants import Lost
from grader.student import Todo

_LONGEST = 300  # characters of a described value
_DEEPEST = 3  # levels of lists that are shown; a list of rows has two


class Unsteady(AssertionError):  # noqa: N818  a check fails with it as with any assert
    """What a check saw differs from one time to the next, so results that build on it may differ too."""


def todo(message: str) -> NoReturn:
    """Say that a constant is still None: the check counts as "to do", not as wrong."""
    raise Todo(message)


def is_number(value: Any) -> bool:
    """Whether `value` is exactly an int or a float, and finite. A bool, a text or a subclass is not."""
    return type(value) is int or (type(value) is float and math.isfinite(value))


def number(value: Any) -> float:
    """`value` as a float. If it is not a finite number, the check fails and says what it is."""
    assert is_number(value), f"this should be a number, but it is {described(value)}"
    return float(value)


class close:  # noqa: N801  reads as a word in a check: `assert x == close(12)`
    """Equals a number within `rel` of the expected one or `abs` of it; lists and tuples item by item.

    `expected` is a finite number, or a list or tuple of them. Both bounds are as in `math.isclose`.
    """

    def __init__(self, expected: Any, rel: float = 1e-9, abs: float = 1e-9) -> None:
        self.expected = expected
        self.rel = rel
        self.abs = abs

    def __eq__(self, came: object) -> bool:
        return self._matches(self.expected, came)

    def __hash__(self) -> int:
        raise TypeError("close(…) is for comparing, not for looking up")

    def _matches(self, expected: Any, came: Any) -> bool:
        if type(expected) in (list, tuple):
            same_shape = type(came) in (list, tuple) and len(came) == len(expected)
            return same_shape and all(self._matches(e, c) for e, c in zip(expected, came, strict=True))
        try:
            return is_number(came) and math.isclose(expected, came, rel_tol=self.rel, abs_tol=self.abs)
        except OverflowError:  # an int beyond the floats
            return False

    def __repr__(self) -> str:
        return described(self.expected)

    def explain(self, came: Any) -> str:
        """One line for the student: what was expected, and what the code gave."""
        expected, found = described(self.expected), described(came)
        if expected == found:
            expected, found = _shortened(repr(self.expected), _LONGEST), _shortened(repr(came), _LONGEST)
        return f"expected {expected}, got {found}"


def described(value: Any) -> str:
    """A value in a few words: numbers in short, other things with their kind, such as "the text '6'"."""
    return value.why if type(value) is Lost else _shortened(_described(value, _DEEPEST), _LONGEST)


def _described(value: Any, deeper: int) -> str:
    if value is None:
        return "None"
    if type(value) in (bool, int):
        return _shortened(str(value) if type(value) is bool else _digits(value))
    if type(value) is float:
        return f"{value:.6g}"
    if type(value) is str:
        return f"the text {_shortened(repr(value))}"
    if type(value) in (list, tuple):
        return f"[{_items(value, deeper - 1)}]"
    return f"an object ({_shortened(repr(value))})"


def _items(values: Any, deeper: int) -> str:
    if values and deeper < 0:
        return "…"
    more = ", …" if len(values) > 8 else ""
    return ", ".join(_described(item, deeper) for item in values[:8]) + more


def _digits(value: int) -> str:
    return str(value) if value.bit_length() < 64 else f"a whole number of {value.bit_length()} bits"


def _shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[: limit - 3]}…"
