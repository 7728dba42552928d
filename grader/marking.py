"""The marking worksheet: every written answer in one CSV beside its rubric, and the marks back out of it.

Each row has a key that belongs to one answer of one submission. A row whose key is unknown is refused, never
placed by its text or its position: it may be of another class, or of an answer that has changed since.
"""

import csv
import hashlib
import io
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from grader.errors import UsageError
from grader.marks import Mark, Marks
from grader.model import Grade, Lesson, WrittenResult
from grader.text import csv_lines, from_csv, one_line

_COLUMNS = ("key", "student", "question", "rubric", "answer", "max_points", "points", "comment")
_NEEDED = ("key", "points", "comment")
_KEY_DIGITS = 12
_LONGEST = 10_000  # characters of an answer or a comment


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was read from a worksheet: marks by student id, and a sentence for each row that was refused."""

    marks: Mapping[str, Marks]
    refused: tuple[str, ...]


def write(lesson: Lesson, grades: Iterable[Grade], *, anonymous: bool = False, shuffled: bool = False) -> str:
    """The worksheet as CSV text: question by question, within each by student or, `shuffled`, at random."""
    rows = [row for grade in grades for row in _rows(lesson, grade, anonymous)]
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


def _rows(lesson: Lesson, grade: Grade, anonymous: bool) -> Iterator[tuple[str, dict[str, str | float]]]:
    questions = {question.name: question for question in lesson.questions}
    for result in grade.written:
        if result.status == "answered" and result.name in questions:
            row: dict[str, str | float] = {
                "key": key(grade, result),
                "student": _cell(grade.student.name),
                "question": _cell("\n".join(filter(None, (result.title, result.prompt)))),
                "rubric": _cell(questions[result.name].rubric),
                "answer": _cell(result.text),
                "max_points": result.max_points,
                "points": "" if result.points is None else result.points,
                "comment": _cell(result.comment),
            }
            if anonymous:
                del row["student"]
            yield result.name, row


def key(grade: Grade, result: WrittenResult) -> str:
    """The key of one answer. It tells nothing about the student to whoever has not the submission."""
    parts = (grade.lesson, grade.student.id, grade.provenance.submission, result.name, result.text)
    text = "\0".join(parts).encode("utf-8", "backslashreplace")
    # The letter keeps spreadsheets from taking a key for a number.
    return f"k{hashlib.sha256(text).hexdigest()[:_KEY_DIGITS]}"


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


def read(data: bytes, grades: Iterable[Grade]) -> Sheet:
    """The marks in a worksheet that `write` made of these grades. UsageError when it is no worksheet."""
    places = {key(grade, result): (grade, result) for grade in grades for result in grade.written}
    found: dict[str, dict[str, Mark]] = {}
    refused, taken = [], set()
    for number, row in _table(data):
        try:
            place, mark = _placed(row, places)
            if place in taken:
                raise ValueError(f"the key {place} stands in more than one row")
        except ValueError as error:
            refused.append(f"row {number}: {error}")
            continue
        taken.add(place)
        if mark is not None:
            grade, result = places[place]
            found.setdefault(grade.student.id, {})[result.name] = mark
    return Sheet({student: Marks(written) for student, written in found.items()}, tuple(refused))


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


def _placed(
    row: Mapping[str, str], places: Mapping[str, tuple[Grade, WrittenResult]]
) -> tuple[str, Mark | None]:
    """The key of a row, and its mark if it has one. ValueError, in words, when it cannot be placed."""
    name = row["key"].strip()
    if name not in places:
        raise ValueError(
            f"no answer has the key {one_line(name) or '(none)'}; perhaps it was handed in again"
        )
    points, comment = _points(row["points"], places[name][1].max_points), _said(row["comment"])
    return name, None if points is None and not comment else Mark(points, comment)


def _points(value: str, largest: float) -> float | None:
    """The points in a cell; a decimal comma is as good as a point."""
    if not value.strip():
        return None
    try:
        points = float(value.strip().replace(",", "."))
    except ValueError:
        raise ValueError(f"{one_line(value)!r} is no number of points") from None
    if not math.isfinite(points) or not 0 <= points <= largest:
        raise ValueError(f"points go from 0 to {largest:g}, and not to {one_line(value)}")
    return points


def _said(value: str) -> str:
    """A comment, without what kept it from being a formula."""
    return from_csv(value.strip())[:_LONGEST]
