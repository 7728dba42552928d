"""The environment of the grader, its command line and its working folder are not passed on.

Stopped by the mother of all boxes, which has none of them and works in /.
"""

import os

from tests.hostile.rig import ROOT

CODE = """
import os, sys
found.extend(sorted(os.environ))
found.append(os.getcwd())
found.extend(a for a in (*sys.argv, *sys.orig_argv) if a)
"""


def test_nothing_is_left(inside, monkeypatch):
    """A secret in the grader's environment is not in the box's."""
    monkeypatch.setenv("GRADEBOOK_PASSWORD", "secret")
    assert inside(CODE) == ["/"]


def test_not_even_in_the_kernels_copy(inside):
    """The environment that the kernel keeps in /proc cannot be read either, one's own or the grader's."""
    code = f"""
for process in ("self", "thread-self", "1", "{os.getpid()}"):
    for name in ("environ", "cmdline", "maps", "mem", "status", "cwd", "fd"):
        attempt(process + name, lambda: open("/proc/" + process + "/" + name, "rb").read(1))
"""
    assert ROOT.exists() and inside(code) == []
