"""Files that ask for input, print, plot, exit or train while they are imported are told what to do about it.

Stopped by an input that is empty, an output that is drained, and a message for each.
"""

import pytest

from tests.hostile.rig import BY_HAND, ENGINE, messages, points

ENDS = {
    "input()": "asks for input",
    "import sys; sys.stdin.read(1) or input()": "asks for input",
    "exit()": "ends the program while it is imported",
    "raise SystemExit('done')": "ends the program while it is imported",
    "import matplotlib": "imports something that is not there",
}


@pytest.mark.parametrize("line", ENDS)
def test_it_is_said(grade, line):
    """The report says what the file does on import, and in which line."""
    found = grade({"engine.py": f"{ENGINE}\n{line}\n"}, "square")
    assert ENDS[line] in messages(found, "square")


@pytest.mark.parametrize("line", ["input()", "import matplotlib"])
def test_answers_beside_it_count(grade, honest, line):
    """A file of answers is read statement by statement, if it cannot be imported."""
    found = grade({"by_hand.py": f"{BY_HAND}\n{line}\n"}, "by_hand")
    assert points(found)["by_hand"] == honest["by_hand"]


def test_prints_cost_nothing(grade, honest):
    """A print on import is no mistake."""
    found = grade({"by_hand.py": BY_HAND + "print('hello', Y_HAT)\n"}, "by_hand")
    assert points(found)["by_hand"] == honest["by_hand"]
