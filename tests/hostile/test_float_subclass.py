"""A gradient of a float subclass that equals everything counts as no number.

Stopped by the wire: only exact types cross by value.
"""

from tests.hostile.rig import WRONG, points, swapped

LIAR = """
class Liar(float):
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = float.__hash__
    __sub__ = __rsub__ = lambda self, other: 0.0
    __abs__ = lambda self: 0.0
    __float__ = lambda self: self
"""


def test_it_does_not_pay(grade, honest_wrong):
    """With lying gradients the engine scores no more than with wrong ones."""
    attack = LIAR + swapped(WRONG, "self.grad += self.data * out.grad", "self.grad = Liar(out.grad)")
    found = points(grade({"engine.py": attack}, "square", "train"))
    assert all(found[name] <= honest_wrong[name] for name in found)
