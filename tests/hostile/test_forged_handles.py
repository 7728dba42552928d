"""Handles that stand for several objects, for none, or for the host itself confuse only the one who forges.

Stopped by judging numbers: a handle is a name that the box gives to its own things.
"""

import pytest

from tests.hostile.rig import WRONG, points

PATCH = """
import gc
for thing in gc.get_objects():
    if type(thing).__name__ == "Host":
        host = thing
{how}
"""
HOWS = {
    "one for all": "type(host).handle_for = lambda self, value: self.objects.setdefault(1, value) and 1",
    "the host itself": "type(host).handle_for = lambda self, value: self.objects.update({7: self}) or 7",
    "none at all": "type(host).handle_for = lambda self, value: 999_999",
    "huge ones": "type(host).handle_for = lambda self, value: 2**52 + id(value) % 1000",
}


@pytest.mark.parametrize("how", HOWS)
def test_it_does_not_pay(grade, honest_wrong, how):
    """No exercise scores more than with honest handles."""
    found = points(grade({"engine.py": WRONG + PATCH.replace("{how}", HOWS[how])}, "square", "backward"))
    assert all(found[name] <= honest_wrong[name] for name in found)
