"""Files named like modules that graders use are never imported on the trusted side.

Stopped by intake, which takes no module of such a name; and were they in the box, they would stay there.
"""

from tests.hostile.rig import WRONG, points

PASS = "raise SystemExit(0)\n"
PLANTED = ("pytest.py", "hypothesis.py", "conftest.py", "sitecustomize.py", "json.py", "x.pth")
MATH = "isclose = lambda *_, **__: True\nisfinite = lambda _: True\nnan = inf = 0.0\n"


def test_nothing_outside_the_box_sees_them(grade, honest_wrong):
    """Planted modules change no points of the wrong engine upwards, and grading goes on."""
    planted = dict.fromkeys(PLANTED, PASS) | {"math.py": MATH}
    found = points(grade({"engine.py": WRONG, **planted}))
    assert all(found[name] <= honest_wrong[name] for name in found)
