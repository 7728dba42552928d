"""A dict subclass that has an answer for every learning rate is not taken for a dict.

Stopped by the wire: only exact types cross by value.
"""

from tests.hostile.rig import points

ATTACK = """
class Knows(dict):
    def items(self):
        return [(eta, word) for eta in (0.05, 0.125, 0.2, 0.25, 0.3) for word in ("smooth", "zigzag")]
    __getitem__ = get = lambda self, key, default=None: "smooth"
    __contains__ = lambda self, key: True

BEHAVIOUR = Knows({0.05: "smooth"})
GRADIENT_AFTER_TWO_BACKWARDS = 0
"""


def test_it_scores_nothing(grade):
    """None of the five words is given by it."""
    assert points(grade({"failure_modes.py": ATTACK}, "failure_modes"))["failure_modes"] == 0
