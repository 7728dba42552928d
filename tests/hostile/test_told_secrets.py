"""What a submission reads in the working code of ours beside it never stands in its report.

Stopped three times: that code comes without comments and docstrings, prints of such a run are not shown, and
its texts are shown only where they are the student's own words.
"""

import pytest

from grader.doors.working import working_versions
from grader.grading import record
from tests.hostile.rig import LESSON, TRAINING, WRONG, messages, swapped

READ = """
import sys
modules = sys.meta_path[0]
working = "".join([modules.replaced.get("engine", ""), *modules.patches.get("engine", ())])
working = working or "def square: nothing found"
TOLD = working[working.index("def square") :][:150]
"""
WAYS = {
    "print": "print(TOLD)",
    "raise": "raise ValueError(TOLD)",
    "raise from": "raise ValueError from RuntimeError(TOLD)",
    "type name": "raise type(TOLD, (Exception,), {})",
    "value": "return TOLD",
    "rows": "return [(TOLD, TOLD, TOLD)] * 10",
    "dict": "return {TOLD: TOLD}",
    "to do": "raise NotImplementedError(TOLD)",
    "hang": "exec(compile(f'def x():\\n    while True: pass', __file__, 'exec'), globals()); "
    "globals()['x'].__code__ = x.__code__.replace(co_name=TOLD[:90]); x()",
    "function": "exec(compile('def x(): raise ValueError', __file__, 'exec'), globals()); "
    "globals()['x'].__code__ = x.__code__.replace(co_name=TOLD[:90]); x()",
    "module": "raise ModuleNotFoundError(TOLD, name=TOLD)",
}


@pytest.mark.parametrize("way", WAYS)
def test_it_stays_untold(grade_impatiently, way):
    """No line of the working engine is in the grade, whichever way it is told."""
    attack = READ + swapped(TRAINING, "y_hat = w * x", f"{WAYS[way]}\n    y_hat = w * x")
    attack = swapped(attack, "rows = []", f"{WAYS[way]}\n    rows = []")
    handed_in = {"engine.py": WRONG, "training.py": attack}
    found = grade_impatiently(handed_in, "square", "squared_loss", "train")
    text = record.dumps(found).decode()
    assert "def square" not in text and "self.data ** 2" not in text


def test_it_was_there_to_be_told(grade):
    """The attack does read the working engine: it can say how long its text is."""
    attack = READ + swapped(TRAINING, "rows = []", "w.data = len(TOLD) + 0.5; return []\n    rows = []")
    found = grade({"engine.py": WRONG, "training.py": attack}, "square", "train")
    assert "got 150.5" in messages(found, "train")


def test_comments_stay_outside():
    """Nothing of the solution's comments and docstrings enters the box at all."""
    working = working_versions(LESSON, "squared_loss", ("square",))
    assert "#" not in working.replaced["engine"] and '"""' not in working.replaced["engine"]
