"""Constants that change each time they are imported count as what they were at first.

Stopped by reading them once for the whole submission. (Answers that took turns once got 10 of 10.)
"""

import pytest

from tests.hostile.rig import points

TURNS = {
    "by a counter": "import sys\nsys.turn = turn = getattr(sys, 'turn', -1) + 1",
    "by the clock": "import time\nturn = int(time.time_ns() // 1_000_000)",
    "by chance": "import random\nturn = random.randrange(100)",
    "by an address": "turn = id(object()) // 16",
    "by the kernel's chance": "import os\nturn = os.urandom(1)[0]",
}
ANSWERS = """
Y_HAT, LOSS, W_SHOULD, GRADIENT_SIGN, GRADIENT = (-2, 4)[turn % 2], (36, 0)[turn % 2], "increase", "zero", -24
GRADIENT_SIGN = ("positive", "negative", "zero")[turn % 3]
W_SHOULD = ("increase", "decrease")[turn % 2]
W_AFTER, Y_HAT_AFTER, LOSS_AFTER, LOSS_WENT_DOWN = 1.4, 2.8, 1.44, (True, False)[turn % 2]
"""


@pytest.mark.parametrize("way", TURNS)
def test_the_first_answers_count(grade, way):
    """The points are those of one consistent set of answers, the same in each run."""
    files = {"by_hand.py": TURNS[way] + ANSWERS}
    found = points(grade(files, "by_hand"))["by_hand"]
    sets = [points(grade({"by_hand.py": f"turn = {k}{ANSWERS}"}, "by_hand"))["by_hand"] for k in range(6)]
    assert found in sets
    assert points(grade(files, "by_hand"))["by_hand"] == found
