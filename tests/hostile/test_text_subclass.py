"""Words of a str subclass that equals every word count as no words.

Stopped by the wire: only exact types cross by value.
"""

from tests.hostile.rig import FAILURE_MODES, points

YES = """
class Yes(str):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = str.__hash__
    __contains__ = lambda self, other: True
    strip = lower = split = lambda self, *_: [self]
"""


def test_it_scores_nothing(grade):
    """Five words that agree with everything earn none of the points for the five words."""
    words = FAILURE_MODES.split("BEHAVIOUR")[0] + YES
    words += "BEHAVIOUR = {eta: Yes('smooth') for eta in (0.05, 0.125, 0.2, 0.25, 0.3)}\n"
    words += "GRADIENT_AFTER_TWO_BACKWARDS = 'none'\n"
    assert points(grade({"failure_modes.py": words}, "failure_modes"))["failure_modes"] == 0
