"""Which files are watched, and what counts as a change."""

import os
from pathlib import Path

from grader.watching.saved import changed, settled, snapshot


def test_changes_are_named_by_file(tmp_path: Path) -> None:
    """New, saved, gone; a file of the same size and time that is another file, too."""
    for name in ("a.py", "b.py", "c.py", "d.md"):
        (tmp_path / name).write_text("1")
    before = snapshot([tmp_path])
    (tmp_path / "a.py").unlink()
    (tmp_path / "b.py").write_text("12")
    (tmp_path / "e.py").write_text("1")
    found = (tmp_path / "d.md").stat()
    (tmp_path / "d.md~").write_text("2")
    os.utime(tmp_path / "d.md~", ns=(found.st_atime_ns, found.st_mtime_ns))
    (tmp_path / "d.md~").replace(tmp_path / "d.md")
    assert changed(before, snapshot([tmp_path])) == ["a.py", "b.py", "d.md", "e.py"]
    assert changed(before, before) == []


def test_what_editors_leave_is_not_watched(tmp_path: Path) -> None:
    """Backups, locks and byte code come and go with every save."""
    for name in (".#a.py", "a.py~", "4913", ".a.py.swp"):
        (tmp_path / name).write_text("1")
    (tmp_path / "__pycache__").mkdir()
    assert snapshot([tmp_path]) == {}


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """It may come back: another branch is checked out."""
    assert settled([tmp_path / "away"]) == {}
