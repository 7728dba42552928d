"""An answer that comes byte by byte, or prints that never pause, buy no time.

Stopped by looking at the clock whatever arrives. (A byte every 10 ms once put off the limit for ever.)
"""

import pytest

from tests.hostile.rig import FORGER, points, statuses

DRIPS = {"answer": "_send(b'[')", "print": "print('.', flush=True)"}
ATTACK = (
    FORGER
    + """
import time
while True:
    {drip}
    time.sleep(0.01)
"""
)


@pytest.mark.parametrize("drip", DRIPS)
def test_it_is_a_hang(grade_impatiently, drip):
    """It times out; the exercises beside it are graded as ever."""
    found = grade_impatiently({"by_hand.py": ATTACK.replace("{drip}", DRIPS[drip])}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"timed_out"}
    assert points(found)["update"] == 10
