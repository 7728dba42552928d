"""A million rows are more than can be checked: an error of its own for each check that asks for them.

Stopped by the host, which sends no answer larger than what would be read. (It once made the whole submission
invalid.)
"""

from tests.hostile.rig import TRAINING, messages, points, statuses, swapped


def test_it_costs_its_own_checks(grade_impatiently):
    """`train` fails, saying that it gave back too much; failure_modes is graded as ever."""
    attack = swapped(TRAINING, "return rows", "return [0.123456789] * 150_000")
    found = grade_impatiently({"training.py": attack}, "train", "failure_modes", submission_seconds=9.0)
    assert statuses(found, "train") == {"failed"}
    assert "more than can be checked" in messages(found, "train")
    assert points(found)["failure_modes"] == 10
