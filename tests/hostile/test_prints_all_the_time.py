"""Printing within the limits is a submission's own business: it changes no points.

Stopped by parting what is printed from what is answered.
"""

from tests.hostile.rig import ENGINE, points, swapped


def test_it_changes_nothing(grade, honest):
    """A kilobyte of protocol-like noise per Value, and every check passes as before."""
    noise = """print('["0", "ok", 1.0]' * 50, flush=True); self.data = data"""
    attack = swapped(ENGINE, "self.data = data", noise)
    assert points(grade({"engine.py": attack}, "square", "backward"))["backward"] == honest["backward"]
