"""No memory, semaphore or queue can be shared with another process.

Stopped by the lock (System V, memfd, message queues) and by Landlock (/dev/shm).
"""

CODE = """
import ctypes, mmap, os
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    if getattr(libc, name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)

attempt("shm_open", lambda: call("shm_open", b"/learning-loop", os.O_CREAT | os.O_RDWR, 0o600))
attempt("shmget", lambda: call("shmget", 0, 4096, 0o1600))
attempt("semget", lambda: call("semget", 0, 1, 0o1600))
attempt("msgget", lambda: call("msgget", 0, 0o1600))
attempt("memfd", lambda: os.memfd_create("x"))
attempt("pipe", os.pipe)
attempt("eventfd", lambda: os.eventfd(0))
"""


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock there are pipes and shared memory."""
    assert {"memfd", "pipe"} <= set(inside(CODE, confined=False))
