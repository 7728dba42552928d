"""A table of every example that the checks spell out fails on those that they draw.

Stopped by property checks: the drawn examples stand in no file.
"""

import re

from tests.hostile.rig import ENGINE, LESSON, checks, points, swapped


def spelled_out():
    """Every number in the suites of square and backward, as a student could collect them."""
    text = "".join((LESSON.suite / f"test_{name}.py").read_text() for name in ("square", "backward"))
    return sorted({float(number) for number in re.findall(r"-?\d+\.\d+|\b\d\b", text)})


def test_drawn_examples_find_it(grade):
    """Right for every number in the suite's text, wrong for all others: the property checks fail."""
    rule = (
        f"known = abs(self.data) in {spelled_out()}\n            self.grad += (2 if known else 1) * self.data"
    )
    attack = swapped(ENGINE, "self.grad += 2 * self.data", rule)
    found = grade({"engine.py": attack}, "square")
    failed = {check.name for check in checks(found, "square") if check.status == "failed"}
    assert "test_gradient_of_square_is_two_x" in failed
    assert points(found)["square"] < 15
