"""NaN is close to nothing, infinity to no finite number, wherever they come from.

Stopped by `close` and `number`, which take finite numbers only.
"""

import pytest

from tests.hostile.rig import ENGINE, points, swapped

NOTHING = """
Y_HAT = LOSS = GRADIENT = W_AFTER = Y_HAT_AFTER = LOSS_AFTER = float("{value}")
W_SHOULD, GRADIENT_SIGN, LOSS_WENT_DOWN = "nan", "nan", float("{value}")
"""


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_answers_on_paper(grade, value):
    """No answer follows from an answer that is no finite number."""
    assert points(grade({"by_hand.py": NOTHING.format(value=value)}, "by_hand"))["by_hand"] == 0


def test_gradients(grade, honest_wrong):
    """A square whose gradient is NaN scores no more than one with a wrong gradient."""
    attack = swapped(ENGINE, "2 * self.data * out.grad", "float('nan')")
    assert points(grade({"engine.py": attack}, "square"))["square"] <= honest_wrong["square"]
