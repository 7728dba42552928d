"""The journal keeps what was finished, and half a line is no line."""

import os
from pathlib import Path

import pytest

from grader.grading import journal as journals
from grader.grading.journal import Journal, JournalLine

ADA = JournalLine("ada", "ada", "first_loop", "graded", "sha256:1", "sha256:2")
BOB = JournalLine("bob\n=x", "bob-3", "first_loop", "ungraded", "", "sha256:2")


def reopened(path: Path) -> dict[str, JournalLine]:
    journal = Journal(path)
    journal.close()
    return journal.lines


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal in which ada and bob are noted."""
    journal = Journal(tmp_path / "journal.jsonl")
    journal.add(ADA)
    journal.add(BOB)
    journal.close()
    return tmp_path / "journal.jsonl"


def test_lines_outlive_the_process(path: Path) -> None:
    """What was added is there when the journal is opened again, whatever a name holds."""
    assert reopened(path) == {ADA.student: ADA, BOB.student: BOB}


def test_the_last_line_of_a_student_counts(path: Path) -> None:
    """A student who was graded twice has the later line."""
    journal = Journal(path)
    later = JournalLine("ada", "ada", "first_loop", "graded", "sha256:9", "sha256:2")
    journal.add(later)
    journal.close()
    assert reopened(path)["ada"] == later


@pytest.mark.parametrize("kept", [1, 40, -1])
def test_half_a_last_line_is_dropped(path: Path, kept: int) -> None:
    """A kill in the middle of a write costs that line only, and the next line is whole."""
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    path.write_bytes(whole[:first] + whole[first:][:kept])
    journal = Journal(path)
    assert journal.lines == {"ada": ADA}
    journal.add(BOB)
    journal.close()
    assert path.read_bytes() == whole


def test_a_long_rest_of_a_line_is_dropped_whole(path: Path) -> None:
    """Even when the next line is shorter, nothing of the torn one remains behind it."""
    whole = path.read_bytes()
    first = whole.index(b"\n") + 1
    path.write_bytes(whole[:first] + b"x" * 5000)
    journal = Journal(path)
    journal.add(BOB)
    journal.close()
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[]", b"\xff", b"null", b'{"schema": "other/1"}', b"\0" * 20]
)
def test_a_damaged_line_is_passed_over(path: Path, damage: bytes) -> None:
    """A line that says nothing costs nobody else's line."""
    path.write_bytes(damage + b"\n" + path.read_bytes())
    assert set(reopened(path)) == {ADA.student, BOB.student}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"sha256:1"', b"1"), (b'journal/1", "student": "ada"', b'journal/2", "student": "ada"')],
)
def test_a_line_of_another_kind_is_passed_over(path: Path, old: bytes, new: bytes) -> None:
    """A number where a text should be, or another version of the journal, makes a line worth nothing."""
    path.write_bytes(path.read_bytes().replace(old, new))
    assert set(reopened(path)) == {BOB.student}


def test_a_line_that_cannot_be_written_leaves_no_trace(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk takes only a part of a line, the journal is as it was before."""
    before, write = path.read_bytes(), os.pwrite
    calls = iter([5])

    def short(fd: int, data: bytes, at: int) -> int:
        for size in calls:
            return write(fd, data[:size], at)
        raise OSError(28, "No space left on device")

    journal = Journal(path)
    monkeypatch.setattr(os, "pwrite", short)
    with pytest.raises(OSError, match="No space"):
        journal.add(ADA)
    journal.close()
    assert path.read_bytes() == before


def test_clear_forgets_everything(path: Path) -> None:
    """After `clear` nobody has been graded, and new lines are kept."""
    journal = Journal(path)
    journal.clear()
    assert journal.lines == {}
    journal.add(ADA)
    journal.close()
    assert reopened(path) == {"ada": ADA}


def test_a_journal_of_somebody_else_is_only_read(path: Path) -> None:
    """Half a line is left where it is, and where there is no journal none is made."""
    path.write_bytes(path.read_bytes() + b'{"half')
    before = path.read_bytes()
    assert journals.read(path) == {"ada": ADA, "bob\n=x": BOB}
    assert path.read_bytes() == before
    assert journals.read(path.with_name("nothing")) == {}
    assert not path.with_name("nothing").exists()
