"""What a student reads of an answer that cannot be read: the line, and what to type."""

import pytest

from grader.box.constants import Lost
from grader.box.piecewise import answers
from grader.doors.unread import unread
from grader.student import Place


def told(text):
    found, rows = answers(text.encode(), "by_hand.py")
    lost = unread("by_hand.py", found, rows)
    return found, {name: (error.message, error.places) for name, error in lost.items()}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("W = up", 'a word stands in quotes: `W = "up"`'),
        ("W = true", "Python writes it with a capital letter: True"),
        ("W =", 'an answer is missing there; write `W = 1.5`, or `W = "word"` with quotes'),
        ("W = −24", "this is a printed minus; type the `-` of your keyboard"),
        ("W = “up”", 'this is a printed quote; type the `"` of your keyboard'),
        ("W = 2 * V", "it needs V, which cannot be read"),
        ("W = 1 / 0", "Python says ZeroDivisionError: division by zero"),
    ],
)
def test_it_says_what_to_type(line, what):
    _, lost = told(f"V = up\n{line}\n")
    assert lost["W"] == (f"line 2 is `{line}`; {what}", (Place("by_hand.py", 2, "<module>"),))


def test_an_entry_of_a_dict_is_told_in_its_place():
    found, lost = told("D = {\n    0.1: up,\n    0.2: one step,\n}\n")
    assert not lost and all(type(value) is Lost for value in found["D"].values())
    assert (
        found["D"][0.1].why == 'not to be read (line 2 is `0.1: up,`; a word stands in quotes: `0.1: "up",`)'
    )
    assert found["D"][0.2].why.endswith('; write `0.2: "word",`)')


@pytest.mark.parametrize(
    "row", [None, [], ["W", None, 0, "", "", ""], ["W", None, 1, 1, "", ""], ["D", [1], 1, "", "", ""], "W"]
)
def test_rows_of_any_other_form_say_nothing(row):
    """They come out of the box."""
    found = {"D": {}}
    assert not unread("by_hand.py", found, [row]) and found == {"D": {}}
