"""Opening files without end stops at a few dozen, and costs its own check.

Stopped by the kernel's limit of open files, which cannot be raised again.
"""

from tests.hostile.rig import messages, points

ATTACK = """
kept = []
while True:
    kept.append(open(__file__))
"""


def test_it_stops_early(grade, inside):
    """Fewer than 32 are to be had, and the file cannot be imported."""
    found = grade({"training.py": ATTACK}, "by_hand", "update")
    assert "could not be imported (line 4)" in messages(found, "update")
    assert points(found)["by_hand"] == 10
    code = "kept = []\nfor _ in range(100): attempt('open', lambda: kept.append(open(__file__)))"
    assert len(inside(code)) < 32
