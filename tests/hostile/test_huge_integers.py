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


@pytest.mark.parametrize(
    "value",
    [
        "Fraction(10**400)",
        "Decimal('sNaN')",
        "{1: Fraction(10**400)}",
        "[Decimal('sNaN')]",
        "Decimal('-1e999999')",
    ],
)
def test_a_number_beyond_all_floats_costs_one_answer_too(grade, value):
    """What has no float for it is no number here, and all other answers of the file are read."""
    imports = "from decimal import Decimal\nfrom fractions import Fraction\n"
    text = imports + swapped(BY_HAND, "LOSS = 36", f"LOSS = {value}")
    assert 8 <= points(grade({"by_hand.py": text}, "by_hand"))["by_hand"] <= 9
