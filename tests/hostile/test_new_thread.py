"""No thread can be started, and so no pool, no timer and no queue that needs one.

Stopped by the lock: a thread is a clone.
"""

CODE = """
import concurrent.futures, threading
attempt("thread", threading.Thread(target=print).start)
attempt("timer", threading.Timer(0.1, print).start)
attempt("threads", lambda: concurrent.futures.ThreadPoolExecutor(1).submit(int).result(1))
attempt("processes", lambda: concurrent.futures.ProcessPoolExecutor(1).submit(int).result(1))
"""


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock threads start."""
    assert "thread" in inside(CODE, confined=False)
