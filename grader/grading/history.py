"""How grades came to be what they are: a JSON line for each grade that became another one.

    {"schema": "learning-loop/history/1", "when": "2026-01-31T08:30", "student": "ada", "name": "Ada",
     "before": 60.0, "now": 55.0, "where": ["square 15 → 10"], "why": ["the submission changed"],
     "start": "4be1…", "end": "90a3…"}

A line is on disk before the new grade takes its place, or a kill in between would lose the reason: the next
run finds the new grade there, and nothing that has changed. If the kill came before the grade was there, the
next run says the same again, which adds no line, or comes to another grade. So a line does not count where
the next one of that student, or the grade that is there now, starts where it did.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grader.grading.changes import Change, standing
from grader.grading.lines import Lines, whole
from grader.model import Grade, Student
from grader.telling.report import words
from grader.telling.report.changed import Changed

SCHEMA = "learning-loop/history/1"
_LONGEST = 300  # characters of one sentence
_MOST = 40  # sentences


class History:
    """The history at `path`, made when missing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = Lines(path)
        self._last = {str(table["student"]): _way(table) for table in _tables(self._lines.found)}

    def add(self, change: Change) -> None:
        """Note a change, and return once that is on disk; nothing where it was the last to be noted."""
        self.add_all([change])

    def add_all(self, changes: Iterable[Change]) -> None:
        """The same of several, each of another student."""
        told, ways = [], {}
        for change in changes:
            student, way = change.now.student.id, (standing(change.before), standing(change.now))
            if self._last.get(student) != way:
                told.append({**_table(change), "start": way[0], "end": way[1]})
                ways[student] = way
        if told:
            self._lines.add("\n".join(map(json.dumps, told)).encode())
            self._last |= ways

    def take(self, student: str, lines: Iterable[bytes]) -> None:
        """Take over what somebody else's history says of a student of whom this one says nothing."""
        if student not in self._last:
            for line in lines:
                self._lines.add(line)
            self._last |= {str(table["student"]): _way(table) for table in _tables(lines)}

    def changes(self, grades: Iterable[Grade]) -> list[Changed]:
        """All that are on record, the latest last. `grades`, or summaries, are those that are there now."""
        since = {grade.student.id: standing(grade) for grade in grades}
        found = []
        for table in reversed([*_tables(whole(self.path.read_bytes()))]):
            start, _ = _way(table)
            if since.get(table["student"]) != start:
                found.append(_changed(table))
            since[table["student"]] = start
        found.reverse()
        return sorted(found, key=lambda change: (change.when, change.student.id))

    def close(self) -> None:
        """Give the file back."""
        self._lines.close()


def read(path: Path) -> Mapping[str, Sequence[bytes]]:
    """The lines of the history of somebody else, by student; {} where there is none."""
    found: dict[str, list[bytes]] = {}
    with suppress(OSError):
        for line in whole(path.read_bytes()):
            for table in _tables([line]):
                found.setdefault(str(table["student"]), []).append(line)
    return found


def _table(change: Change) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "when": _now(),
        "student": change.student.id,
        "name": change.student.name,
        "before": score(change.before),
        "now": score(change.now),
        "where": [said[:_LONGEST] for said in change.where[:_MOST]],
        "why": [said[:_LONGEST] for said in change.why[:_MOST]],
    }


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M")


def score(grade: Grade) -> float | None:
    """Points with the marks so far; None where there is no grade."""
    return round(words.score(grade)[0], 2) if grade.status == "graded" else None


def _tables(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """The lines that say something; one that is damaged costs only itself."""
    for line in lines:
        try:
            table = json.loads(line)
            _way(table), _changed(table)
        except (ValueError, TypeError, KeyError):
            continue
        if table.get("schema") == SCHEMA:
            yield table


def _way(table: Mapping[str, Any]) -> tuple[str, str]:
    return table["start"], table["end"]


def _changed(table: Mapping[str, Any]) -> Changed:
    return Changed(
        when=str(table["when"]),
        student=Student(str(table["student"]), str(table["name"])),
        before=_number(table["before"]),
        now=_number(table["now"]),
        where=tuple(map(str, table["where"])),
        why=tuple(map(str, table["why"])),
    )


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
