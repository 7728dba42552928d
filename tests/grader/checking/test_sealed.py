"""Keys made of observations: equal up to rounding opens, anything else does not."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import sealed
from grader.checking.sealed import Seal

SEAL = Seal("salt", 1e-9)


def opens(one, other, seal=SEAL):
    return seal.key(one) in seal.keys(other)


@given(number=st.floats(-1e308, 1e308), way=st.sampled_from([-1, 0, 1]))
def test_rounding_does_not_matter(number, way):
    """A number that is computed another way differs in its last digits; the cells have edges, too."""
    assert opens((1, number), (1.0, number * (1 + way * 1e-13)))


@given(number=st.floats(1e-3, 1e12), factor=st.sampled_from([1 - 1e-4, 1 + 1e-4, -1, 2]))
def test_another_number_does_not_open(number, factor):
    assert not opens(number, number * factor)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.0, 1e-6), (1, True), (1, "1"), (None, "None"), ((1,), 1), ((1, (2,)), (1, 2)), ((), None),
        ({"a": 1}, {"b": 1}), ({"a": 1}, (("a", 1),)), ("a b", ("a", "b")), (math.inf, -math.inf),
        (10**400, 10**400 + 1), (math.nan, math.inf),
    ],
)  # fmt: skip
def test_kinds_are_told_apart(one, other):
    assert not opens(one, other)
    assert opens(one, one)
    assert opens(other, other)


def test_zero_is_zero():
    assert opens(0, -0.0)
    assert opens(0.0, 3e-13)


def test_only_its_own_key_opens():
    key, other = SEAL.key((1, 2)), SEAL.key((1, 3))
    text = sealed.closed(key, "a·b".encode())
    assert sealed.opened(key, text).decode() == "a·b"
    assert sealed.opened(other, text) != "a·b".encode()
    assert sealed.tag(key) not in (key.hex(), sealed.tag(other))
    assert Seal("other", 1e-9).key((1, 2)) != key


def test_many_numbers_at_edges_end():
    """An observation has at most so many keys, whatever numbers a student's code gives."""
    assert len(list(SEAL.keys((edge(),) * 60))) == 256


def edge():
    """A number at the edge of a cell."""
    near = (3.0 + k * 1e-9 for k in range(100_000))
    return next(number for number in near if len(sealed._cells(number, 1e-9)) == 2)
