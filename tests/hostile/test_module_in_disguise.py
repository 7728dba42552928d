"""A module that replaces itself by something else is refused, or asked like any other object.

Stopped by the door, which wants an object, and by judging numbers.
"""

import pytest

from tests.hostile.rig import points

EXERCISES = ("by_hand", "square", "backward")


@pytest.mark.parametrize("thing", ["7.0", "'text'", "None", "[]", "object()", "type(sys)('engine')"])
def test_it_earns_nothing(grade, thing):
    """Whatever stands in sys.modules in place of engine.py, the engine scores nothing."""
    found = points(grade({"engine.py": f"import sys\nsys.modules['engine'] = {thing}\n"}, *EXERCISES))
    assert found["square"] == found["backward"] == 0
    assert found["by_hand"] == 10
