"""Code that sleeps, or waits for input or a lock that never comes, is ended without using any CPU time.

Stopped by the time that a box is waited for.
"""

import pytest

from tests.hostile.rig import TRAINING, messages, points, statuses, swapped

CAUGHT = """
    import time
    while True:
        try:
            time.sleep(10)
        except BaseException:
            pass
"""
WAITS = {
    "sleep": "import time; time.sleep(10_000)",
    "caught sleep": CAUGHT,
    "lock": "import threading; lock = threading.Lock(); lock.acquire(); lock.acquire()",
    "select": "import select; select.select([], [], [])",
    "queue": "import queue; queue.Queue().get()",
}


@pytest.mark.parametrize("name", WAITS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`update` times out, saying that nothing happened; failure_modes is graded as ever."""
    attack = swapped(TRAINING, "w.data -= lr * w.grad", WAITS[name])
    found = grade_impatiently({"training.py": attack}, "update", "failure_modes")
    assert statuses(found, "update") == {"timed_out"}
    assert "did nothing for" in messages(found, "update")
    assert points(found)["failure_modes"] == 10
