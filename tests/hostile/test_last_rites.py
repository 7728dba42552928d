"""What a submission plans for its end (atexit, `__del__`, weak references) delays nobody.

Stopped by SIGKILL: nothing is asked to end.
"""

from tests.hostile.rig import BY_HAND, points

ATTACK = (
    BY_HAND
    + """
import atexit, sys, weakref

def forever(*_):
    while True:
        pass

class Grave:
    def __del__(self):
        forever()

atexit.register(forever)
grave = sys.kept = Grave()
weakref.finalize(sys, forever)
"""
)


def test_it_changes_nothing(grade, honest):
    """All its points are there."""
    assert points(grade({"by_hand.py": ATTACK}, "by_hand", "update"))["by_hand"] == honest["by_hand"]
