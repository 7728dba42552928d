"""StopIteration, raised where a check iterates or calls, does not end the check as if it were through.

Stopped by the stand-ins: what a student's iterator raises is raised before the check's loop begins.
"""

import pytest

from tests.hostile.rig import TRAINING, points, statuses, swapped

PLACES = {
    "in train": swapped(TRAINING, "rows = []", "raise StopIteration"),
    "in the rows": swapped(TRAINING, "return rows", "return Rows()")
    + "class Rows:\n    def __iter__(self):\n        raise StopIteration\n",
    "in a row": swapped(TRAINING, "return rows", "return [Row() for _ in rows]")
    + "class Row:\n    def __iter__(self):\n        raise StopIteration\n",
    "as an ended generator": swapped(TRAINING, "return rows", "return (row for row in ())"),
}


@pytest.mark.parametrize("where", PLACES)
def test_rows_are_missed(grade, where):
    """Every check that looks at rows fails, and no other exercise changes."""
    found = grade({"training.py": PLACES[where]}, "update", "train")
    assert points(found)["train"] <= 10
    assert statuses(found, "update") == {"passed"}
