"""An object that turns into whatever number it is asked for is no number.

Stopped by the stand-ins: they have no `__float__`, no `__index__`, no truth value and equal only themselves.
"""

from tests.hostile.rig import WRONG, points, swapped

ATTACK = """
class Anything:
    __class__ = float
    __eq__ = __lt__ = __gt__ = __bool__ = lambda self, other=None: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0
    __float__ = lambda self: 6.0
    __int__ = __index__ = __round__ = lambda self, *_: 6
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __neg__ = __abs__ = lambda self, *_: self
"""


def test_it_does_not_pay(grade, honest_wrong):
    """Gradients that are objects of all trades score no more than wrong numbers."""
    attack = ATTACK + swapped(WRONG, "self.data * out.grad", "Anything()")
    found = points(grade({"engine.py": attack}, "square", "train"))
    assert all(found[name] <= honest_wrong[name] for name in found)
