"""Whole numbers of a hundred thousand digits cost their own check, whatever is done with them.

Stopped by the wire (2,000 bits) and by `close` and `number`, which know what floats cannot hold.
"""

import pytest

from tests.hostile.rig import BY_HAND, points, swapped

NUMBERS = ["10**100_000", "-(10**100_000)", "10**400", "1 << 1999", "1 << 2001", "10**308", "-(2**1024)"]


@pytest.mark.parametrize("number", NUMBERS)
def test_it_costs_one_answer(grade, number):
    """LOSS is wrong. What follows from it is judged by the true loss or by this one."""
    found = points(grade({"by_hand.py": swapped(BY_HAND, "LOSS = 36", f"LOSS = {number}")}, "by_hand"))
    assert 8 <= found["by_hand"] <= 9
