"""A student who is sent to an exercise is sent to a line of it."""

import pytest

from grader.box.source import outline
from grader.checking.whereabouts import heading, line_of
from grader.doors.outline import Outline
from grader.model import CheckResult, Exercise

SOURCE = """
A = 1
A_AFTER = None
TABLE = {
    0.05: None,
    0.2: None,
}

class Value:
    def square(self):
        pass

def first(x):
    return x

def second(x):
    return first(x)
"""


@pytest.mark.parametrize(
    ("functions", "name", "message", "line"),
    [
        ((), "test_a", "A_AFTER is still None", 3),
        ((), "test_a", "A: expected 3, got 1", 2),
        ((), "test_eta", "TABLE at 0.2 is still None", 6),
        ((), "test_eta", "TABLE is no dict", 4),
        (("first", "second"), "test_it", "`second(3)` is not 4", 16),
        (("first", "second"), "test_second_is_late", "expected 3, got 4", 16),
        (("first", "second"), "test_it", "expected 3, got 4", 13),
        (("gone", "second"), "test_it", "expected 3, got 4", 16),
        (("square",), "test_it", "expected 3, got 4", 10),
        (("gone",), "test_it", "expected 3, got 4", None),
        (("secnod",), "test_it", "`secnod` is not there; did you rename it?", 16),
    ],
)
def test_a_check_leads_to_what_it_speaks_of(functions, name, message, line):
    """An answer, an entry of a table, a function; else to the first function that there is."""
    exercise = Exercise("it", "It", "it.py", 1.0, (), functions=functions)
    told = CheckResult(name, "So it is.", "failed", 0.0, 1.0, message)
    assert line_of(Outline.of(outline(SOURCE.encode())), exercise, told) == line


def test_a_file_that_cannot_be_read_has_no_lines():
    """Then the import says where to look."""
    exercise = Exercise("it", "It", "it.py", 1.0, ())
    assert line_of(Outline(), exercise, CheckResult("test_it", "So.", "failed", 0.0, 1.0)) is None


def test_a_question_is_where_its_heading_is():
    """The first one that lacks something, whatever ends the lines."""
    text = "# Answers\r\n\r\n## 1. Why?\r\nBecause.\r\n## 2. How? ##\r\n2. How?\r\n"
    assert heading(text, ["2. How?"]) == 5 and heading(text, ["2. How?", "1. Why?"]) == 3
    assert heading(text, ["3. When?"]) is None
