"""No other process can be traced, read or limited.

Stopped by the lock: no ptrace, no process_vm_readv, no prlimit.
"""

import os

CODE = """
import ctypes, os, resource
libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    if getattr(libc, name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)

attempt("attach", lambda: call("ptrace", 16, {grader}, 0, 0))
attempt("seize", lambda: call("ptrace", 0x4206, {grader}, 0, 0))
attempt("traceme", lambda: call("ptrace", 0, 0, 0, 0))
attempt("read", lambda: call("process_vm_readv", {grader}, None, 0, None, 0, 0))
attempt("prlimit", lambda: resource.prlimit({grader}, resource.RLIMIT_CPU))
attempt("own prlimit", lambda: resource.prlimit(0, resource.RLIMIT_CPU))
attempt("priority", lambda: os.setpriority(os.PRIO_PROCESS, {grader}, 5))
attempt("affinity", lambda: os.sched_setaffinity({grader}, {{0}}))
"""


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE.format(grader=os.getpid())) == []
