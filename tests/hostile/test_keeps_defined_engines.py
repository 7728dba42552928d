"""A `check` keeps the engines that it is handed, and asks earlier ones for the truth about a later one.

Stopped by wrong engines among the earlier ones, by right ones that compute another function, and by judging what a
check says: numbers that are right are worth their points, however somebody came by them, and others are not.
"""

import pytest

from tests.hostile.rig import CHECKER, points, with_check

KEEPS = """
import builtins
builtins.kept = getattr(builtins, "kept", [])
"""
AGAINST = """
builtins.kept.append(Value)
due = engine_gradients({witness}, f, xs)
found = engine_gradients(Value, f, xs)
return [k for k in range(len(xs)) if relative_error(found[k], due[k]) > tolerance]
"""


@pytest.mark.parametrize(
    "witness", ["builtins.kept[0]", "builtins.kept[len(builtins.kept) // 2]", "builtins.kept[-2:][0]"]
)
def test_an_earlier_engine_is_no_witness(grade_instrument, witness):
    """Each of them lies about something; only a measurement of this one counts."""
    found = grade_instrument({"checker.py": with_check(AGAINST.format(witness=witness), KEEPS)}, "check")
    assert points(found)["check"] < 5


def test_what_was_kept_is_gone_for_the_next_student(grade_instrument):
    """Another submission has another process, with nothing in it."""
    grade_instrument({"checker.py": with_check(AGAINST.format(witness="builtins.kept[0]"), KEEPS)}, "check")
    asks = with_check("return [0] * len(__import__('builtins').kept)")
    assert points(grade_instrument({"checker.py": asks}, "check"))["check"] == 0
    assert points(grade_instrument({"checker.py": CHECKER}, "check"))["check"] == 15
