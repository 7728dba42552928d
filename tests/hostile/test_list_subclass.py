"""A history that is a list subclass is judged by its rows, whatever it says about itself.

Stopped by the wire: the subclass stays in the box, and what iterating over it gives crosses as plain rows.
"""

from tests.hostile.rig import TRAINING, points, swapped

ATTACK = """
class Rows(list):
    __eq__ = lambda self, other: True
    __len__ = lambda self: 10
    __getitem__ = lambda self, index: (index, 0.0, 0.0)
    __iter__ = lambda self: iter([(0, 1.0, 1.0)])
"""


def test_rows_that_lie_fail(grade, honest):
    """Only the checks that do not look at the rows still pass."""
    attack = swapped(TRAINING, "return rows", "return Rows(rows)") + ATTACK
    found = points(grade({"training.py": attack}, "update", "train"))
    assert found["train"] <= honest["train"] / 2
    assert found["update"] == honest["update"]
