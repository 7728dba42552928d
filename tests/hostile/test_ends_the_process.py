"""Ending the process at any moment, with whatever exit status, never passes a check.

Stopped by judging answers: an exit status means nothing.
"""

import pytest

from tests.hostile.rig import ENGINE, messages, points, statuses, swapped

ENDS = {
    "_exit": "__import__('os')._exit(0)",
    "abort": "__import__('os').abort()",
    "segfault": "__import__('ctypes').string_at(0)",
    "exit": "exit(0)",
    "system exit": "raise SystemExit(0)",
}


@pytest.mark.parametrize("name", ENDS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`square` fails or crashes with a word about it, and `backward` has all its points."""
    attack = swapped(ENGINE, "out = Value(self.data**2", f"{ENDS[name]}\n        out = Value(1")
    found = grade_impatiently({"engine.py": attack}, "square", "backward", submission_seconds=9.0)
    assert statuses(found, "square") <= {"crashed", "failed"}
    assert "your code" in messages(found, "square")
    assert points(found)["square"] == 0
    assert points(found)["backward"] == 20


def test_at_import(grade_impatiently):
    """Ending while it is imported costs the exercises in the file, and the report says when it was."""
    found = grade_impatiently({"by_hand.py": "import os\nos._exit(0)\n"}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"crashed"}
    assert "while by_hand.py was imported" in messages(found, "by_hand")
    assert points(found)["update"] == 10
