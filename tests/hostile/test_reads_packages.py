"""Packages that are installed beside the interpreter's library cannot be read: a kit may be among them.

Stopped by the lock: no file can be opened, and no folder is searched when something is imported.
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


def test_none_is_read(inside):
    """No installed package by whichever way the path goes, and not the library either."""
    assert inside(CODE) == []


def test_the_library_can_be_imported(inside):
    """All the same, student code imports what it likes of it: from memory."""
    names = ("json.tool", "statistics", "asyncio", "logging", "email.message", "zoneinfo", "csv")
    assert inside(
        f"import importlib\nfor name in {names}: attempt(name, lambda: importlib.import_module(name))"
    ) == [*names]


def test_it_bites(inside):
    """Without the lock installed packages can be read, where there are any in the library."""
    found = inside(CODE, confined=False)
    there = [name for name in ("site-packages", "dist-packages") if Path(LIBRARY, name).is_dir()]
    assert all(name in found for name in there)
