"""What another submission holds, and the temporary folder of the machine, cannot be read.

Stopped by the boxes' life: no file of a submission is ever written to disk, and no box reads any.
"""

import os
import tempfile

from grader.box.box import Box
from grader.model import Limits

CODE = """
import gc, os
attempt("list", lambda: os.listdir({folder!r}))
attempt("up", lambda: os.listdir(".."))
attempt("own", lambda: os.listdir("."))
attempt("memory", lambda: open("/proc/{pid}/mem", "rb").read(1))
backwards = "ruobhgien a fo terces"
texts = [t for o in gc.get_objects() for t in gc.get_referents(o) if type(t) is str]
attempt("left behind", lambda: next(t for t in texts if t[::-1] == backwards))
"""


def test_nothing_of_the_neighbour(inside):
    """While another box lives, and beside its memory."""
    with Box({"engine.py": b"x = 'secret of a neighbour'"}, Limits()) as neighbour:
        assert inside(CODE.format(folder=tempfile.gettempdir(), pid=neighbour.pid)) == []


def test_it_bites(inside):
    """Without the lock folders can be read."""
    found = inside(CODE.format(folder=tempfile.gettempdir(), pid=os.getpid()), confined=False)
    assert {"list", "up", "own"} <= set(found)
