"""Answers on paper of an int subclass that equals everything count as no numbers.

Stopped by the wire: only exact types cross by value.
"""

from tests.hostile.rig import messages, points

ATTACK = """
class Yes(int):
    __eq__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = int.__hash__

Y_HAT = LOSS = GRADIENT = W_AFTER = Y_HAT_AFTER = LOSS_AFTER = Yes(1)
W_SHOULD, GRADIENT_SIGN, LOSS_WENT_DOWN = "sideways", "green", Yes(1)
"""


def test_it_scores_nothing(grade):
    """All answers on paper fail, and the report says that these are no numbers."""
    grade_ = grade({"by_hand.py": ATTACK}, "by_hand")
    assert points(grade_)["by_hand"] == 0
    assert "an object" in messages(grade_, "by_hand")
