"""Patching the protocol module in the box is no more than lying: the lie has to be the right number.

Stopped by the trusted side, which never sends an expected value that could be given back.
"""

from tests.hostile.rig import WRONG, points

ATTACK = """
import sys

def patch(wire):
    plain = wire.encode
    def encode(value, handle_for, depth=0):
        return 6.0 if type(value) is float else plain(value, handle_for, depth)
    wire.encode = encode

frame = sys._getframe()
while "wire" not in frame.f_globals:
    frame = frame.f_back
patch(frame.f_globals["wire"])
"""


def test_it_does_not_pay(grade, honest_wrong):
    """Sending 6.0, the answer to the first example, for every number wins nothing."""
    found = points(grade({"engine.py": WRONG + ATTACK}, "square", "backward", "train"))
    assert all(found[name] <= honest_wrong[name] for name in found)
    assert found["square"] == 0
