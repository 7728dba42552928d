"""A source file of many megabytes is compiled in the box or not at all.

Stopped by the box's memory and time; intake takes no more than it has to.
"""

from tests.hostile.rig import points, statuses


def test_it_costs_its_own_exercise(grade_impatiently):
    """20 MB of assignments are more than may be compiled; `update` has all its points."""
    source = b"".join(b"a%d = %d\n" % (k, k) for k in range(1_000_000))
    found = grade_impatiently({"by_hand.py": source}, "by_hand", "update", submission_seconds=9.0)
    assert points(found)["by_hand"] == 0
    assert statuses(found, "by_hand") <= {"failed", "crashed", "timed_out"}
    assert points(found)["update"] == 10
