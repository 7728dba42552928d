"""Honest submissions graded between hostile ones get, byte for byte, the grade that they get alone.

Stopped by a box for each: nothing of one submission is there when the next is graded.
"""

import pytest

from grader import record
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


@pytest.fixture(scope="module")
def alone(grade):
    """What honest submissions get before any hostile one."""
    return {name: record.dumps(grade(files)) for name, files in HONEST.items()}


@pytest.mark.parametrize("name", HOSTILE)
def test_they_are_unharmed(grade, grade_impatiently, alone, name):
    """The solution and the wrong engine get the grade.json that they had at first."""
    grade_impatiently(HOSTILE[name])
    assert {name: record.dumps(grade(files)) for name, files in HONEST.items()} == alone
