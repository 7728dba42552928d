"""The limits of the box cannot be raised, by root neither.

Stopped by the lock: no setrlimit, no prlimit.
"""

CODE = """
import os, resource
for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE", "RLIMIT_STACK"):
    attempt(name, lambda: resource.setrlimit(getattr(resource, name), (resource.RLIM_INFINITY,) * 2))
attempt("nice", lambda: os.nice(-1))
attempt("session", os.setsid)
attempt("user", lambda: os.setuid(os.getuid()))
attempt("groups", lambda: os.setgroups([]))
attempt("clock", lambda: __import__("time").clock_settime(0, 0))
"""


def test_each_is_refused(inside):
    """None succeeds."""
    assert inside(CODE) == []
