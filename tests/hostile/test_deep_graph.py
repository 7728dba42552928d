"""A graph of a hundred thousand nodes is recursion like any other, on the student's side of the wire.

Stopped by Python's own limit; the trusted side walks no graph.
"""

from tests.hostile.rig import TRAINING, points, swapped

DEEP = """
    for _ in range(100_000):
        w = w + 0.0
    y_hat = w * x
"""


def test_it_costs_its_own_exercises(grade_impatiently):
    """`squared_loss` and `train` cannot go backward through it; `update` has all its points."""
    attack = swapped(
        TRAINING,
        "    y_hat = w * x  # w is a Value, so this is one: the operators take what stands beside it as it is\n",
        DEEP,
    )
    found = grade_impatiently(
        {"training.py": attack}, "squared_loss", "update", check_seconds=1.0, submission_seconds=9.0
    )
    assert points(found)["squared_loss"] < 10
    assert points(found)["update"] == 10
