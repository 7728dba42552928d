"""There are no threads and no signals to answer later with: both are refused.

Stopped by the lock: no clone, no timers.
"""

from tests.hostile.rig import WRONG, points

LATER = """
import signal, threading
try:
    threading.Thread(target=lambda: None).start()
except RuntimeError:
    THREADS = 0
try:
    signal.setitimer(signal.ITIMER_REAL, 0.01)
except OSError:
    TIMERS = 0
"""


def test_neither_is_to_be_had(inside):
    """Threads, timers and alarms cannot be started."""
    found = inside("""
import signal, threading, _thread
attempt("thread", threading.Thread(target=print).start)
attempt("raw thread", lambda: _thread.start_new_thread(print, ()))
attempt("timer", lambda: signal.setitimer(signal.ITIMER_REAL, 0.01))
attempt("alarm", lambda: 0 / (signal.alarm(1) == 0))
""")
    assert found == []


def test_a_submission_that_tries_is_graded_by_its_numbers(grade, honest_wrong):
    """Trying costs nothing and wins nothing."""
    assert points(grade({"engine.py": WRONG + LATER})) == honest_wrong
