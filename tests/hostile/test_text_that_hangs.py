"""An exception whose text never comes costs the time of a hang, and is reported as one.

Stopped by the limits of the box.
"""

from tests.hostile.rig import ENGINE, statuses, swapped

HANGS = """
class Odd(Exception):
    def __str__(self):
        while True:
            pass
"""


def test_it_is_a_hang(grade_impatiently):
    """The checks of `square` time out."""
    attack = swapped(ENGINE, "out = Value(self.data**2", "raise Odd()\n        out = Value(1")
    assert statuses(grade_impatiently({"engine.py": HANGS + attack}, "square"), "square") == {"timed_out"}
