"""Working code of ours that a submission puts aside is gone when the next exercise is checked.

Stopped by ending a box that has had working code in it. (A stashed engine once answered for failure_modes.)
"""

from tests.hostile.rig import FAILURE_MODES, TRAINING, WRONG, points, swapped

THIEF = (
    TRAINING
    + """
import builtins, engine, sys
builtins.stashed = sys.stashed = engine
sys.modules["stashed"] = engine
"""
)
FENCE = """
import builtins, sys
try:
    engine = sys.modules.get("stashed") or getattr(builtins, "stashed", None) or sys.stashed
    w = engine.Value(-1.0)
    for _ in range(2):
        (w * 2.0 - 4.0).square().backward()
    GRADIENT_AFTER_TWO_BACKWARDS = w.grad
except AttributeError:
    GRADIENT_AFTER_TWO_BACKWARDS = 0
"""


def test_the_box_is_another_one(grade):
    """The number that only a right engine gives is not there for failure_modes.py."""
    answers = swapped(FAILURE_MODES, "GRADIENT_AFTER_TWO_BACKWARDS = -48", FENCE)
    found = points(grade({"engine.py": WRONG, "training.py": THIEF, "failure_modes.py": answers}))
    assert found["squared_loss"] == 10
    assert found["failure_modes"] < 10
