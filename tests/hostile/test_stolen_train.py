"""`train` cannot be done by the working version of `train` that lies beside the working `update`.

Stopped by cutting the exercise that is being checked out of what enters the box. (It once was there: leaving
`update` undone cost 10 points and gave the 20 of `train` away.)
"""

import pytest

from grader.doors.working import working_versions
from tests.hostile.rig import LESSON, TRAINING, points

THIEF = (
    TRAINING.split("def update")[0]
    + """
import gc, types

def update(w, lr):
    raise NotImplementedError

def train(w, x, y, lr=0.1, steps=10):
    return {stolen}(w, x, y, lr, steps)
"""
)
WAYS = {
    "globals": "update.__globals__['train']",
    "gc": "next(f for f in gc.get_objects() if type(f) is types.FunctionType and f.__name__ == 'train' "
    "and f.__code__.co_filename != __file__)",
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_to_be_found(grade, way):
    """Neither through the globals of the working `update` nor in all of memory."""
    assert (
        points(grade({"training.py": THIEF.replace("{stolen}", WAYS[way])}, "update", "train"))["train"] == 0
    )


def test_what_enters_the_box():
    """The source that enters the box defines no other exercise than those that are needed."""
    working = working_versions(LESSON, "train", ("update",))
    (source,) = working.patches["training"]
    assert "def update" in source and "def squared_loss" in source
    assert "def train" not in source
