"""A value of very many texts, while working code is in the box, is looked through no longer than others are.

Stopped by `discretion`, which looks up so many texts and then withholds the rest. Each of them looked for in
files as long as may be, one answer kept the grader busy for a quarter of an hour, until its worker was given
up: three times, and then there was no grade.
"""

import time

from tests.hostile.rig import SOLUTION, TRAINING, WRONG, statuses, swapped

LOOT = """
class Loot:
    def __getattr__(self, name):
        return ["~%c" % (97 + k % 26) for k in range(100_000)]

"""
RETURNS_LOOT = swapped(TRAINING, "    y_hat = w * x", "    return Loot()\n    y_hat = w * x")
PADDING = f"# {'a~b' * 40_000}\n"


def test_a_hundred_thousand_texts(grade):
    """The exercise is wrong, as it would be without the flood, and the grader is not kept busy."""
    files = {
        "engine.py": WRONG + PADDING,
        "training.py": LOOT + RETURNS_LOOT + PADDING,
        "by_hand.py": SOLUTION["by_hand.py"] + PADDING,
    }
    began = time.process_time()
    found = grade(files, "square", "backward", "squared_loss")
    assert time.process_time() - began < 10
    assert statuses(found, "squared_loss") <= {"failed", "timed_out"}
