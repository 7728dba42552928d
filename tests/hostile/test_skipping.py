"""A submission cannot skip its checks: there is no exception of pytest's or unittest's within its reach.

Stopped by the two processes: an exception of the box never crosses as itself.
"""

from tests.hostile.rig import ENGINE, points, statuses, swapped


def test_unittest_skip_is_a_failure(grade):
    """unittest.SkipTest, which pytest honours, is a failed check here."""
    raising = "raise __import__('unittest').SkipTest\n        out = Value(1"
    found = grade({"engine.py": swapped(ENGINE, "out = Value(self.data**2", raising)}, "square")
    assert statuses(found, "square") == {"failed"}
    assert points(found)["square"] == 0


def test_pytest_is_not_there(inside):
    """Neither pytest nor hypothesis nor the grader can be imported in the box."""
    names = ("pytest", "_pytest", "hypothesis", "grader", "grader.checks", "grader.box.host", "tests")
    assert inside(f"for name in {names}: attempt(name, lambda: __import__(name))") == []
