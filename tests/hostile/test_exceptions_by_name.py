"""No exception passes a check or stops a grading by its name, and none reaches the grader's own handlers.

Stopped by the wire: an exception crosses as names and text, and becomes a `StudentError`.
"""

import pytest

from tests.hostile.rig import ENGINE, checks, points, swapped

NAMES = [
    "AssertionError",
    "Passed",
    "Skipped",
    "SkipTest",
    "Failed",
    "Exit",
    "OutcomeException",
    "Stopped",
    "Todo",
    "GraderError",
    "UngradedError",
    "UnsatisfiedAssumption",
    "StopTest",
    "HypothesisException",
    "Flaky",
    "KeyboardInterrupt",
    "SystemExit",
    "GeneratorExit",
    "StopIteration",
    "BaseException",
    "MemoryError",
    "RecursionError",
    "UnicodeDecodeError",
    "ExceptionGroup",
    "Warning",
]
ATTACK = """
class {name}({base}):
    pass
{name}.__module__ = "_pytest.outcomes"
"""


@pytest.mark.parametrize("base", ["Exception", "BaseException"])
def test_each_fails_its_check(grade_impatiently, base):
    """Whatever `square` raises, one name after the other, its checks fail and all others are as they were."""
    classes = "".join(ATTACK.format(name=f"{name}", base=base) for name in NAMES)
    turn = f"import itertools\n{classes}\nturns = itertools.cycle([{', '.join(NAMES)}])\n"
    attack = turn + swapped(ENGINE, "out = Value(self.data**2", "raise next(turns)()\n        out = Value(1")
    for _ in range(2):
        found = grade_impatiently({"engine.py": attack}, "square", "update")
        assert {check.status for check in checks(found, "square")} == {"failed"}
        assert points(found)["update"] == 10
