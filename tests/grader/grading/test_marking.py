"""The marking worksheet: written answers out, marks in, and no row by guessing."""

import csv
import io
import re
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading import marking
from grader.grading.markbook import Markbook
from grader.grading.marks import Mark
from grader.text import csv_lines
from tests.grader.gradebooks import ANSWERS, graded, ungraded
from tests.grader.handins import LESSON

CLASS = [graded("ada"), graded("bob", {**ANSWERS, "synthesis": ""}), ungraded("eve")]
BOOK = Markbook()  # the keys of every sheet in this module


def rows(page: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page, newline="")))


def sheet(**how) -> list[dict[str, str]]:
    """A row for each student, unless told otherwise."""
    return rows(marking.write(LESSON, CLASS, BOOK, **{"each": True, **how}))


def saved(table: list[dict[str, str]], delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, table[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode(encoding)


def marked(**fields: str) -> bytes:
    """The sheet with these fields in its first row."""
    first, *rest = sheet()
    return saved([{**first, **fields}, *rest])


def read(data: bytes, grades=CLASS) -> marking.Worksheet:
    return marking.read(data, LESSON, grades, BOOK)


def marks(found: marking.Worksheet, student: str) -> dict[str, Mark]:
    return {entry.about: mark for entry, mark in found.given if entry.student == student}


def test_every_answer_is_a_row():
    """Each answer stands beside its question and rubric; what is missing is not listed."""
    table = sheet()
    assert len(table) == 11
    assert {row["student"] for row in table} == {"ada", "bob"}
    row = next(r for r in table if r["answer"] == "About why_reset.")
    assert row["rubric"] == next(q.rubric for q in LESSON.questions if q.name == "why_reset")


def test_identical_answers_are_one_row():
    """It says whose and how many, and its mark is for all of them."""
    table = sheet(each=False)
    assert len(table) == 6
    first = table[0]
    assert (first["student"], first["identical"]) == ("ada, bob", "2 identical answers")
    assert table[-1]["identical"] == "" and table[-1]["student"] == "ada"
    found = read(saved([{**first, "points": "0.5", "comment": "good"}]))
    assert {entry.student: mark for entry, mark in found.given} == dict.fromkeys(
        ("ada", "bob"), Mark(0.5, "good")
    )
    (said,) = read(saved([{**first, "points": "lots"}])).refused
    assert said.startswith("row 2 (ada, bob): ")


def test_who_hands_in_the_same_later_is_marked_with_it():
    """The key belongs to the answer, not to those who had given it when the sheet was written."""
    first = sheet(each=False)[0]
    found = read(saved([{**first, "points": "0.5"}]), [*CLASS, graded("cy")])
    assert {entry.student for entry, _ in found.given} == {"ada", "bob", "cy"}


def test_one_of_the_same_who_changes_the_answer_is_told():
    """The others get the mark."""
    first = sheet(each=False)[0]
    newer = [CLASS[0], graded("bob", {**ANSWERS, "being_wrong": "Something else."})]
    found = read(saved([{**first, "points": "0.5"}]), newer)
    assert found.outdated == ("row 2 (bob): the answer to being_wrong has changed since",)


def test_marks_that_differ_are_shown_and_left():
    """Where the same answer has several marks, the row proposes none of them."""
    book = Markbook()
    for grade, points in ((CLASS[0], 0.5), (CLASS[1], 0.25)):
        book.give(book.ask(grade, grade.written[0]), Mark(points), "worksheet")
    row = rows(marking.write(LESSON, CLASS, book))[0]
    assert (row["points"], row["before"]) == ("", "given so far: ada 0.5, bob 0.25")


def test_a_mark_for_the_same_answer_is_proposed_to_who_has_none():
    """Nobody has to mark the same words twice."""
    book = Markbook()
    book.give(book.ask(CLASS[0], CLASS[0].written[0]), Mark(0.5, "good"), "worksheet")
    row = rows(marking.write(LESSON, CLASS, book))[0]
    assert (row["points"], row["comment"], row["before"]) == ("0.5", "good", "given so far: ada 0.5")


def test_like_answers_stand_side_by_side():
    """Within a question, whoever wrote them."""
    said = {"a": "it adds up in every step", "b": "no idea", "c": "in every step it adds up again"}
    grades = [graded(name, {"why_reset": answer}) for name, answer in said.items()]
    assert [row["student"] for row in rows(marking.write(LESSON, grades, Markbook()))] == ["a", "c", "b"]


def test_anonymous_sheet_does_not_tell():
    """Without the column of students, nothing in a row says who wrote it."""
    page = marking.write(LESSON, CLASS, BOOK, anonymous=True)
    assert "student" not in rows(page)[0] and "bob" not in page


def test_shuffled_sheet_keeps_questions_together():
    """Shuffling mixes students within a question, so that one question is marked at a time."""
    many = [graded(f"s{k:02}") for k in range(40)]
    table = rows(marking.write(LESSON, many, BOOK, shuffled=True, each=True))
    assert [r["question"] for r in table] == [
        q for row in rows(marking.write(LESSON, many, BOOK, each=True)) for q in [row["question"]]
    ]
    assert [r["student"] for r in table[:40]] != sorted(r["student"] for r in table[:40])


def test_answers_are_text_to_a_spreadsheet():
    """An answer that looks like a formula is text, and its lines are kept."""
    grades = [graded("ada", {"why_reset": "=HYPERLINK(1)\n- two"})]
    (row,) = rows(marking.write(LESSON, grades, BOOK))
    assert row["answer"] == "’=HYPERLINK(1)\n’- two"


@pytest.mark.parametrize(("delimiter", "points"), [(",", "0.5"), (";", "0,5"), ("\t", " 0.5 ")])
def test_marks_come_back(delimiter, points):
    """Points and comment return to their answer, whatever separator and decimal sign a spreadsheet uses."""
    first, *rest = sheet()
    found = read(saved([{**first, "points": points, "comment": "good, but …"}, *rest], delimiter))
    assert marks(found, "ada") == {"being_wrong": Mark(0.5, "good, but …")}
    assert found.refused == () and len(found.given) == 1


def test_what_is_not_marked_yet_stays_so():
    """Rows without points and comment are no marks."""
    assert read(saved(sheet())) == marking.Worksheet(())


def test_order_and_other_columns_do_not_matter():
    """A row is placed by its key alone."""
    table = [{"comment": "", "points": "1", "key": row["key"]} for row in reversed(sheet())][:1]
    assert marks(read(saved(table)), "ada") == {"synthesis": Mark(1.0)}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"key": "k000000000000"}, r"row 2 \(ada\): no answer has the key k000000000000"),
        ({"key": ""}, r"row 2 \(ada\): no answer has the key \(none\)"),
        ({"key": "", "student": ""}, r"row 2: no answer has the key \(none\)"),
        ({"points": "2"}, r"row 2 \(ada\): points go from 0 to 0.5, and not to 2"),
        ({"points": "2", "student": ""}, r"row 2 \(ada\): points go from 0 to 0.5"),
        ({"points": "-1"}, r"row 2 \(ada\): points go from 0"),
        ({"points": "nan"}, r"row 2 \(ada\): points go from 0"),
        ({"points": "good"}, r"row 2 \(ada\): 'good' is not a number of points"),
    ],
)
def test_rows_that_cannot_be_placed_are_refused(fields, reason):
    """A row with an unknown key or impossible points is left out, and its student is named."""
    found = read(marked(points="0.5", **fields) if "points" not in fields else marked(**fields))
    assert found.given == () and len(found.refused) == 1
    assert re.match(reason, found.refused[0])


