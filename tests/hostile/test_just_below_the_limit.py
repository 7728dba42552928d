"""Code that takes almost as long as allowed in every check uses up the submission's time, not the class's.

Stopped by the time of a submission.
"""

from tests.hostile.rig import ENGINE, messages, points, statuses, swapped

SLOW = """
def slow():
    for _ in range(5_000_000):
        pass
"""


def test_the_rest_is_not_tried(grade_impatiently):
    """Work in every Value made: some checks end in time, then the time is used up."""
    attack = SLOW + swapped(ENGINE, "self.data = data", "slow(); self.data = data")
    found = grade_impatiently({"engine.py": attack}, "square", "backward", submission_seconds=1.0)
    assert statuses(found, "backward") == {"timed_out"}
    assert "the time for the whole submission was used up" in messages(found, "backward")
    assert points(found)["square"] == 0
