"""What a class page needs of all records is known without reading them, and never out of date."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.grading import batch, record, renewal, sources, summaries
from grader.grading.journal import JournalLine
from grader.grading.markbook import Markbook
from grader.grading.marks import Mark
from grader.grading.shelf import Shelf
from grader.model import Arrival, Grade, Student
from grader.naming import report_folder_name
from tests.grader.batches import LESSON
from tests.grader.sample_grades import every_state, half_done, perfect, ungraded, unread


def named(grade: Grade, name: str) -> Grade:
    return replace(grade, student=Student(name, name.upper()))


ODD = replace(perfect("“\u202e <b>"), remarks=("x",))
CLASS = [
    named(grade, f"s{number}")
    for number, grade in enumerate([perfect(), half_done(), *every_state(), ungraded(), unread(), perfect()])
] + [ODD, replace(named(perfect(), "late"), arrival=Arrival("2026-11-22 23:58", late=True, late_by=60.0))]


def put(shelf: Shelf, grade: Grade) -> None:
    folder = report_folder_name(grade.student.id)
    line = JournalLine(grade.student.id, folder, grade.lesson, grade.status, "", "")
    shelf.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A class with its pages."""
    with Shelf(tmp_path / "out") as shelf:
        for grade in CLASS:
            put(shelf, grade)
        batch.publish(LESSON, shelf.summaries().values(), shelf)
    return tmp_path / "out"


def unreadable(_: bytes) -> Grade:
    raise AssertionError("a record was read")


def test_they_are_what_the_records_say(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every field of every kind of grade, and no record is read for it."""
    due = {report_folder_name(grade.student.id): record.summary(record.dumps(grade)) for grade in CLASS}
    monkeypatch.setattr(record, "summary", unreadable)
    with Shelf(out) as shelf:
        assert shelf.summaries() == due


def test_a_record_that_has_changed_is_read(out: Path) -> None:
    """Whoever changed it, and even if it is as long as before."""
    path = out / "s0" / "grade.json"
    path.write_bytes(path.read_bytes().replace(b"S0", b"T0"))
    with Shelf(out) as shelf:
        assert shelf.summaries()["s0"].student.name == "T0"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-40],
        lambda data: data.replace(b'"isolated"', b"17", 1),
        lambda data: data.replace(b'"exercise"', b'"exercises"', 1),
        lambda _: b"[]\n",
        lambda _: b"\xff",
        lambda _: b"",
    ],
)
def test_a_damaged_file_costs_nothing_but_time(out: Path, damage) -> None:
    """All records are read then."""
    path = out / ".grader" / summaries.SUMMARIES
    path.write_bytes(damage(path.read_bytes()))
    with Shelf(out) as shelf:
        found = {folder: record.summary(record.dumps(grade)) for folder, grade in shelf.grades().items()}
        assert {f: g.student for f, g in shelf.summaries().items()} == {
            f: g.student for f, g in found.items()
        }


def test_other_code_of_ours_reads_all_records(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may need more of them."""
    monkeypatch.setattr(sources, "digest", lambda: "other")
    monkeypatch.setattr(record, "summary", unreadable)
    with Shelf(out) as shelf, pytest.raises(AssertionError, match="was read"):
        shelf.summaries()


def test_pages_that_stand_are_left_alone(out: Path) -> None:
    """They keep the time at which they were written; one that somebody changed or removed is made again."""
    before = {name: (out / name).stat().st_mtime_ns for name in ("index.html", "grades.csv", "wall.html")}
    page = (out / "grades.csv").read_bytes()
    (out / "grades.csv").write_bytes(page + b"mine")
    (out / "wall.html").unlink()
    with Shelf(out) as shelf:
        batch.publish(LESSON, shelf.summaries().values(), shelf)
    assert (out / "index.html").stat().st_mtime_ns == before["index.html"]
    assert (out / "grades.csv").read_bytes() == page
    assert (out / "wall.html").exists()


def test_marks_leave_the_wall_alone_and_change_the_table(out: Path) -> None:
    """The wall shows code, which no mark of an answer changes."""
    wall, table = (out / "wall.html").stat().st_mtime_ns, (out / "grades.csv").read_bytes()
    with Shelf(out) as shelf:
        book = Markbook()
        grade = shelf.grades()["s0"]
        book.give(book.about(grade, grade.written[0]), Mark(0.5), "worksheet")
        renewal.renew(LESSON, shelf, book)
    assert (out / "wall.html").stat().st_mtime_ns == wall
    assert (out / "grades.csv").read_bytes() != table


def test_new_work_makes_every_page_again(out: Path) -> None:
    """Also where it has the same results: the wall shows other code."""
    wall = (out / "wall.html").stat().st_mtime_ns
    with Shelf(out) as shelf:
        put(shelf, CLASS[0])
        batch.publish(LESSON, shelf.summaries().values(), shelf)
    assert (out / "wall.html").stat().st_mtime_ns != wall
