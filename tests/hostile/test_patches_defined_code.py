"""A `check` mends, breaks or exchanges the engines that it is handed, or what makes them, and says what suits it.

Stopped by deciding on the trusted side: what is due is worked out there, on another copy of each engine.
"""

import pytest

from tests.hostile.rig import CHECKER, points, with_check

MENDS = """
def mended(Value):
    def times(self, other):
        other = other if hasattr(other, "data") else Value(other)
        out = Value(self.data * other.data, (self, other), "*")
        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = back
        return out
    Value.__mul__ = times
    Value.square = lambda self: times(self, self)
"""
OWN = "from engine import Value as mine\n"
IN_EXEC = """
import builtins
if not hasattr(builtins, "first"):
    builtins.first = builtins.exec

    def exec(code, names, *more):
        builtins.first(code, names, *more)
        if "Value" in names and names.get("__name__") == "given":
            from engine import Value
            names["Value"] = Value

    builtins.exec = exec
"""
NOTHING_IN_EXEC = IN_EXEC.replace("from engine import Value", "Value = 5")


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("mended(Value)\nValue.backward = lambda self: None\nreturn []", MENDS),
        ("Value.__init__ = Value.__mul__ = None\nreturn [0]", ""),
        ("Value.__eq__ = f.__eq__ = lambda a, b: True\nreturn Value", ""),
        ("f.__code__ = (lambda *a: a[0]).__code__\nreturn [k for k in range(len(xs))]", ""),
        (f"{OWN}return [0] if engine_gradients(mine, f, xs) == engine_gradients(Value, f, xs) else [1]", ""),
    ],
)
def test_a_patched_engine_proves_nothing(grade_instrument, body, before):
    """What a check does to the objects it was handed changes nothing of what is expected of it."""
    assert points(grade_instrument({"checker.py": with_check(body, before)}, "check"))["check"] == 0


@pytest.mark.parametrize("before", [IN_EXEC, NOTHING_IN_EXEC])
def test_exchanging_what_is_defined(grade_instrument, before):
    """Whoever puts a right engine, or none, in place of each finds nothing wrong, and that is wrong."""
    found = grade_instrument({"checker.py": f"{before}\n{CHECKER}"}, "check")
    assert points(found)["check"] == 0
