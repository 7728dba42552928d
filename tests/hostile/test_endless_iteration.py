"""An iterator without an end is cut off in the box, and said to be too long.

Stopped by the host (so many items, and no silent cut) and by the box's limits where it is slow as well.
"""

import pytest

from tests.hostile.rig import TRAINING, messages, points, swapped

ROWS = {
    "count": "return ((k, w, w) for k in iter(int, 1))",
    "itself": "return Rows()\n\nclass Rows:\n    __iter__ = lambda s: s\n    __next__ = lambda _: (0, 1, 1)",
}


@pytest.mark.parametrize("name", ROWS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`train` loses what it shows in rows; failure_modes after it is graded as ever."""
    attack = swapped(TRAINING, "return rows", ROWS[name])
    found = grade_impatiently({"training.py": attack}, "train", "failure_modes", submission_seconds=9.0)
    assert points(found)["failure_modes"] == 10
    assert "too many items" in messages(found, "train") or "without coming" in messages(found, "train")
