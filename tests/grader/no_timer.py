"""A plugin of pytest that takes away what Windows does not have: with it, a run here is as one there."""

import signal

import pytest_timeout

for _name in ("setitimer", "getitimer", "alarm", "SIGALRM", "ITIMER_REAL"):
    if hasattr(signal, _name):
        delattr(signal, _name)
pytest_timeout.HAVE_SIGALRM = False
pytest_timeout.DEFAULT_METHOD = "thread"
