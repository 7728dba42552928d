"""An object that hangs when it is dropped costs checks of its own submission, one at a time.

Stopped by the time of a check.
"""

from tests.hostile.rig import ENGINE, points, swapped

DEL = "    def __del__(self):\n        while True: pass\n\n    def square(self):"


def test_it_is_a_hang(grade_impatiently, honest):
    """`square` and `backward` lose to it; the files that make no Value do not."""
    attack = swapped(ENGINE, "    def square(self):", DEL)
    found = points(grade_impatiently({"engine.py": attack}, "by_hand", "square", "failure_modes"))
    assert found["square"] < honest["square"]
    assert found["failure_modes"] == honest["failure_modes"]
