"""Honest submissions graded between hostile ones get, byte for byte, the grade that they get alone.

Stopped by a box for each: nothing of one submission is there when the next is graded.
"""

from grader.grading import record
from tests.hostile.rig import FORGER, WRONG

HOSTILE = {
    "endless": {"by_hand.py": "while True: pass"},
    "forging": {"engine.py": WRONG + FORGER + "say(1.0); say(1.0)"},
    "leaving": {"engine.py": "import os; os._exit(0)"},
    "printing": {"failure_modes.py": "print('x' * (20 << 20))"},
    "hungry": {"engine.py": "x = bytearray(2 << 30)"},
    "empty": dict.fromkeys(("by_hand.py", "engine.py", "training.py", "failure_modes.py"), b""),
}


HONEST = {"right": {}, "wrong": {"engine.py": WRONG}}


def test_they_are_unharmed(grade, grade_impatiently):
    """The solution and the wrong engine get the grade.json that they had at first, to the byte."""
    alone = {name: record.dumps(grade(files)) for name, files in HONEST.items()}
    for files in HOSTILE.values():
        grade_impatiently(files)
        grade(HONEST["right"], "by_hand")
    assert {name: record.dumps(grade(files)) for name, files in HONEST.items()} == alone
