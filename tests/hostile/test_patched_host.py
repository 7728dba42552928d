"""Taking the host apart by garbage collector and `__main__` gives nothing but one's own objects.

Stopped by the box holding no verdict: the host only reports, so a host that lies has to lie in numbers.
"""

from tests.hostile.rig import TRAINING, WRONG, points

ATTACK = """
import gc, sys

def lie(self, frame):
    return [frame[0], "ok", True]

for thing in gc.get_objects():
    if type(thing).__name__ == "Host":
        type(thing).answer = lie
main = sys.modules["__main__"]
for name in [n for n in vars(main) if n.startswith(("do_", "Host"))]:
    setattr(main, name, lie)
"""


def test_it_scores_nothing(grade):
    """A host that says True to everything loses what the code would have earned.

    The honest training.py beside it is graded with a working engine, in a box that the lie never entered.
    """
    found = points(grade({"engine.py": WRONG + ATTACK}, "square", "backward", "train"))
    assert found["square"] == found["backward"] == 0 and found["train"] == 20


def test_a_lie_from_training_scores_nothing(grade):
    """In the box with the working engine it lies to itself as well."""
    found = points(grade({"engine.py": WRONG, "training.py": TRAINING + ATTACK}, "square", "train"))
    assert found["train"] == 0
