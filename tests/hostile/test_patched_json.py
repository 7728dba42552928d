"""A patched JSON encoder in the box can only send other numbers, and those are wrong ones too.

Stopped by the trusted side's own parser and judgement.
"""

from tests.hostile.rig import WRONG, points

ATTACK = """
import json
plain = json.JSONEncoder.encode

def encode(self, frame):
    text = plain(self, frame)
    return text.replace('"ok",', '"ok", true, ') if text.endswith("3.0]") else text

json.JSONEncoder.encode = encode
"""


def test_it_does_not_pay(grade, honest_wrong):
    """Frames of another shape end the submission as invalid; nothing is won."""
    found = points(grade({"engine.py": WRONG + ATTACK}, "square", "backward", "train"))
    assert all(found[name] <= honest_wrong[name] for name in found)
