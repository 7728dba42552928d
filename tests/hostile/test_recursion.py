"""Recursion without an end is an exception of Python's, or the end of the process where that is switched off.

Stopped by Python's limit, and by the kernel where a submission raises that.
"""

import pytest

from tests.hostile.rig import ENGINE, messages, points, statuses, swapped

DEPTHS = {
    "python's own limit": "self.square()",
    "no limit": "__import__('sys').setrecursionlimit(10**9); self.square()",
    "in C": "__import__('sys').setrecursionlimit(10**9); repr(Loop())",
    "a nested list": "functools.reduce(lambda deep, _: [deep], range(10**6), []) == "
    "functools.reduce(lambda deep, _: [deep], range(10**6), [])",
}
LOOP = """
import functools

class Loop:
    def __repr__(self):
        return repr([self])
"""


@pytest.mark.parametrize("name", DEPTHS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`square` fails or crashes, its report says why, and `backward` has all its points."""
    attack = LOOP + swapped(ENGINE, "out = Value(self.data**2", f"{DEPTHS[name]}\n        out = Value(1")
    found = grade_impatiently({"engine.py": attack}, "square", "backward", submission_seconds=9.0)
    assert statuses(found, "square") <= {"failed", "crashed", "timed_out"}
    assert messages(found, "square").strip()
    assert points(found)["square"] == 0
    assert points(found)["backward"] == 20
