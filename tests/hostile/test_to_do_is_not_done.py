"""Raising NotImplementedError says "to do", and to do is worth nothing.

Stopped by `verdict`: only a check that ends without an exception is passed.
"""

from tests.hostile.rig import ENGINE, messages, points, statuses, swapped


def test_it_earns_nothing(grade):
    """A square that is to do after computing the right number has no points."""
    end = "out._backward = _backward\n        return out\n        # <<<"
    attack = swapped(ENGINE, end, "raise NotImplementedError\n        # <<<")
    found = grade({"engine.py": attack}, "square")
    assert statuses(found, "square") == {"todo"}
    assert points(found)["square"] == 0


def test_it_costs_no_exercise_of_another_file(grade):
    """Whoever tries `square` below it, before it is done, has lost engine.py and nothing beside it."""
    undone = swapped(
        ENGINE, "out = Value(self.data**2", "raise NotImplementedError\n        out = Value(self.data**2"
    )
    found = grade({"engine.py": f"{undone}\nprint(Value(3.0).square())\n"}, "square", "update")
    assert statuses(found, "square") == {"todo"}
    assert "move the call under" in messages(found, "square")
    assert (points(found)["square"], points(found)["update"]) == (0, 10)
