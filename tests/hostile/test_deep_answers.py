"""A list in a list in a list, a thousand times, or in itself, costs its own check.

Stopped by the wire: twenty levels, counted before anything is parsed.
"""

import pytest

from tests.hostile.rig import TRAINING, points, statuses, swapped

LISTS = {
    "deep": "deep = []\n    for _ in range(1000): deep = [deep]\n    return deep",
    "itself": "deep = []\n    deep.append(deep)\n    return deep",
    "twice each": "deep = []\n    for _ in range(19): deep = [deep, deep]\n    return deep",
}


@pytest.mark.parametrize("name", LISTS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`train` is lost, and nothing else is."""
    attack = {"training.py": swapped(TRAINING, "return rows", LISTS[name])}
    found = grade_impatiently(attack, "train", "failure_modes", submission_seconds=9.0)
    assert points(found)["train"] < 20
    assert points(found)["failure_modes"] == 10
    assert statuses(found, "train") <= {"failed", "timed_out", "passed"}
