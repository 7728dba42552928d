"""What a submission says in exceptions, names and answers is text in every report and export.

Stopped by escaping where a text lands (`grader.text`, jinja2's autoescape).
"""

import re

import pytest

from grader.telling.report import pages, table
from tests.hostile.rig import BY_HAND, ENGINE, LESSON, SOLUTION, swapped

MARK = "<script>alert('x')</script>{{7*7}}${{7*7}}]]>\\x1b[31m::error::=cmd|' /C calc'!A0"


RAISE = f"raise ValueError({MARK!r})\n        out = Value(1"


@pytest.fixture(scope="module")
def found(grade):
    """A grade full of markup: in an answer on paper, in an exception and in a written answer."""
    return grade(
        {
            "by_hand.py": swapped(BY_HAND, 'W_SHOULD = "increase"', f'W_SHOULD = "{MARK}"'),
            "engine.py": swapped(ENGINE, "out = Value(self.data**2", RAISE),
            "reflections.md": SOLUTION["reflections.md"] + MARK,
        }
    )


def test_the_page(found):
    """No tag of it is a tag in the page, no expression is evaluated, no control character is left."""
    page = pages.html(found, LESSON)
    assert "alert(" in page and "<script>alert" not in page
    assert "4949" not in page and "\x1b" not in page


def test_the_markdown(found):
    """Nor in the Markdown of it, outside of blocks of code, where everything is text."""
    page = pages.markdown(found, LESSON)
    prose = "".join(page.split("```")[::2])
    assert "alert" in prose and "<script>" not in prose and "\x1b" not in page


def test_the_table(found):
    """No cell of the class's table begins a formula."""
    assert not re.search(r'(^|,|")[=+@]', table.grades_csv([found], LESSON))
