"""Long computations inside of C, where no Python line runs, are ended like any others.

Stopped by CPU time, which is measured from outside, and by SIGKILL.
"""

import pytest

from tests.hostile.rig import ENGINE, points, statuses, swapped

WAYS = {
    "power": "9 ** 9 ** 8",
    "pattern": "__import__('re').match('(a+)+$', 'a' * 60 + 'b')",
    "sum": "sum(range(10**12))",
    "compare": "[x := 0] and max(iter(int, 1))",
}


@pytest.mark.parametrize("name", WAYS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`square` times out, and `backward` has all its points."""
    attack = swapped(ENGINE, "out = Value(self.data**2", f"{WAYS[name]}\n        out = Value(1")
    found = grade_impatiently({"engine.py": attack}, "square", "backward")
    assert statuses(found, "square") == {"timed_out"}
    assert points(found)["backward"] == 20
