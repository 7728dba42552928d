"""marks.json: the marks that people gave, in one file that grading never writes over.

A mark belongs to a student, a question, and the answer that was read. It counts only for that answer. So it
stays when work is graded again, when code changes, and with another lesson text or kit. For a newer answer it
is a proposal. Points for an exercise belong to the submission and to the points that the checks gave for it;
for others they stay, and ask for another look.

    {"student": "ada", "name": "Ada", "part": "written", "about": "why_reset", "work": "Gradients add up.",
     "points": 0.5, "comment": "and then?", "extra": 0.0, "by": "Dr. Lee", "at": "2026-01-31",
     "source": "worksheet", "key": "k1f0c55a9e2d4"}

Later entries are later decisions. `points` is null where an answer was handed out and nobody marked it yet.
"""

import hashlib
import json
import math
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from grader.errors import UsageError
from grader.given import checked
from grader.grading.marks import Mark, Marks
from grader.model import ExerciseResult, Grade, WrittenResult
from grader.naming import encodable

NAME = "marks.json"
SCHEMA = "learning-loop/marks/1"
_KEY_BYTES = 6
_LONGEST = 20_000  # characters of one text
_LONGEST_WORD = 500
_HINT = "mend it, or take an older copy of it: it holds the marks that people gave, so it is never replaced"

Part = Literal["written", "exercises"]
Subject = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class MarkbookEntry:
    """One piece of work that a person was asked about, and the mark for it, if there is one."""

    student: str  # the id
    name: str
    part: Part
    about: str  # the question or exercise
    work: str  # the answer; of an exercise, what the checks gave to which submission
    mark: Mark | None = None
    source: str = ""  # where the mark was given: worksheet, gradebook or report
    key: str = ""  # of its row in a worksheet; it says nothing about the student

    @property
    def subject(self) -> Subject:
        """What a mark belongs to. White space and the ways to write an accent make no other answer."""
        return self.student, self.part, self.about, _folded(self.work)


class Markbook:
    """All entries, in the order in which they were decided."""

    def __init__(self, entries: Iterable[MarkbookEntry] = ()) -> None:
        self._entries: dict[Subject, MarkbookEntry] = {}
        self._kinds: dict[tuple[str, ...], dict[Subject, MarkbookEntry]] = {}  # the same, by all but the work
        for entry in entries:
            self._put(entry)

    def __iter__(self) -> Iterator[MarkbookEntry]:
        return iter(self._entries.values())

    def _put(self, entry: MarkbookEntry) -> None:
        subject = entry.subject
        self._entries[subject] = self._kinds.setdefault(subject[:3], {})[subject] = entry

    def by_student(self) -> dict[str, "Markbook"]:
        """The entries of each student, by id."""
        theirs: dict[str, list[MarkbookEntry]] = {}
        for entry in self:
            theirs.setdefault(entry.student, []).append(entry)
        return {student: Markbook(entries) for student, entries in theirs.items()}

    def about(self, grade: Grade, result: WrittenResult | ExerciseResult) -> MarkbookEntry:
        """The entry of a result as it is now; a new one, which nobody has decided about, if there is none."""
        fresh = _entry(grade, result)
        return self._entries.get(fresh.subject, fresh)

    def ask(self, grade: Grade, result: WrittenResult) -> MarkbookEntry:
        """The entry of an answer, with a key for its row in a worksheet."""
        entry = self.about(grade, result)
        if not entry.key:
            entry = replace(entry, key=f"k{secrets.token_hex(_KEY_BYTES)}")  # to a spreadsheet, no number
            self._put(entry)
        return entry

    def give(self, entry: MarkbookEntry, mark: Mark | None, source: str) -> None:
        """Decide about an entry; None takes its mark back. The same decision again changes nothing."""
        if entry.mark != mark:
            self._entries.pop(entry.subject, None)  # a later decision stands later
            self._kinds.get(entry.subject[:3], {}).pop(entry.subject, None)
            self._put(replace(entry, mark=mark, source=source))

    def digest(self) -> str:
        """What was decided, in short; "" where nobody has decided anything."""
        decided = [_row(replace(entry, key="")) for entry in _sorted(self) if entry.mark is not None]
        return hashlib.sha256(json.dumps(decided).encode()).hexdigest() if decided else ""

    def join(self, entries: Iterable[MarkbookEntry]) -> None:
        """Take over what another book says of work that this one does not know."""
        for entry in entries:
            if entry.subject not in self._entries:
                self._put(entry)

    def before(self, entry: MarkbookEntry) -> MarkbookEntry | None:
        """The last marked entry about the same question, for other work than this."""
        subject = entry.subject
        alike = reversed(self._kinds.get(subject[:3], {}).items())
        return next((other for at, other in alike if at != subject and other.mark is not None), None)

    def fitting(self, grade: Grade) -> Marks:
        """The marks that count for this grade: of answers, those that were given for these very words.

        Points for an exercise outlive other work and other points of the checks, and ask for another look.
        """

        def marks(results: Iterable[WrittenResult | ExerciseResult]) -> Mapping[str, Mark]:
            return {result.name: self._decided(self.about(grade, result)) for result in results}

        return Marks(marks(grade.written), marks(grade.exercises))

    def _decided(self, entry: MarkbookEntry) -> Mark:
        old = self.before(entry) if entry.part == "exercises" and entry.mark is None else None
        if old is not None and old.mark is not None:
            return replace(old.mark, review=True)
        return entry.mark or Mark()

    def take_back(self, entry: MarkbookEntry, source: str = "") -> None:
        """Take back points for an exercise, for other work too; all of them, or those of one source."""
        for other in [*self._kinds.get(entry.subject[:3], {}).values()]:
            if not source or other.source == source:
                self.give(other, None, "")

    def adopt(self, grades: Iterable[Grade]) -> None:
        """Take over the marks in reports of before there was such a file."""
        for grade in grades:
            for result in grade.written:
                if result.status == "answered" and result.points is not None:
                    self.give(self.about(grade, result), Mark(result.points, result.comment), "report")


