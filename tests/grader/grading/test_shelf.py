"""Reports stand whole or not at all, and one grader at a time touches them."""

import os
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading import disk, record
from grader.grading.journal import JournalLine
from grader.grading.shelf import Shelf, require_apart
from tests.grader.sample_grades import perfect

GRADE = record.dumps(perfect())
OLD = {"grade.json": GRADE, "run.json": b"old"}
NEW = {"grade.json": GRADE, "run.json": b"new", "report.html": b"new"}


def line(folder: str = "ada") -> JournalLine:
    return JournalLine(folder, folder, "first_loop", "graded", "sha256:1", "sha256:2")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A shelf with the old report of ada."""
    with Shelf(tmp_path / "out") as held:
        held.put(line(), OLD)
    return tmp_path / "out"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def left_over(out: Path) -> set[str]:
    return {path.name for path in (out / ".grader").iterdir()} - {"lock", "journal.jsonl", "history.jsonl"}


@pytest.mark.parametrize("one_step", [True, False])
def test_a_new_report_takes_the_place_of_the_old_one(
    out: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool
) -> None:
    """Nothing of the old report remains, on disks that can exchange names and on others."""
    if not one_step:
        monkeypatch.setattr(disk, "exchange", lambda *_: False)
    with Shelf(out) as held:
        held.put(line(), NEW)
    assert files(out / "ada") == NEW
    assert not left_over(out)


def test_a_report_is_never_missing_while_it_is_replaced(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After no step of a replacement is there a moment without a report."""
    (out / "x").touch(), (out / "y").touch()
    if not disk.exchange(out / "x", out / "y"):
        pytest.skip("this disk cannot exchange two names in one step")
    rename, there = Path.rename, list[bool]()

    def watched(one: Path, other: Path) -> Path:
        renamed = rename(one, other)
        there.append((out / "ada").exists())
        return renamed

    monkeypatch.setattr(Path, "rename", watched)
    with Shelf(out) as held:
        held.put(line(), NEW)
    assert all(there)
    assert files(out / "ada") == NEW


def test_a_report_that_cannot_be_finished_leaves_the_old_one(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up in the middle of a report changes nothing."""
    write = disk.write

    def full(path: Path, content: bytes) -> None:
        if path.name == "report.html":
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(disk, "write", full)
    with Shelf(out) as held, pytest.raises(UsageError, match="No space") as caught:
        held.put(line(), NEW)
    assert "free some space" in caught.value.hint
    assert files(out / "ada") == OLD
    assert not left_over(out)


def test_a_report_that_was_set_aside_comes_back(out: Path) -> None:
    """A kill between the two steps of a replacement loses nothing: the next grader puts the report back."""
    (out / "ada").rename(out / ".grader" / "old-ada")
    with Shelf(out) as held:
        assert set(held.grades()) == {"ada"}
    assert not left_over(out)


def test_what_a_killed_grader_left_is_cleared_away(out: Path) -> None:
    """Unfinished reports, and finished ones whose older version was still there, leave no trace."""
    (out / ".grader" / "new-1").mkdir()
    (out / ".grader" / "new-1" / "report.html").write_bytes(b"half")
    (out / ".grader" / "new-2").write_bytes(b"half a page")
    (out / ".grader" / "old-ada").mkdir()
    Shelf(out).close()
    assert files(out / "ada") == OLD
    assert not left_over(out)


def test_a_second_grader_is_refused_and_told_who_holds_the_folder(out: Path) -> None:
    """The message names the process and the machine."""
    with Shelf(out), pytest.raises(UsageError, match=f"process {os.getpid()} on .*since 20") as caught:
        Shelf(out)
    assert "wait" in caught.value.hint


def test_the_folder_is_free_again_afterwards(out: Path) -> None:
    """A grader that is done lets the next one in, also when it failed to begin."""
    Shelf(out).close()
    (out / ".grader" / "journal.jsonl").unlink()
    (out / ".grader" / "journal.jsonl").mkdir()
    with pytest.raises(UsageError):
        Shelf(out)
    (out / ".grader" / "journal.jsonl").rmdir()
    Shelf(out).close()


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda p: p.symlink_to(p.parent)])
def test_what_is_no_report_is_not_replaced(out: Path, make: object) -> None:
    """A folder, file or link of somebody else's stays; the message names it."""
    make(out / "bob")  # type: ignore[operator]
    with Shelf(out) as held, pytest.raises(UsageError, match="bob is in the way"):
        held.put(line("bob"), NEW)
    assert os.path.lexists(out / "bob")


def test_a_page_is_replaced_whole(out: Path) -> None:
    """A page of the class is written beside the reports, and again over itself."""
    with Shelf(out) as held:
        held.write("index.html", "one")
        held.write("index.html", "two")
    assert (out / "index.html").read_text() == "two"
    assert not left_over(out)


def test_a_damaged_report_counts_as_not_there(out: Path) -> None:
    """Its student is graded again instead of stopping the batch."""
    (out / "ada" / "grade.json").write_bytes(GRADE[:-20])
    with Shelf(out) as held:
        assert held.grades() == {}


@pytest.mark.parametrize("out", ["class", "class/reports", "class/../class/ada/reports"])
def test_reports_do_not_go_among_submissions(tmp_path: Path, out: str) -> None:
    """There a report could replace the work of a student with the same name."""
    (tmp_path / "class").mkdir()
    with pytest.raises(UsageError, match="where the submissions are"):
        require_apart(tmp_path / out, tmp_path / "class")


def test_reports_may_stand_beside_submissions(tmp_path: Path) -> None:
    """A folder beside the submissions, or around them, is fine."""
    require_apart(tmp_path / "reports", tmp_path / "class")
    require_apart(tmp_path, tmp_path / "class")


@pytest.mark.parametrize("number", [1, 5, 13, 28, 30])
def test_every_trouble_with_the_disk_says_what_to_do(number: int, tmp_path: Path) -> None:
    """The message has the path and the system's reason, and the hint a next step."""
    with pytest.raises(UsageError, match=os.strerror(number)) as caught, disk.told(tmp_path):
        raise OSError(number, os.strerror(number))
    assert str(tmp_path) in caught.value.message
    assert "--out" in caught.value.hint or "again" in caught.value.hint


def test_several_reports_are_amended_together(out: Path) -> None:
    """What is named is replaced, what is not stays, and nobody sees a part."""
    with Shelf(out) as held:
        held.put(line("bob"), OLD)
        held.amend({"ada": {"run.json": b"new", "report.html": b"new"}, "bob": {"report.md": b"new"}})
    assert files(out / "ada") == NEW
    assert files(out / "bob") == {**OLD, "report.md": b"new"}
    assert not left_over(out)


def test_reports_that_cannot_be_amended_stay_as_they_were(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up before all are on it changes none."""

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with Shelf(out) as held:
        held.put(line("bob"), OLD)
        monkeypatch.setattr(disk, "sync_all", full)
        with pytest.raises(UsageError, match="No space"):
            held.amend({"ada": {"run.json": b"new"}, "bob": {"run.json": b"new"}})
    assert files(out / "ada") == files(out / "bob") == OLD
    assert not left_over(out)
