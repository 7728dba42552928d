"""The suites, their strategies and the misconceptions cannot be read.

Stopped by Landlock.
"""

from tests.hostile.rig import LESSON

CODE = f"""
import os
suite = {str(LESSON.suite)!r}
attempt("list", lambda: os.listdir(suite))
attempt("scan", lambda: list(os.scandir(suite)))
attempt("read", lambda: open(suite + "/test_square.py").read())
attempt("follow", lambda: open("../../../../../../../.." + suite + "/test_square.py").read())
attempt("self", lambda: open("/proc/self/root" + suite + "/test_square.py").read())
"""


def test_none_is_read(inside):
    """Listing and reading are refused, by whichever way the path goes."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock they are not."""
    assert {"list", "scan", "read"} <= set(inside(CODE, confined=False))
