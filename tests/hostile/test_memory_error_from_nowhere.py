"""A MemoryError out of no line of the student's files is the student's all the same, not ours.

Stopped by `verdict`: what arrives as a `StudentError` is never our own fault. (It once was "ungraded".)
"""

from tests.hostile.rig import ENGINE, messages, points, statuses

ATTACK = """
exec(compile("def square(self):\\n    raise MemoryError", "<nowhere>", "exec"))
Value.square = square
"""


def test_it_is_a_failed_check(grade):
    """Six failed checks that speak of memory; everything else is graded as it should be."""
    found = grade({"engine.py": ENGINE + ATTACK}, "square", "backward")
    assert statuses(found, "square") == {"failed"}
    assert "more memory" in messages(found, "square")
    assert points(found)["backward"] == 20
