"""A submission that closes or reopens every descriptor has cut its own connection.

Stopped by the box, which takes silence for the end of the process.
"""

import pytest

from tests.hostile.rig import points, statuses

WAYS = {
    "close": "os.close(fd)",
    "read": "os.read(fd, 1 << 20)",
    "standard": "os.close(fd) if fd < 3 else None",
}
ATTACK = """
import os
for fd in range(32):
    try:
        {way}
    except OSError:
        pass
"""


@pytest.mark.parametrize("way", WAYS)
def test_it_costs_its_own_exercise(grade_impatiently, way):
    """Its file cannot be imported, or is silent; the exercises beside it are graded as ever."""
    attack = {"by_hand.py": ATTACK.replace("{way}", WAYS[way])}
    found = grade_impatiently(attack, "by_hand", "update", submission_seconds=9.0)
    assert statuses(found, "by_hand") <= {"crashed", "timed_out", "failed"}
    assert points(found)["update"] == 10
