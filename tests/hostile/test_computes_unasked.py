"""A submission that computes while nobody waits for it pays for that time as well, and is graded.

Stopped by counting the CPU time of the box; the kernel would end it later, which would look like our fault.
"""

from tests.hostile.rig import ENGINE, points, statuses

ATTACK = """
import sys
frame = sys._getframe()
while "serve" not in frame.f_globals:
    frame = frame.f_back
host = frame.f_globals
plain = host["send"]

def send(*answer):
    plain(*answer)
    for _ in range(40_000_000):
        pass

host["send"] = send
"""


def test_it_pays_for_it(grade_impatiently):
    """About a second after each answer: the time of the submission is soon used up."""
    found = grade_impatiently({"engine.py": ENGINE + ATTACK}, "square", "backward", submission_seconds=1.0)
    assert statuses(found, "backward") == {"timed_out"}
    assert points(found)["backward"] == 0
