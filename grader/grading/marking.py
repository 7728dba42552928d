"""The marking worksheet: every written answer in one CSV beside its rubric, and the marks back out of it.

Each row has a key that belongs to one answer of one student, whatever else is handed in or graded again. A
row whose key is unknown is refused, never placed by its text or its position: it may be of another class.
"""

import csv
import io
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.grading.markbook import Entry, Markbook, proposal
from grader.grading.marks import Mark
from grader.model import Grade, Lesson
from grader.text import csv_lines, from_csv, one_line

_COLUMNS = ("key", "student", "question", "rubric", "answer", "max_points", "before", "points", "comment")
_NEEDED = ("key", "points", "comment")
_LONGEST = 10_000  # characters of an answer or a comment


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read from a worksheet: marks, and a sentence for each row that changes no report.

    `outdated` rows are marks for an answer that has changed since; such a mark is kept as a proposal.
    """

    given: tuple[tuple[Entry, Mark], ...]
    refused: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


def write(
    lesson: Lesson,
    grades: Iterable[Grade],
    book: Markbook,
    *,
    anonymous: bool = False,
    shuffled: bool = False,
) -> str:
    """The worksheet as CSV text: question by question, within each by student or, `shuffled`, at random.

    The keys of its rows are noted in `book`, which has to be kept before the worksheet is used.
    """
    rows = [row for grade in grades for row in _rows(lesson, grade, book, anonymous)]
    order = {question.name: k for k, question in enumerate(lesson.questions)}
    if shuffled:
        random.SystemRandom().shuffle(rows)
    rows.sort(key=lambda pair: order[pair[0]])  # one question at a time is easier to mark alike
    out = io.StringIO()
    columns = [c for c in _COLUMNS if c != "student" or not anonymous]
    table = csv.DictWriter(out, columns, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    table.writeheader()
    table.writerows(row for _, row in rows)
    return out.getvalue()


def _rows(
    lesson: Lesson, grade: Grade, book: Markbook, anonymous: bool
) -> Iterator[tuple[str, dict[str, str | float]]]:
    questions = {question.name: question for question in lesson.questions}
    for result in grade.written:
        if result.status == "answered" and result.name in questions:
            entry = book.ask(grade, result)
            row: dict[str, str | float] = {
                "key": entry.key,
                "student": _cell(grade.student.name),
                "question": _cell("\n".join(filter(None, (result.title, result.prompt)))),
                "rubric": _cell(questions[result.name].rubric),
                "answer": _cell(result.text),
                "max_points": result.max_points,
                "before": _cell(proposal(book, entry)),
                "points": "" if result.points is None else result.points,
                "comment": _cell(result.comment),
            }
            if anonymous:
                del row["student"]
            yield result.name, row


def _cell(value: str) -> str:
    return csv_lines(value, _LONGEST)


def save(path: Path, page: str) -> None:
    """Write a new worksheet. UsageError when there is one already: it may hold somebody's marks."""
    try:
        with path.open(
            "x", encoding="utf-8-sig", newline=""
        ) as file:  # the mark tells spreadsheets the encoding
            file.write(page)
    except FileExistsError:
        hint = "read its marks with --read, or name another file with --sheet"
        raise UsageError(f"{path} is there already", hint) from None
    except OSError as error:
        with suppress(OSError):
            path.unlink()  # half a worksheet would be taken for one with marks in it
        hint = "free some space, or name another file with --sheet"
        raise UsageError(f"{path} could not be written: {error.strerror}", hint) from None


# --- back ----------------------------------------------------------------------------------------


def load(path: Path) -> bytes:
    """The bytes of a worksheet; UsageError when there is none."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} could not be read: {error.strerror}", "name the worksheet with --sheet"
        ) from None


def read(data: bytes, lesson: Lesson, grades: Iterable[Grade], book: Markbook) -> Sheet:
    """The marks in a worksheet that `write` made. UsageError when it is no worksheet."""
    entries = {entry.key: entry for entry in book if entry.key}
    current = {book.about(grade, result).place for grade in grades for result in grade.written}
    given: dict[str, tuple[Entry, Mark]] = {}
    refused, outdated, seen = [], [], set[str]()
    for number, row in _table(data):
        key = row["key"].strip()
        entry = entries.get(key)
        try:
            mark = _mark(key, entry, row, lesson)
            if key in seen:
                raise ValueError(f"the key {key} stands in more than one row")
        except ValueError as error:
            refused.append(f"{_where(number, row, entry)}: {error}")
            continue
        seen.add(key)
        if entry is not None and mark is not None:
            given[key] = entry, mark
            if entry.place not in current and entry.mark != mark:
                outdated.append(
                    f"{_where(number, row, entry)}: the answer to {entry.about} has changed since"
                )
    return Sheet(tuple(given.values()), tuple(refused), tuple(outdated))


def _where(number: int, row: Mapping[str, str], entry: Entry | None) -> str:
    """The row, and the student whose it is, where that can be told."""
    student = one_line(entry.name if entry is not None else _said(row.get("student", "")))
    return f"row {number} ({student})" if student else f"row {number}"


def _table(data: bytes) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows with their line of the sheet, whatever separator and encoding a spreadsheet saved it with."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the worksheet is not UTF-8", "save it as “CSV UTF-8” in the spreadsheet") from None
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        rows = [{k: v or "" for k, v in row.items() if k} for row in table]
    except csv.Error as error:
        raise UsageError(f"the worksheet is damaged: {error}", "save it as CSV again") from None
    missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
    if missing:
        raise UsageError(
            f"the worksheet has no column {' and no '.join(missing)}", "keep its first row as it was"
        )
    yield from enumerate(rows, start=2)


def _mark(key: str, entry: Entry | None, row: Mapping[str, str], lesson: Lesson) -> Mark | None:
    """The mark in a row, if there is one. ValueError, with a message for the user, if it is no valid mark."""
    if entry is None:
        raise ValueError(
            f"no answer has the key {one_line(key) or '(none)'}; it is of another class or folder"
        )
    largest = next((q.points for q in lesson.questions if q.name == entry.about), None)
    if largest is None:
        raise ValueError(f"the lesson has no question {one_line(entry.about)} any more")
    points, comment = _points(row["points"], largest), _said(row["comment"])
    return None if points is None and not comment else Mark(points, comment)


def _points(value: str, largest: float) -> float | None:
    """The points in a cell; a decimal comma is as good as a point."""
    if not value.strip():
        return None
    try:
        points = float(value.strip().replace(",", "."))
    except ValueError:
        raise ValueError(f"{one_line(value)!r} is not a number of points") from None
    if not math.isfinite(points) or not 0 <= points <= largest:
        raise ValueError(f"points go from 0 to {largest:g}, and not to {one_line(value)}")
    return points


def _said(value: str) -> str:
    """A comment, without what kept it from being a formula."""
    return from_csv(value.strip())[:_LONGEST]