def proposal(book: Markbook, entry: MarkbookEntry) -> str:
    """What a person gave for an earlier answer, in words; empty if nobody did, or this one has a mark."""
    old = book.before(entry) if entry.mark is None else None
    if old is None or old.mark is None:
        return ""
    points = "was commented" if old.mark.points is None else f"was {old.mark.points:g}"
    said = f" (“{old.mark.comment}”)" if old.mark.comment else ""
    return f"{points}{said}; the answer has changed"


def _entry(grade: Grade, result: WrittenResult | ExerciseResult) -> MarkbookEntry:
    student = grade.student
    if isinstance(result, WrittenResult):
        return MarkbookEntry(student.id, student.name, "written", result.name, result.text)
    found = f"{checked(result.checks):g} of {result.max_points:g} points, {grade.provenance.submission}"
    return MarkbookEntry(student.id, student.name, "exercises", result.name, found)


def _folded(work: str) -> str:
    return " ".join(map(_composed, _plain(work).split()))


def _composed(word: str) -> str:
    """A word in its usual form, unless it is longer than words are.

    To sort the accents of one letter takes the square of their number, and students may write 20,000.
    """
    return unicodedata.normalize("NFC", word) if len(word) <= _LONGEST_WORD else word


def _plain(text: str) -> str:
    return encodable(text, _LONGEST)


# --- on disk -------------------------------------------------------------------------------------


def load(folder: Path) -> Markbook | None:
    """The marks in a folder of reports; None when nobody has given any. UsageError when they are damaged."""
    path = folder / NAME
    try:
        return loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(f"{path} cannot be read: {error}", _HINT) from None


def loads(data: bytes) -> Markbook:
    """The marks that `dumps` wrote. ValueError, TypeError or KeyError when these are no such bytes."""
    table = json.loads(data)
    if table["schema"] != SCHEMA:
        raise ValueError(f"its schema is not {SCHEMA}")
    return Markbook(_read(row) for row in table["marks"])


def dumps(book: Markbook) -> str:
    """The text of marks.json: by student and question, for a person who looks something up."""
    rows = [_row(entry) for entry in _sorted(book)]
    return f"{json.dumps({'schema': SCHEMA, 'marks': rows}, indent=1, ensure_ascii=False)}\n"


def _sorted(book: Markbook) -> list[MarkbookEntry]:
    return sorted(book, key=lambda entry: entry.subject[:3])  # stable: later stays later


def _row(entry: MarkbookEntry) -> dict[str, Any]:
    mark = entry.mark or Mark()
    texts = {name: _plain(getattr(entry, name)) for name in _TEXTS}
    return {
        **texts,
        "points": mark.points,
        "comment": _plain(mark.comment),
        "extra": mark.extra,
        **{name: _plain(value) for name in _KNOWN if (value := getattr(mark, name))},
        "source": entry.source if entry.mark else "",
        "key": entry.key,
    }


def _read(row: Mapping[str, Any]) -> MarkbookEntry:
    texts = {name: row[name] for name in (*_TEXTS, "source", "key", "comment")}
    known = {name: row.get(name, "") for name in _KNOWN}
    if not all(isinstance(value, str) for value in (*texts.values(), *known.values())):
        raise ValueError("a field that should hold a text holds something else")
    comment = texts.pop("comment")
    points = None if row["points"] is None else float(row["points"])
    mark = Mark(points, comment, float(row["extra"]), **known)
    if not math.isfinite(mark.extra + (points or 0.0)):
        raise ValueError("its points are not all finite numbers")
    return MarkbookEntry(**texts, mark=mark if mark != Mark() else None)


_KNOWN = ("by", "at")  # of a mark, where somebody said so
_TEXTS = ("student", "name", "part", "about", "work")
