"""A forged answer with the true id, after which the process ends or sleeps, is one number and then silence.

Stopped by judging numbers: the next question is never answered.
"""

import pytest

from tests.hostile.rig import FORGER, WRONG, points, swapped


@pytest.mark.parametrize("leave", ["_os._exit(0)", "__import__('time').sleep(1000)"])
def test_it_does_not_pay(grade_impatiently, honest_wrong, leave):
    """Claiming 36 for the square and leaving wins no check."""
    attack = swapped(WRONG, "out = Value(self.data**2", f"say(36.0); {leave}\n        out = Value(1")
    found = points(grade_impatiently({"engine.py": FORGER + attack}, "square", "backward"))
    assert all(found[name] <= honest_wrong[name] for name in found)
