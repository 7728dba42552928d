"""A process that goes on computing after its answer, while another process of the submission is asked.

Stopped by the kernel: of a submission's two processes one is always stopped. So neither can watch the other
at work, by the time that it takes for example, and learn from it what working code looks like.
"""

import time

import pytest

from grader.doors.boxed import BoxedDoor
from tests.hostile.rig import ENGINE, LESSON, submission
from tests.hostile.test_computes_unasked import ATTACK

RESTLESS = """
import signal
signal.signal(signal.SIGCONT, lambda *_: None)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
"""


@pytest.mark.parametrize("more", ["", RESTLESS])
def test_it_stands_still(more):
    """Its clock does not go on; signals that it blocks stop it like all others."""
    endless = ATTACK.replace("for _ in range(40_000_000)", "while True")
    door = BoxedDoor(LESSON, submission({"engine.py": ENGINE + more + endless}), confined=True)
    door.begin("square", ())
    door.module("engine")
    attacker = door.box
    door.begin("train", ("square",))
    door.outline("training.py")
    before = attacker.meter.cpu()
    time.sleep(0.3)
    assert attacker.alive and attacker.meter.cpu() == before > 0
    door.close()
    assert not attacker.alive
