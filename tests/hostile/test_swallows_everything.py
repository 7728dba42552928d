"""Code that catches BaseException, closes its ears to every signal and goes on is ended all the same.

Stopped by SIGKILL to the whole group, which nothing can catch.
"""

from tests.hostile.rig import points, statuses

ATTACK = """
import atexit, faulthandler, signal
faulthandler.disable()
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
"""


def test_it_is_ended(grade_impatiently):
    """It times out like any other endless loop."""
    found = grade_impatiently({"by_hand.py": ATTACK}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"timed_out"}
    assert points(found)["update"] == 10
