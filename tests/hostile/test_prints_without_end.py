"""200 MiB of output end the run of the check that prints them, and none of it is kept.

Stopped by draining the output with a cap.
"""

from tests.hostile.rig import TRAINING, messages, points, statuses, swapped


def test_it_costs_its_own_checks(grade_impatiently):
    """`update` crashes with a word about printing; failure_modes is graded as ever."""
    attack = swapped(TRAINING, "w.data -= lr * w.grad", "print('x' * (200 << 20))")
    attack = attack.replace("'x' * (200 << 20)", "'x' * (1 << 20), *['x' * (1 << 20)] * 199")
    found = grade_impatiently({"training.py": attack}, "update", "failure_modes", submission_seconds=9.0)
    assert statuses(found, "update") == {"crashed"}
    assert "printed more than 10 MB" in messages(found, "update")
    assert points(found)["failure_modes"] == 10
