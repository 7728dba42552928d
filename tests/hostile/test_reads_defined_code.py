"""A `check` reads the engines and functions that it is handed, and judges them by their text.

Stopped by wrong engines that differ from right ones in one expression, another one each time, and by checks that
ask for positions: which inputs it concerns has to be measured.
"""

import pytest

from tests.hostile.rig import checks, points, with_check

# The text of a class, as far as it can be had: code and constants of all methods, closures included.
FINGERPRINT = """
import builtins
builtins.seen = getattr(builtins, "seen", [])

def texts(code):
    inner = [texts(c) for c in code.co_consts if hasattr(c, "co_code")]
    return code.co_code, [c for c in code.co_consts if not hasattr(c, "co_code")], code.co_names, inner

def fingerprint(Value):
    made = Value.__add__.__globals__["made"]
    return repr([texts(f.__code__) for f in (made, *vars(Value).values()) if hasattr(f, "__code__")])
"""
USUAL = """
mine = fingerprint(Value)
builtins.seen.append(mine)
usual = max(builtins.seen, key=builtins.seen.count)
"""


@pytest.mark.parametrize(
    "body",
    [
        f"{USUAL}return [] if mine == usual else list(range(len(xs)))",
        f"{USUAL}return [] if mine == usual else [0]",
        f"{USUAL}return [] if mine == usual else [len(xs) - 1]",
        'return [k for k, name in enumerate(f.__code__.co_varnames) if "square" in f.__code__.co_names]',
        "return [k for k, x in enumerate(xs) if k < len(f.__code__.co_code) % 3]",
    ],
)
def test_an_unusual_text_says_not_where(grade_instrument, body):
    """Whoever tells engines apart without measuring is worth what a check is worth that guesses: nothing."""
    found = grade_instrument({"checker.py": with_check(body, FINGERPRINT)}, "check")
    assert points(found)["check"] == 0


def test_telling_it_is_no_answer(grade_instrument):
    """The text of an engine of ours is no secret: whoever knows the suite has it. It is worth nothing."""
    found = grade_instrument(
        {"checker.py": with_check("raise ValueError(fingerprint(Value))", FINGERPRINT)}, "check"
    )
    assert points(found)["check"] == 0
    assert {check.status for check in checks(found, "check")} == {"failed"}
