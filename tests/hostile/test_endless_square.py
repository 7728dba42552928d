"""A `square` that never returns costs its own checks; `backward` beside it in the same class does not suffer.

Stopped by the CPU time of a check: the box is replaced, and the next check goes on.
"""

from tests.hostile.rig import ENGINE, checks, points, statuses, swapped


def test_it_costs_its_own_checks(grade_impatiently):
    """Every check of `square` times out, saying where; `backward` has all its points."""
    attack = swapped(ENGINE, "out = Value(self.data**2", "while True: pass\n        out = Value(self.data**2")
    found = grade_impatiently({"engine.py": attack}, "square", "backward")
    assert statuses(found, "square") == {"timed_out"}
    assert points(found)["backward"] == 20
    line = attack.splitlines().index("    def square(self):") + 1
    assert {check.line for check in checks(found, "square")} == {line}
