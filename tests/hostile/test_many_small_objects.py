"""Filling memory with small objects, and holding on to them, ends in the same exception or in a hang.

Stopped by the kernel's limit of address space and by the time of a check.
"""

from tests.hostile.rig import ENGINE, points, statuses, swapped

ATTACK = """
kept = []

def fill():
    while True:
        try:
            while True:
                kept.append([None] * 100_000)
        except MemoryError:
            pass
"""


def test_it_costs_its_own_checks(grade_impatiently):
    """Whatever comes first, `square` has no points and `backward` has them all."""
    attack = ATTACK + swapped(ENGINE, "out = Value(self.data**2", "fill()\n        out = Value(1")
    found = grade_impatiently({"engine.py": attack}, "square", "backward", submission_seconds=9.0)
    assert statuses(found, "square") <= {"failed", "crashed", "timed_out"}
    assert points(found)["backward"] == 20
