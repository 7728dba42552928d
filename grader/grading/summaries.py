"""What a class page needs of every record, in one file, so that a large class need not be read again.

    {"schema": "learning-loop/summaries/1", "code": "…"}
    ["exercise", {"name": "square", …}]                  each value that several students share, once
    ["student", [["ada", [ino, size, …]], ["ada", …]]]   points to them by their numbers

A record that has changed in any way has another stamp from the system, and is read. Whatever is odd about
the file makes all records be read. It holds nothing that they do not hold.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.grading import record, sources
from grader.grading.decoding import decode
from grader.grading.encoding import encode
from grader.model import ON_TIME, Arrival, ExerciseResult, Grade, Provenance, Student, WrittenResult
from grader.naming import report_folder_name

SUMMARIES = "summaries.jsonl"
SCHEMA = "learning-loop/summaries/1"
_SHARED: dict[str, Any] = {
    "exercise": ExerciseResult,
    "written": WrittenResult,
    "provenance": Provenance,
    "arrival": Arrival,
}
_APART = ("student", "exercises", "written", "done", "provenance", "remarks", "arrival")
_PLAIN = [field.name for field in fields(Grade) if field.name not in _APART]

_Stamp = list[int]


class Summaries:
    """Those of the records in the folder `out`."""

    def __init__(self, out: Path, path: Path) -> None:
        self._out = out
        self._path = path
        self._known: dict[str, tuple[_Stamp, Grade]] | None = None

    def each(self, folders: Iterable[str]) -> Iterator[tuple[str, Grade]]:
        """The summary of each record; one that is damaged counts as not there."""
        if self._known is None:
            self._known = _load(self._path)
        for folder in folders:
            with suppress(OSError, UsageError):
                yield folder, self._one(folder, self._known.get(folder))

    def _one(self, folder: str, known: tuple[_Stamp, Grade] | None) -> Grade:
        stamp = self._stamp(folder)
        if known is not None and known[0] == stamp:
            return known[1]
        return record.summary((self._out / folder / record.NAME).read_bytes())

    def _stamp(self, folder: str) -> _Stamp:
        found = (self._out / folder / record.NAME).stat()
        return [found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns]

    def kept(self, grades: Iterable[Grade]) -> "Kept":
        """The file for these, which are all that are there."""
        shared, total, exercises = _Shared(), hashlib.sha256(), hashlib.sha256()
        students = []
        for grade in sorted(grades, key=lambda grade: grade.student.id):
            told, folder = shared.row(grade), report_folder_name(grade.student.id)
            written = json.dumps(told)
            with suppress(OSError):
                where = json.dumps([folder, self._stamp(folder)])
                students.append(f'["student", [{where}, {written}]]')
            total.update(written.encode())
            exercises.update(json.dumps([*told[:2], [shared.digests[n] for n in told[3]]]).encode())
        total.update("\n".join(shared.lines).encode())
        head = json.dumps({"schema": SCHEMA, "code": sources.digest()})
        text = "\n".join([head, *shared.lines, *students, ""])
        return Kept(text, total.hexdigest(), exercises.hexdigest())


@dataclass(frozen=True, slots=True)
class Kept:
    """The text of the file, a digest of all that it says, and one of how everybody did in exercises."""

    text: str
    said: str
    exercises: str


class _Shared:
    """The lines of values that students share, in the order in which they were met."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.digests: list[str] = []
        self._numbers: dict[Any, int] = {}
        self._met: dict[int, tuple[int, Any]] = {}  # by identity: to compare results takes longer

    def row(self, grade: Grade) -> list[Any]:
        """What stands in the line of a student, but for the folder and the stamp."""
        return [
            grade.student.id,
            grade.student.name,
            [getattr(grade, name) for name in _PLAIN],
            [self._number("exercise", result) for result in grade.exercises],
            [self._number("written", result) for result in grade.written],
            self._number("provenance", grade.provenance),
            None if grade.arrival == ON_TIME else self._number("arrival", grade.arrival),
        ]

    def _number(self, kind: str, value: Any) -> int:
        if id(value) not in self._met:
            if value not in self._numbers:
                self._numbers[value] = len(self.lines)
                self.lines.append(line := json.dumps([kind, json.loads(encode(value))]))
                self.digests.append(hashlib.sha256(line.encode()).hexdigest()[:24])
            self._met[id(value)] = self._numbers[value], value  # held, or another could get its place
        return self._met[id(value)][0]


def _load(path: Path) -> dict[str, tuple[_Stamp, Grade]]:
    """All that the file says, by folder; {} where there is none, or one of other code, or a damaged one."""
    try:
        with path.open(encoding="utf-8") as lines:
            if json.loads(next(lines)) != {"schema": SCHEMA, "code": sources.digest()}:
                return {}
            return _read(lines)
    except (OSError, StopIteration, ValueError, TypeError, KeyError, IndexError, UsageError):
        return {}


def _read(lines: Iterable[str]) -> dict[str, tuple[_Stamp, Grade]]:
    shared: list[Any] = []
    found = {}
    for line in lines:
        kind, value = json.loads(line)
        if kind in _SHARED:
            shared.append(decode(_SHARED[kind], value, kind))
        else:
            (folder, stamp), told = value
            found[folder] = stamp, _grade(told, shared)
    return found


def _grade(told: list[Any], shared: list[Any]) -> Grade:
    student, name, plain, exercises, written, provenance, arrival = told
    texts = (sys.intern(value) if type(value) is str else value for value in plain)
    values: Mapping[str, Any] = dict(zip(_PLAIN, texts, strict=True))
    return Grade(
        student=Student(student, name),
        exercises=tuple(shared[number] for number in exercises),
        written=tuple(shared[number] for number in written),
        done=(),
        provenance=shared[provenance],
        arrival=ON_TIME if arrival is None else shared[arrival],
        **values,
    )
