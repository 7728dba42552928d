"""After a grading no process of the box is left, hostile or not, and nothing on disk.

Stopped by closing the box in any case, with SIGKILL; a box has no folder, and a grader's own is swept away.
"""

import os
from pathlib import Path

from grader.box.box import Box
from grader.model import Limits


def test_nothing_is_left():
    """A closed box has no process, and closing it again is no error."""
    box = Box({"engine.py": b"x = 1"}, Limits())
    box.close()
    box.close()
    assert not Path(f"/proc/{box.pid}").exists()


def test_what_a_killed_grader_left_is_removed(tmp_path, monkeypatch):
    """A folder that nobody holds any more is removed by the next grader; one that is held is not."""
    from grader.grading import folder

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    held, left, foreign = (tmp_path / f"{folder.PREFIX}{name}" for name in ("held", "left", "foreign"))
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: held.mkdir() or str(held))
    private = folder.PrivateFolder()
    left.mkdir()
    foreign.symlink_to(tmp_path)
    for path in (held, left):
        os.utime(path, (0, 0))
    folder.sweep.cache_clear()
    folder.sweep()
    assert held.exists() and foreign.is_symlink() and not left.exists()
    private.remove()
    assert not held.exists()