def test_key_that_comes_twice_is_refused():
    """Two rows for one answer: the first counts, the second is named."""
    first, *_ = sheet()
    found = read(saved([{**first, "points": "0.5"}, {**first, "points": "0"}]))
    assert marks(found, "ada") == {"being_wrong": Mark(0.5)}
    assert "stands in more than one row" in found.refused[0]


def test_sheet_outlives_other_code():
    """The same answers, handed in with another engine, are still those of the sheet."""
    other = [replace(g, provenance=replace(g.provenance, submission="sha256:new", kit="9")) for g in CLASS]
    assert marks(read(marked(points="0.5"), other), "ada") == {"being_wrong": Mark(0.5)}


def test_mark_for_an_older_answer_is_told():
    """When an answer has changed since, the mark for the old one is kept, and its student named."""
    newer = [graded("ada", {**ANSWERS, "being_wrong": "Something else."})]
    found = read(marked(points="0.5"), newer)
    assert marks(found, "ada") == {"being_wrong": Mark(0.5)}
    assert found.outdated == ("row 2 (ada): the answer to being_wrong has changed since",)


def test_changed_answer_shows_what_was_given_before():
    """The next sheet proposes the old mark, and leaves the points for a person to fill in."""
    book = Markbook()
    book.give(book.ask(CLASS[0], CLASS[0].written[0]), Mark(0.5, "nearly"), "worksheet")
    newer = [graded("ada", {**ANSWERS, "being_wrong": "Something else."})]
    row = rows(marking.write(LESSON, newer, book))[0]
    assert (row["before"], row["points"]) == ("was 0.5 (“nearly”); the answer has changed", "")


