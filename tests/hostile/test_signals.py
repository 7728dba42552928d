"""No process can be signalled: not the grader, not a neighbour, not a group, not even itself.

Stopped by the lock: no kill, tgkill or pidfd_send_signal. (Landlock's scope stops signals to others.)
"""

import os

CODE = """
import os, signal
for pid in (os.getpid(), {grader}, 1, 0, -1):
    attempt(f"kill {{pid}}", lambda: os.kill(pid, 0))
attempt("group", lambda: os.killpg(0, 0))
attempt("stop", lambda: signal.raise_signal(signal.SIGCONT))
attempt("thread", lambda: signal.pthread_kill(__import__("threading").get_ident(), 0))
attempt("pidfd", lambda: os.pidfd_open({grader}))
"""


def test_each_is_refused(inside):
    """None succeeds, with signal 0, which does no more than ask."""
    assert inside(CODE.format(grader=os.getpid())) == []
