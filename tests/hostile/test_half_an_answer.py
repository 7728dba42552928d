"""Half an answer, and then nothing, is a hang and not a wait without end.

Stopped by the time that a box is waited for.
"""

from tests.hostile.rig import FORGER, points, statuses

ATTACK = (
    FORGER
    + """
_send(b'["')
__import__("time").sleep(10_000)
"""
)


def test_it_is_a_hang(grade_impatiently):
    """It times out; the exercises beside it are graded as ever."""
    found = grade_impatiently({"by_hand.py": ATTACK}, "by_hand", "update")
    assert statuses(found, "by_hand") == {"timed_out"}
    assert points(found)["update"] == 10
