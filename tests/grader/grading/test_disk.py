"""What is written takes its place whole."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from grader.errors import UsageError
from grader.grading import disk


def test_a_file_is_replaced_and_not_rewritten(tmp_path: Path) -> None:
    """Whoever has the old file open still reads all of it."""
    path = tmp_path / "grade.json"
    disk.write_whole(path, b"old")
    with path.open("rb") as old:
        disk.write_whole(path, b"new and longer")
        assert old.read() == b"old"
    assert path.read_bytes() == b"new and longer"


@pytest.mark.parametrize(
    ("failure", "raised"), [(OSError(errno.ENOSPC, "No space left"), UsageError), (KeyboardInterrupt(),) * 2]
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, raised: Any
) -> None:
    """A full disk or Ctrl-C in the middle changes nothing that a reader can see."""

    def fail(_: int) -> None:
        raise failure

    path = tmp_path / "grade.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(raised if isinstance(raised, type) else type(raised)):
        disk.write_whole(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["grade.json"]
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The error says which file could not be written, and what to check."""
    with pytest.raises(UsageError, match="could not be written") as caught:
        disk.write_whole(tmp_path / "none" / "grade.json", b"")
    assert "space" in caught.value.hint


def test_files_get_the_usual_permissions(tmp_path: Path) -> None:
    """A report can be read by whoever may read any other new file."""
    (tmp_path / "usual").touch()
    disk.write_whole(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode
