"""Packages that are installed beside the interpreter's library cannot be read: a kit may be among them.

Stopped by sandlock, which refuses paths below the installed packages even where the library is readable.
"""

import sysconfig
from pathlib import Path

LIBRARY = sysconfig.get_path("stdlib")
CODE = f"""
import os
library = {LIBRARY!r}
ways = ("", "/", "/proc/self/root", "/proc/thread-self/root")
for name in ("site-packages", "dist-packages"):
    for way in ways:
        attempt(way + name, lambda: os.listdir(way + library + "/" + name))
    attempt("round about " + name, lambda: os.listdir(library + "/json/../" + name))
    attempt("by descriptor " + name, lambda: os.open(name, os.O_RDONLY, dir_fd=os.open(library, os.O_RDONLY)))
attempt("json", lambda: os.listdir(library + "/json"))
"""


def test_only_the_library_is_read(inside):
    """The library's own modules can be read, and no installed package, by whichever way the path goes."""
    assert inside(CODE) == ["json"]


def test_it_bites(inside):
    """Without the lock installed packages can be read, where there are any in the library."""
    found = inside(CODE, confined=False)
    there = [name for name in ("site-packages", "dist-packages") if Path(LIBRARY, name).is_dir()]
    assert all(name in found for name in there)
