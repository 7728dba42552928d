"""The marking worksheet: every written answer in one CSV beside its rubric, and the marks back out of it.

Each row has a key that belongs to an answer, whoever gave it, or to the answer of one student, whatever else
is handed in or graded again. A row whose key is unknown is refused, never placed by its text or its position:
it may be of another class.
"""

import csv
import io
import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import UsageError
from grader.grading import alike
from grader.grading.markbook import Markbook, MarkbookEntry, Subject, proposal
from grader.grading.marks import Mark
from grader.grading.shards import shown
from grader.model import Grade, Lesson, WrittenResult
from grader.text import csv_lines, from_csv, one_line

_COLUMNS = (
    "key", "student", "question", "rubric", "answer", "identical",
    "max_points", "before", "points", "comment",
)  # fmt: skip
_NEEDED = ("key", "points", "comment")
_ANSWER = "a"  # before the key of an entry: it stands for all who gave this answer
_NAMED = 20  # students in a cell
_LONGEST = 10_000  # characters of an answer or a comment


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What was read from a worksheet: marks, and a sentence for each row that changes no report.

    `outdated` rows are marks for an answer that has changed since; such a mark is kept as a proposal.
    """

    given: tuple[tuple[MarkbookEntry, Mark], ...]
    refused: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer to a question, and the entries of all who gave it."""

    result: WrittenResult
    entries: list[MarkbookEntry] = field(default_factory=list)


def write(
    lesson: Lesson,
    grades: Iterable[Grade],
    book: Markbook,
    *,
    anonymous: bool = False,
    shuffled: bool = False,
    each: bool = False,
) -> str:
    """The worksheet as CSV text: question by question, in each like beside like or, `shuffled`, at random.

    An answer that several students gave has one row, unless `each` asks for one a student. The keys of the
    rows are noted in `book`, which has to be kept before the worksheet is used.
    """
    out = io.StringIO()
    columns = [c for c in _COLUMNS if c != "student" or not anonymous]
    table = csv.DictWriter(
        out, columns, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n", extrasaction="ignore"
    )
    table.writeheader()
    for question, answers in _answers(lesson, grades, book, each).items():
        rubric = next(q.rubric for q in lesson.questions if q.name == question)
        table.writerows(_row(answer, rubric, book, each) for answer in _ordered(answers, shuffled))
    return out.getvalue()


def _answers(lesson: Lesson, grades: Iterable[Grade], book: Markbook, each: bool) -> dict[str, list[_Answer]]:
    """The answers to each question of the lesson."""
    found: dict[str, dict[object, _Answer]] = {question.name: {} for question in lesson.questions}
    for grade in grades:
        for result in grade.written:
            if result.status == "answered" and result.name in found:
                entry = book.ask(grade, result)
                same = entry.subject if each else entry.subject[1:]
                found[result.name].setdefault(same, _Answer(result)).entries.append(entry)
    return {question: [*answers.values()] for question, answers in found.items()}


def _ordered(answers: list[_Answer], shuffled: bool) -> list[_Answer]:
    if shuffled:
        return random.SystemRandom().sample(answers, len(answers))
    frequent = sorted(answers, key=lambda answer: -len(answer.entries))
    return [frequent[number] for number in alike.order([answer.result.text for answer in frequent])]


def _row(answer: _Answer, rubric: str, book: Markbook, each: bool) -> dict[str, str | float]:
    result, first = answer.result, answer.entries[0]
    marks = {entry.mark for entry in answer.entries} - {None}
    mark = (marks.pop() if len(marks) == 1 else None) or Mark()
    same = len(answer.entries)
    return {
        "key": first.key if each else f"{_ANSWER}{first.key}",
        "student": _cell(shown((entry.name for entry in answer.entries), _NAMED)),
        "question": _cell("\n".join(filter(None, (result.title, result.prompt)))),
        "rubric": _cell(rubric),
        "answer": _cell(result.text),
        "identical": f"{same} identical answers" if same > 1 else "",
        "max_points": result.max_points,
        "before": _cell(_before(answer, book)),
        "points": "" if mark.points is None else mark.points,
        "comment": _cell(mark.comment),
    }


def _before(answer: _Answer, book: Markbook) -> str:
    """What a person gave for earlier answers, or to some of those who gave this one."""
    marks = {entry.mark for entry in answer.entries}
    if len(marks) > 1:
        said = (f"{e.name} {_points_of(e.mark)}" for e in answer.entries if e.mark is not None)
        return f"given so far: {shown(said, _NAMED)}"
    return next(filter(None, (proposal(book, entry) for entry in answer.entries)), "")


def _points_of(mark: Mark) -> str:
    return "a comment" if mark.points is None else f"{mark.points:g}"


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


def read(data: bytes, lesson: Lesson, grades: Iterable[Grade], book: Markbook) -> Worksheet:
    """The marks in a worksheet that `write` made. UsageError when it is no worksheet."""
    now = {entry.subject: entry for grade in grades for entry in _now(grade, book)}
    keys, same = _known(book, now.values())
    given: dict[Subject, tuple[MarkbookEntry, Mark]] = {}
    refused, outdated, seen = [], [], set[str]()
    for number, row in _table(data):
        key = row["key"].strip()
        entry = keys.get(key.removeprefix(_ANSWER))
        whose = [entry] if entry is not None else []
        if whose and key.startswith(_ANSWER):
            whose = same[whose[0].subject[1:]]
        try:
            mark = _mark(key, entry, row, lesson)
            if key in seen:
                raise ValueError(f"the key {key} stands in more than one row")
        except ValueError as error:
            refused.append(f"{_where(number, row, whose)}: {error}")
            continue
        seen.add(key)
        if mark is None:
            continue
        for one in whose:
            given[one.subject] = one, mark
            if one.subject not in now and one.mark != mark:
                outdated.append(f"{_where(number, row, [one])}: the answer to {one.about} has changed since")
    return Worksheet(tuple(given.values()), tuple(refused), tuple(outdated))


def _now(grade: Grade, book: Markbook) -> list[MarkbookEntry]:
    return [book.about(grade, result) for result in grade.written if result.status == "answered"]


def _known(
    book: Markbook, now: Iterable[MarkbookEntry]
) -> tuple[Mapping[str, MarkbookEntry], Mapping[tuple[str, ...], list[MarkbookEntry]]]:
    """The entries by their keys, and all who gave an answer by that answer."""
    same: dict[tuple[str, ...], dict[Subject, MarkbookEntry]] = {}
    for entry in (*book, *now):
        same.setdefault(entry.subject[1:], {})[entry.subject] = entry
    keys = {entry.key: entry for entry in book if entry.key}
    return keys, {answer: [*entries.values()] for answer, entries in same.items()}


def _where(number: int, row: Mapping[str, str], whose: Sequence[MarkbookEntry]) -> str:
    """The row, and the students whose it is, where that can be told."""
    students = shown((entry.name for entry in whose), _NAMED) or one_line(_said(row.get("student", "")))
    return f"row {number} ({students})" if students else f"row {number}"


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


def _mark(key: str, entry: MarkbookEntry | None, row: Mapping[str, str], lesson: Lesson) -> Mark | None:
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
