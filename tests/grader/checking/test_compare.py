"""Comparing is tolerant to rounding, and intolerant to anything that is not a number."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.checking.compare import Todo, close, described, is_number, number, todo

floats = st.floats(-1e300, 1e300)


class Sly(float):
    """A float that would say of itself what it likes."""

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


POSING = [True, "6", None, math.nan, math.inf, Sly(6.0), [6.0], 6 + 0j, b"6"]


@settings(deadline=None)
@given(floats)
def test_a_number_is_close_to_itself_and_to_its_rounding(x):
    """Rounding in the last places makes no difference, in either direction."""
    assert x == close(x) and x * (1 + 1e-12) == close(x)


@settings(deadline=None)
@given(floats, st.floats(1e-6, 1e6))
def test_a_number_is_not_close_to_another(x, gap):
    """A millionth of it beyond the tolerance is too far."""
    assert x + gap + abs(x) * 1e-6 != close(x)


def test_both_bounds_can_be_set():
    """`rel` widens with the number, `abs` does not."""
    assert close(100, rel=0.01) == 101 and close(100, rel=0.01) != 102
    assert close(0, abs=0.005) == 0.004 and close(0, abs=0.005) != 0.006


@pytest.mark.parametrize("posing", POSING, ids=repr)
def test_what_poses_as_a_number_is_close_to_none(posing):
    """Booleans, texts, None, NaN, infinities and subclasses are wrong, whatever they equal."""
    assert posing != close(6) and posing != close(1) and not is_number(posing)


@pytest.mark.parametrize("posing", POSING, ids=repr)
def test_number_refuses_what_is_none(posing):
    """`number` fails the check and says what came."""
    with pytest.raises(AssertionError, match="this should be a number, but it is "):
        number(posing)


def test_a_number_comes_back_as_a_float():
    """So that a check can calculate with it."""
    assert repr(number(6)) == repr(number(6.0)) == "6.0"


def test_lists_and_tuples_are_compared_item_by_item():
    """The kind of sequence is free; length, order and every item count."""
    assert close([1, 2]) == (1.0, 2.0) and close((1, [2, 3])) == [1, (2.0, 3.0)]
    assert close([1, 2]) != [2, 1] and close([1, 2]) != [1] and close([1, 2]) != {1: 2}


def test_a_number_beyond_the_floats_is_not_close():
    """A whole number that no float can hold is far away, not an error."""
    assert close(6) != 10**400


def test_close_is_no_key():
    """What is tolerant cannot be looked up."""
    with pytest.raises(TypeError, match="not for looking up"):
        hash(close(1))


def test_an_explanation_names_both_numbers():
    """Short where that tells them apart, exact where it does not."""
    assert close(6.0).explain(3.0) == "expected 6, got 3"
    assert close(6.0).explain(6.000001) == "expected 6.0, got 6.000001"
    assert close([1, 2]).explain([1, "2"]) == "expected [1, 2], got [1, the text '2']"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        (True, "True"),
        (-24.0, "-24"),
        (1 / 3, "0.333333"),
        (2**100, "a whole number of 101 bits"),
        ("a" * 99, f"the text '{'a' * 56}…"),
        (list(range(9)), "[0, 1, 2, 3, 4, 5, 6, 7, …]"),
        (3j, "an object (3j)"),
    ],
)
def test_a_value_in_a_few_words(value, words):
    """A value says its kind, unless that is plain, and never fills the screen."""
    assert described(value) == words


def nested(depth, width=8):
    """Lists in lists, as one answer of a submission may hold them."""
    return [nested(depth - 1, width) for _ in range(width)] if depth else "x" * 60


@pytest.mark.parametrize("value", [nested(6), nested(1, 200), [[[1, [2, [3]]]]] * 9, ["x" * 99] * 8])
def test_lists_in_lists_are_cut(value):
    """What is shown of a value has an end, and so has the time it takes."""
    assert len(described(value)) <= 300
    assert len(close([1.0]).explain(value)) < 700


def test_an_explanation_of_lists_that_begin_alike_is_cut():
    """Where the first items do not tell them apart, not all others are shown."""
    assert len(close([1.0] * 10).explain([1.0] * 100_000)) < 700


def test_a_row_of_a_history_is_shown_whole():
    """Numbers in rows in a list in a tuple: no lesson nests deeper."""
    assert described(([[0, 1.5, 2.25], [1, 2]], 3)) == "[[[0, 1.5, 2.25], [1, 2]], 3]"
    assert described([[[[1]]]]) == "[[[[…]]]]"


def test_todo_ends_the_check():
    """`todo` says what is missing; it is no failure."""
    with pytest.raises(Todo, match="LOSS is still None"):
        todo("LOSS is still None")
