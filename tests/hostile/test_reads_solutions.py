"""Neither the solutions nor the stubs, the catalog or the lesson text can be read.

Stopped by Landlock: the box reads the interpreter's library, two files of the kit and its own folder.
"""

from tests.hostile.rig import LESSON

FILES = [
    LESSON.solutions / "engine.py",
    LESSON.stubs / "lesson.toml",
    LESSON.stubs / "engine.py",
    LESSON.solutions,
]
CODE = f"""
import os
for path in {[str(path) for path in FILES]}:
    attempt(path, lambda: os.listdir(path) if path.endswith("loop") else open(path).read())
"""


def test_none_is_read(inside):
    """Each attempt is refused."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock each attempt succeeds."""
    assert len(inside(CODE, confined=False)) == len(FILES)
