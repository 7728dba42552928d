"""Texts with NUL, escapes, half characters or a million letters are texts, and no more.

Stopped by the wire (length, whole characters) and by escaping where a text lands.
"""

import pytest

from grader.grading import record
from tests.hostile.rig import BY_HAND, points, swapped

TEXTS = {
    "NUL": r"'\x00'",
    "escape": r"'\x1b[2J\x1b]0;title\x07'",
    "half": r"'\ud800'",
    "long": "'x' * 10_000_000",
    "lines": r"'\n' * 100 + '::error::forged'",
    "right to left": r"'\u202egnp.exe'",
}


@pytest.mark.parametrize("text", TEXTS)
def test_it_costs_one_answer(grade, text):
    """The answer is wrong, the others are not, and the record of the grade is whole."""
    answers = swapped(BY_HAND, 'W_SHOULD = "increase"', f"W_SHOULD = {TEXTS[text]}")
    found = grade({"by_hand.py": answers}, "by_hand")
    assert points(found)["by_hand"] == 9
    assert record.loads(record.dumps(found)) == found
