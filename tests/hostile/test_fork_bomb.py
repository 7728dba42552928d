"""A fork bomb starts no process and costs what an endless loop costs.

Stopped by the lock (no clone) and the time of a check.
"""

from tests.hostile.rig import points, statuses

ATTACK = """
import os, threading
while True:
    for bomb in (os.fork, threading.Thread(target=print).start):
        try:
            bomb()
        except (OSError, RuntimeError):
            pass
"""


def test_it_is_a_hang(grade_impatiently):
    """It times out; the exercises beside it are graded as ever."""
    found = grade_impatiently({"by_hand.py": ATTACK}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"timed_out"}
    assert points(found)["update"] == 10
