"""Taking the host apart by garbage collector gives nothing but one's own objects.

Stopped by the box holding no verdict: the host only reports, so a host that lies has to lie in numbers.
"""

from tests.hostile.rig import TRAINING, WRONG, points, statuses

ATTACK = """
import gc, sys

def lie(self, frame):
    return [frame[0], "ok", True]

for thing in gc.get_objects():
    if type(thing).__name__ == "Host":
        type(thing).answer = lie
        for name in [n for n in vars(type(thing)) if n.startswith("do_")]:
            setattr(type(thing), name, lie)
"""


def test_it_scores_nothing(grade):
    """A host that says True to everything, a new beginning included, has broken the protocol for good."""
    found = grade({"engine.py": WRONG + ATTACK}, "square", "backward", "train")
    assert not any(points(found)[name] for name in ("square", "backward", "train"))
    assert statuses(found, "train") == {"invalid"}


def test_a_lie_from_training_scores_nothing(grade):
    """In the box with the working engine it lies to itself as well."""
    found = points(grade({"engine.py": WRONG, "training.py": TRAINING + ATTACK}, "square", "train"))
    assert found["train"] == 0
