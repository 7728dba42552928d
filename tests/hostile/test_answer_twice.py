"""Answering a question twice, with its true id, ends the run as `invalid`.

Stopped by the box, which expects exactly one line for each question.
"""

from tests.hostile.rig import FORGER, WRONG, points, statuses, swapped


def test_it_is_found_out(grade):
    """The forged answer and the true one arrive together, or the true one is late: both show."""
    attack = FORGER + swapped(WRONG, "out = Value(self.data", "say(36.0)\n        out = Value(self.data")
    found = grade({"engine.py": attack}, "square", "train")
    assert "invalid" in statuses(found, "square")
    assert points(found)["train"] == 0
