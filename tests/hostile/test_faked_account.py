"""A flood of faked accounts of where a hang is, over a file as long as may be, wins no time and no way out.

Stopped by `account`, which searches each file once, however many lines are told of. Searched for each line anew,
it kept the grader busy until its worker was given up: three times, and then there was no grade.
"""

import time

from tests.hostile.rig import ENGINE, statuses, swapped

ATTACK = r"""
import os, select, signal

def flood():
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    told = b'  File "/submission/engine.py", line 9999999 in nowhere\n' * 70
    while True:
        os.write(2, told)
        select.select([], [], [], 0.01)

"""
HANGS = swapped(ENGINE, "    def square(self):", "    def square(self):\n        flood()\n")


def test_a_flood_of_accounts(grade_impatiently):
    """The exercise times out, and the grader itself is not kept busy with what it was told."""
    began = time.process_time()
    found = grade_impatiently({"engine.py": ATTACK + HANGS + "\n" * 200_000}, "square")
    assert time.process_time() - began < 10
    assert statuses(found, "square") <= {"timed_out", "crashed"}
