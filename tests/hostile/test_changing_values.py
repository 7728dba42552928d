"""A gradient that is another number each time it is read gains nothing: a check judges the number it read.

Stopped by the checks: a value crosses once and is compared by the trusted side.
"""

from tests.hostile.rig import WRONG, points

ATTACK = """
import itertools
turns = itertools.cycle([1.0, 2.0, 0.0, 6.0])

class Value(Value):
    def _read(self):
        return self.__dict__["grad"] * next(turns)

    def _write(self, grad):
        self.__dict__["grad"] = grad

    grad = property(_read, _write)
"""


def test_it_does_not_pay(grade, honest_wrong):
    """Cycling through factors until one fits scores no more than the wrong engine as it is."""
    found = points(grade({"engine.py": WRONG + ATTACK}, "square", "backward"))
    assert all(found[name] <= honest_wrong[name] for name in found)
