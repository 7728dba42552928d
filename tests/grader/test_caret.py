"""A caret stands below the place that is meant, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.caret import ROOM, below, narrowed, parted


@pytest.mark.parametrize(
    ("line", "at", "shown"),
    [
        ("    return = 3", 11, "    return = 3\n           ^"),
        ("\treturn = 3", 8, "    return = 3\n           ^"),
        ("a =\t= 3", 4, "    a = = 3\n        ^"),
        ("def f()", 7, "    def f()\n           ^"),
        ("ŷ = η −", 6, "    ŷ = η −\n          ^"),
    ],
)
def test_a_caret_stands_below_the_place(line, at, shown):
    """Behind a tab, behind the last sign, behind the lesson's own letters."""
    assert below(line, at) == shown


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("数 = = 2", 4),
        ("a\u0301 = = 2", 6),
        ("\u200bx = = 2", 5),
        ("שלום = = 2", 7),
        ("2 = = 'سلام'", 4),
        ("x = = 2", 9),
        ("    x", 2),
        ("", 0),
        ("x", -1),
    ],
)
def test_no_caret_stands_where_the_place_is_not_sure(line, at):
    """Behind signs of another width than a letter, outside of the line, in one that may be turned around."""
    assert below(line, at) == ""


CODE = st.text("abcxyz=()+ ", max_size=200).map(lambda code: f"a{code}z")


@given(CODE, st.integers(0, 201), st.integers(18, 80))
def test_of_a_long_line_the_part_around_the_caret_is_shown(line, at, room):
    """The sign above the caret is the one that is meant, in any room."""
    at = min(at, len(line))
    for shown, most in ((below(line, at), ROOM + 4), (narrowed(below(line, at), room), room)):
        code, caret = shown.split("\n")
        place = caret.index("^")
        assert max(len(code), len(caret)) <= most
        assert code[place : place + 1] == line[at : at + 1]


def test_a_message_is_its_sentences_and_its_code():
    """Other messages of several lines are left alone."""
    pair = below("x = = 2", 4)
    assert parted(f"no: so\n{pair}") == ("no: so", pair)
    assert parted(pair) == ("", pair)
    for other in ("a\nb", "a\n    b\n    c", "a", "", "a\n    ^"):
        assert parted(other) == (other, "")
