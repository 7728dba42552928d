"""Raising NotImplementedError says "to do", and to do is worth nothing.

Stopped by `verdict`: only a check that ends without an exception is passed.
"""

from tests.hostile.rig import ENGINE, points, statuses, swapped


def test_it_earns_nothing(grade):
    """A square that is to do after computing the right number has no points."""
    end = "out._backward = _backward\n        return out\n        # <<<"
    attack = swapped(ENGINE, end, "raise NotImplementedError\n        # <<<")
    found = grade({"engine.py": attack}, "square")
    assert statuses(found, "square") == {"todo"}
    assert points(found)["square"] == 0
