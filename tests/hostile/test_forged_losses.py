"""A file that is read piece by piece forges what is said to be lost of it: texts, and no point depends on them.

Stopped by the trusted side, which takes each row for a text and looks at no more than a hundred. (15,000 rows once
kept it busy for two seconds.)
"""

import pytest

from grader.doors.unread import unread
from tests.hostile.rig import messages, points

NAMES = ["Y_HAT", "LOSS", "W_SHOULD", "GRADIENT_SIGN", "GRADIENT", "W_AFTER", "Y_HAT_AFTER"]
FORGED = """
import sys

frame = sys._getframe()
while frame is not None:
    if "answers" in frame.f_globals and "Host" in frame.f_globals:
        frame.f_globals["answers"] = lambda source, path: ({found}, {rows})
    frame = frame.f_back
raise ValueError
"""
ANSWERS = {
    "markup": ("{'Y_HAT': 1}", f"[[n, None, 5, '<b>', '<img src=x>`', '`=cmd()|\\x1b[2J'] for n in {NAMES}]"),
    "long": ("{'Y_HAT': 1}", f"[[n, None, 5, 'K' * 9000, 'm' * 9000, 't' * 9000] for n in {NAMES}]"),
    "odd keys": (
        "{'Y_HAT': {}}",
        "[['Y_HAT', k, True, 'K', 'm', 't'] for k in (2**1999, float('nan'), (1,), object())]",
    ),
    "no rows": ("{'Y_HAT': {}}", "[5, None, [], [object()] * 6, ['LOSS', None, -1, 'K', 'm', 't']]"),
    "objects": (f"{{n: object() for n in {NAMES}}}", "[]"),
    "many": (
        "{'Y_HAT': 1}",
        "[['LOSS', None, 1, 'NameError', f\"name 'w{k}' is not defined\", '='] for k in range(5000)]",
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_it_costs_its_own_checks(grade, name):
    found, rows = ANSWERS[name]
    graded = grade({"by_hand.py": FORGED.format(found=found, rows=rows)}, "by_hand", "square")
    assert points(graded)["by_hand"] == 0
    assert points(graded)["square"] == 15
    told = messages(graded, "by_hand")
    assert len(told) < 20_000
    assert name != "markup" or "line 5 is" in told, "the forgery does not get through any more"


def test_right_answers_beside_forged_losses_are_worth_what_they_are(grade):
    """A row takes an answer away, and gives none."""
    forged = FORGED.format(
        found="{'Y_HAT': -2, 'LOSS': 36}", rows="[['LOSS', None, 5, 'NameError', 'm', 't']]"
    )
    assert points(grade({"by_hand.py": forged}, "by_hand"))["by_hand"] == 1


def test_no_more_than_a_hundred_rows_are_looked_at():
    rows = ([f"A{k}", None, 1, "NameError", f"name 'w{k}' is not defined", "="] for k in range(10_000))
    assert len(unread("by_hand.py", {}, rows)) == 100
    assert next(rows)[0] == "A100"
