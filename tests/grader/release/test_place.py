"""Where a release is put: whole at first, and later without touching what others changed."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.release import place

FIRST = {"README.md": b"one", "exercises/a.py": b"todo", "tests/test_a.py": b"checks"}
SECOND = {**FIRST, "README.md": b"two", "exercises/b.py": b"more", "tests/test_a.py": b"better checks"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with a first release in it."""
    folder = tmp_path / "course"
    place.put(folder, ("a",), FIRST)
    return folder


def held(folder: Path) -> Mapping[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    found.pop(place.MANIFEST)
    return found


def test_a_new_folder_holds_all_and_nothing_lies_beside(out: Path):
    assert held(out) == FIRST
    assert [path.name for path in out.parent.iterdir()] == ["course"]
    assert place.manifest(out).lessons == ("a",)


def test_what_is_unchanged_follows_the_kit(out: Path):
    outcome = place.put(out, ("a", "b"), SECOND)
    assert held(out) == SECOND
    assert (outcome.written, outcome.kept, outcome.gone) == (3, (), ())
    assert place.put(out, ("a", "b"), SECOND).written == 0


def test_what_somebody_changed_is_kept_and_named_each_time(out: Path):
    (out / "exercises" / "a.py").write_bytes(b"done")
    (out / "tests" / "test_a.py").write_bytes(b"a teacher's checks")
    (out / "notes.txt").write_bytes(b"mine")
    for _ in range(2):
        assert place.put(out, ("a", "b"), SECOND).kept == ("exercises/a.py", "tests/test_a.py")
    assert held(out)["exercises/a.py"] == b"done"
    assert held(out)["tests/test_a.py"] == b"a teacher's checks"
    assert held(out)["notes.txt"] == b"mine"


def test_what_was_deleted_does_not_come_back(out: Path):
    (out / "README.md").unlink()
    assert place.put(out, ("a", "b"), SECOND).kept == ("README.md",)
    assert "README.md" not in held(out)


def test_what_the_kit_no_longer_has_goes_unless_it_was_changed(out: Path):
    (out / "exercises" / "a.py").write_bytes(b"done")
    outcome = place.put(out, ("a",), {"README.md": b"one"})
    assert (outcome.gone, outcome.kept) == (("tests/test_a.py",), ("exercises/a.py",))
    assert held(out) == {"README.md": b"one", "exercises/a.py": b"done"}
    assert not (out / "tests").exists()


def test_a_file_in_the_way_is_somebody_elses(out: Path):
    (out / "exercises" / "b.py").write_bytes(b"mine")
    assert place.put(out, ("a", "b"), SECOND).kept == ("exercises/b.py",)
    assert held(out)["exercises/b.py"] == b"mine"


def test_nothing_is_written_through_a_link(out: Path, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    (out / "exercises").rename(elsewhere)
    (out / "exercises").symlink_to(elsewhere)
    assert place.put(out, ("a", "b"), SECOND).kept == ("exercises/a.py", "exercises/b.py")
    assert not (elsewhere / "b.py").exists()


def test_after_a_kill_the_same_command_goes_on(out: Path):
    """Some files are new already, and the manifest is still the old one."""
    before = (out / place.MANIFEST).read_bytes()
    place.put(out, ("a", "b"), SECOND)
    (out / place.MANIFEST).write_bytes(before)
    (out / "exercises" / "b.py").unlink()
    assert place.put(out, ("a", "b"), SECOND).kept == ()
    assert held(out) == SECOND


@pytest.mark.parametrize("name", ["somebody.txt", place.MANIFEST])
def test_what_is_not_ours_is_refused(tmp_path: Path, name: str):
    (tmp_path / name).write_text(json.dumps({"format": "another"}))
    with pytest.raises(UsageError):
        place.put(tmp_path, ("a",), FIRST)
    assert [path.name for path in tmp_path.iterdir()] == [name]
