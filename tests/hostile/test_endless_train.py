"""A `train` that never returns costs its own checks, and says which limit was hit in words.

Stopped by the CPU time of a check.
"""

from tests.hostile.rig import TRAINING, messages, points, statuses, swapped


def test_it_costs_its_own_checks(grade_impatiently):
    """Every check of `train` times out; failure_modes after it is graded as ever."""
    attack = swapped(TRAINING, "for step in range(steps):", "step = 0\n    while True:")
    found = grade_impatiently({"training.py": attack}, "train", "failure_modes")
    assert statuses(found, "train") == {"timed_out"}
    assert "your code ran for more than 0.3 seconds without coming to an end" in messages(found, "train")
    assert "(training.py, line" in messages(found, "train")
    assert points(found)["failure_modes"] == 10
