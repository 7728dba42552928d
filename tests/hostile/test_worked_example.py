"""Recognising the lesson's worked example is not learning: other numbers are tried.

Stopped by the checks, whose verdicts rest on numbers that the lesson does not show.
"""

from tests.hostile.rig import ENGINE, TRAINING, points, swapped


def test_gradient_of_the_example(grade):
    """A square that knows the gradient −12 of the example and nothing else passes no check of a gradient."""
    attack = swapped(ENGINE, "self.grad += 2 * self.data * out.grad", "self.grad += -12.0")
    assert points(grade({"engine.py": attack}, "square"))["square"] <= 5


def test_table_of_the_example(grade):
    """A `train` that returns the lesson's own table passes only the check that is about this table."""
    table = "return [(k, 2 - 3 * 0.2**k, 36 * 0.04**k) for k in range(steps)]"
    attack = swapped(TRAINING, "rows = []", f"w.data = 2 - 3 * 0.2**steps; {table}")
    assert points(grade({"training.py": attack}, "train"))["train"] <= 6
