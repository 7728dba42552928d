"""The folder of a batch: private, and gone in the end."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from grader.grading import folder


@pytest.fixture(autouse=True)
def _own_place(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder.sweep.cache_clear()


def test_it_is_private():
    """Empty, where only this user may look."""
    private = folder.PrivateFolder()
    assert not list(Path(private.path).iterdir())
    assert stat.S_IMODE(Path(private.path).stat().st_mode) == 0o700


def test_removing_it_twice_is_no_error():
    """Once it is gone, it is gone."""
    private = folder.PrivateFolder()
    private.remove()
    private.remove()
    assert not Path(private.path).exists()


def aged(path):
    os.utime(path, (0, 0))


def test_what_nobody_holds_is_swept_away(tmp_path):
    """A folder of a grader that was killed goes; that of a living one, a young one and other things stay."""
    held = folder.PrivateFolder()
    names = ("dead", "young", "other")
    dead, young, other = (tmp_path / f"{folder.PREFIX if n != 'other' else ''}{n}" for n in names)
    for path in (dead, young, other):
        path.mkdir()
    aged(dead), aged(other), aged(held.path)
    folder.sweep.cache_clear()
    folder.sweep()
    assert {p.name for p in tmp_path.iterdir()} == {Path(held.path).name, young.name, other.name}


def test_a_planted_link_is_not_followed(tmp_path):
    """What a link in the temporary folder leads to stays, and so does the link."""
    precious = tmp_path / "precious"
    precious.mkdir()
    aged(precious)
    (tmp_path / f"{folder.PREFIX}link").symlink_to(precious)
    folder.sweep()
    assert precious.is_dir()
