"""A `check` that looks at nothing: it answers by the order in which it is asked, or by what it can count.

Stopped by right and wrong engines in no order, in every check, and by positions that differ from one to the next.
"""

import pytest

from tests.hostile.rig import points, with_check

COUNTS = """
import builtins
builtins.asked = getattr(builtins, "asked", -1)
"""
NEXT = "builtins.asked += 1\n"


@pytest.mark.parametrize(
    "body",
    [
        "return []",
        "return list(range(len(xs)))",
        "return [0]",
        "return [len(xs) - 1]",
        f"{NEXT}return [] if builtins.asked % 2 else [0]",
        f"{NEXT}return [0] if builtins.asked % 2 else []",
        f"{NEXT}return [k for k in range(len(xs)) if (builtins.asked + k) % 2]",
        f"{NEXT}return [[], [0], [1], [0, 1]][builtins.asked % 4]",
    ],
)
def test_nothing_is_found_without_looking(grade_instrument, body):
    """It scores what a check scores that finds nothing."""
    assert points(grade_instrument({"checker.py": with_check(body, COUNTS)}, "check"))["check"] == 0
