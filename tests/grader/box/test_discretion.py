"""Of a run with working code in the box, only a student's own words are passed on."""

import pytest

from grader.box.discretion import WITHHELD, Discretion
from grader.student import Place, student_error

OWN = Discretion(
    {"training.py": b"def train(w):\n    raise ValueError('not yet')\n", "reflections.md": b"I learnt."}
)


def test_own_words_pass():
    """Word for word, from any file that was handed in."""
    for text in ("not yet", "train", "I learnt.", ""):
        assert OWN.text(text) == text


def test_other_words_do_not():
    """Nor do own words in another order."""
    for text in ("self.grad += 2 * self.data", "yet not", "Train"):
        assert OWN.text(text) == WITHHELD


def test_values_keep_their_shape_and_their_numbers():
    """Numbers are what a check is about; texts in lists, tuples and dicts are texts."""
    value = [1.5, ("not yet", "secret"), {"secret": None, 2: True}]
    assert OWN.value(value) == [1.5, ("not yet", WITHHELD), {WITHHELD: None, 2: True}]


@pytest.mark.parametrize("name", ["ValueError", "KeyError", "RecursionError"])
def test_an_error_keeps_its_builtin_name_and_its_lines(name):
    """Enough to find the mistake by; a class of one's own, a text and a function's name are withheld."""
    error = student_error([name, "Exception"], "secret", (Place("training.py", 2, "secret"),))
    OWN.error(error)
    assert (error.type_name, error.message, error.args) == (name, "", ("",))
    assert error.places == (Place("training.py", 2, "<module>"),)


def test_an_error_of_ones_own_words_is_kept():
    """Class, text and function as they stand in the student's file."""
    error = student_error(["train"], "not yet", (Place("training.py", 2, "train"),))
    OWN.error(error)
    assert (error.type_name, error.message, error.places[0].function) == ("train", "not yet", "train")
