"""A file that never finishes importing costs the exercises in it, once the time of a hang and then none.

Stopped by the CPU time of a check; an import that hung is not tried again.
"""

from tests.hostile.rig import messages, points, statuses


def test_it_costs_its_own_exercise(grade_impatiently):
    """Its checks time out and say why; what is in other files is graded as ever."""
    found = grade_impatiently({"by_hand.py": "while True:\n    pass\n"}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"timed_out"}
    assert "while by_hand.py was imported, your code ran for more than" in messages(found, "by_hand")
    assert points(found)["update"] == 10
