"""Of the grader itself, a box reads no file.

Stopped by the lock and by Landlock: the mother has read what is needed before there was any student code.
"""

from tests.hostile.rig import ROOT

CODE = f"""
import os
kit = {str(ROOT)!r}
for name in ("box.py", "lock.py", "verdict.py", "host.py", "wire.py"):
    attempt(name, lambda: open(os.path.join(kit, "grader", name)).read())
for folder in ("", "grader", "tests", "exercises", ".git"):
    attempt(folder or "kit", lambda: os.listdir(os.path.join(kit, folder)))
"""


def test_none_of_its_files(inside):
    """Not even those that run in the box itself."""
    assert inside(CODE) == []
