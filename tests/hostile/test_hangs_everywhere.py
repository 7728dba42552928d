"""A submission that hangs wherever it is touched costs what a submission may cost, and no more.

Stopped by the time of a submission: in the end, what is left of it is not tried.
"""

from dataclasses import replace

import pytest

from grader.doors.asking_ahead import AskingAhead
from tests.hostile.rig import BY_HAND, ENGINE, FAILURE_MODES, LESSON, TRAINING, submission, swapped

LOOP = """
def forever(*_):
    while True:
        try:
            {body}
        except BaseException:
            pass
"""
BODIES = {"loops": "while True: pass", "sleeps": "import time; time.sleep(1000)"}


def everywhere(body):
    """The solution with a hang in every file and every function."""
    hang = LOOP.replace("{body}", body)
    engine = swapped(ENGINE, "out = Value(self.data**2", "forever()\n        out = Value(self.data**2")
    engine = swapped(engine, "order, seen = [], set()", "forever()\n        order, seen = [], set()")
    training = TRAINING
    for line in ("y_hat = w * x", "w.data -= lr", "rows = []"):
        training = swapped(training, line, f"forever()\n    {line}")
    files = {"engine.py": engine, "training.py": training}
    files |= {"by_hand.py": BY_HAND + "forever()\n", "failure_modes.py": FAILURE_MODES + "forever()\n"}
    return submission({name: hang + text for name, text in files.items()})


LIMITS = {"loops": LESSON.limits, "sleeps": replace(LESSON.limits, submission_seconds=4.0)}


@pytest.mark.parametrize("name", BODIES)
def test_it_ends_in_time(bench, name):
    """At the limits of the lesson in less than 10 seconds, not counting those of a busy machine."""
    door = AskingAhead(replace(LESSON, limits=LIMITS[name]), everywhere(BODIES[name]), confined=True)
    ledger = bench.run(door)
    assert {r.status for rs in ledger.results.values() for r in rs.values()} == {"timed_out"}
    assert LIMITS[name].submission_seconds < door.budget.spent(door.box) < LIMITS[name].submission_seconds + 1
