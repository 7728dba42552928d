"""Patching builtins and the math module changes nothing: they are those of the box.

Stopped by the two processes: what judges never shares an interpreter with what is judged.
"""

from tests.hostile.rig import WRONG, points

ATTACK = """
import builtins, math, operator, json
builtins.isinstance = builtins.issubclass = builtins.all = builtins.any = lambda *_: True
builtins.abs = lambda _: 0
math.isclose = lambda *_, **__: True
math.isfinite = lambda _: True
operator.eq = lambda *_: True
"""


def test_it_changes_nothing(grade, honest_wrong):
    """The wrong engine scores what it scored without the patches, or less."""
    found = points(grade({"engine.py": WRONG + ATTACK}))
    assert all(found[name] <= honest_wrong[name] for name in found)
