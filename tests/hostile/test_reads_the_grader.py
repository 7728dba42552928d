"""Of the grader itself, a box reads its own two files and nothing else.

Stopped by Landlock, which is given these two files and not their folder.
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


def test_its_own_two_files(inside):
    """host.py and wire.py, which are no secret."""
    assert inside(CODE) == ["host.py", "wire.py"]
