"""What stands where in a student's file, and what happens to an outline that is none."""

import pytest

from grader.box import source
from grader.doors.outline import MAX_ENTRIES, Outline

SOURCE = b"""
LIMIT = 3
class Value:
    def square(self):
        out = Value(self.data ** 2, self)
        def back():
            self.grad += out.grad
        out._backward = back
        return out
    def backward(self):
        for node in [self]:
            node._backward()
TABLE = {0.05: "smooth"}
"""


@pytest.fixture
def outline():
    return Outline.of(source.outline(SOURCE))


@pytest.mark.parametrize(
    ("about", "mark", "line"),
    [
        ("square", "", 4),
        ("square", "store grad", 7),
        ("square", "store out._backward", 8),
        ("square", "operator Pow", 5),
        ("square", "argument self", 5),
        ("square", "function", 6),
        ("square", "return", 9),
        ("square", "call nothing_of_the_kind", 4),
        ("backward", "loop", 11),
        ("LIMIT", "", 2),
        ("TABLE", "literal 0.05", 13),
        ("absent", "store grad", None),
    ],
)
def test_line_of_a_mark(outline, about, mark, line):
    """A mark is found inside of what it is asked about; without it, the first line of that counts."""
    assert outline.line(about, mark) == line


def test_last_definition_counts():
    """As Python has it, the second definition of a name is the one that lives."""
    twice = Outline.of(source.outline(b"def f():\n    pass\n\n\ndef f():\n    return 1\n"))
    assert twice.line("f") == 5


def test_other_functions_are_not_looked_into(outline):
    """What `backward` calls is not called by `square`."""
    inside = outline.inside("square")
    assert not inside.has("call", "_backward") and inside.has("store", "_backward")
    assert [inner.name for inner in inside.functions()] == ["back"]


@pytest.mark.parametrize(
    "rows", [None, "text", 7, [1], [["call", "f", -1, 2]], [["call", 3, 1, 1]], [["call"]]]
)
def test_nonsense_is_left_out(rows):
    """An outline comes from where student code runs, so anything may arrive in its place."""
    assert Outline.of(rows) == Outline()


def test_outline_has_a_cap():
    """However much arrives, only so many entries are kept."""
    assert len(Outline.of([["call", "f", 1, 1]] * (MAX_ENTRIES + 1)).rows) == MAX_ENTRIES