def test_question_that_is_gone_is_said():
    """A mark for a question that the lesson does not ask any more has no place."""
    shorter = replace(LESSON, questions=LESSON.questions[1:])
    said, *_ = marking.read(marked(points="0.5"), shorter, CLASS, BOOK).refused
    assert said == "row 2 (ada): the lesson has no question being_wrong any more"


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"key,points,comment\n\xff", "not UTF-8"),
        (b"name,points\nada,1\n", "no column key and no comment"),
        (b"", "no column key"),
        (b'key,points,comment\n"x"y,1,\n', "damaged"),
    ],
)
def test_what_is_no_worksheet_is_said(data, trouble):
    """A file that is no worksheet is refused as a whole, with what to do."""
    with pytest.raises(UsageError, match=trouble) as refused:
        read(data)
    assert refused.value.hint


@pytest.mark.parametrize(
    "said", ["=so", "- one\n- two", "x;=1+1;y", "’=so", "w -> 4, -24", "x" * 9_999 + ",="]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_comments_that_look_like_formulas_survive(said, delimiter):
    """A comment that was protected on its way out is itself on its way back."""
    first, *rest = sheet()
    row = {**first, "points": "0", "comment": csv_lines(said, 10_000)}
    back = marks(read(saved([row, *rest], delimiter)), "ada")
    assert back["being_wrong"].comment == said.strip()[:10_000]


def test_every_text_of_the_sheet_is_quoted():
    """And no number is, so that spreadsheets know which is which."""
    for row in csv.reader(io.StringIO(marking.write(LESSON, CLASS, BOOK)), quoting=csv.QUOTE_NONNUMERIC):
        assert [k for k, cell in enumerate(row) if isinstance(cell, float)] in ([], [6])


def test_worksheet_is_not_written_over(tmp_path):
    """A file that is there may hold somebody's marks."""
    marking.save(tmp_path / "marks.csv", "one")
    with pytest.raises(UsageError, match="is there already"):
        marking.save(tmp_path / "marks.csv", "two")
    assert marking.load(tmp_path / "marks.csv") == b"\xef\xbb\xbfone"


def test_half_a_worksheet_is_none():
    """Where the disk is full, nothing is left that the next run would take for somebody's marks."""
    small = 4_096

    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (small, small))

    code = "from grader.grading import marking; marking.save(Path(sys.argv[1]), 'x' * 100_000)"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "marks.csv")
        command = [sys.executable, "-c", f"import sys; from pathlib import Path; {code}", str(path)]
        ended = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
        assert "UsageError" in ended.stderr and "could not be written" in ended.stderr
        assert not path.exists()
