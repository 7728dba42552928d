"""Where each student's submission is. Each student has an id that nobody else has."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from grader.model import ON_TIME, Arrival, Student
from grader.naming import shown

_LONGEST_NAME = 255  # characters, as many as a folder's name may have


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one student's submission is: a folder or zip `inside` the `source`, or some `files` in it."""

    student: Student
    source: Path  # the folder or zip that was searched
    inside: str = ""  # the path in it of the student's own folder or zip; "" when it is all theirs
    files: tuple[tuple[str, str], ...] = ()  # (name, path) of loose files of an LMS, the oldest first
    remarks: tuple[str, ...] = ()
    arrival: Arrival = ON_TIME
    others: tuple[str, ...] = ()  # lessons that are graded in the same run, whose files may lie here too


def told_apart(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, sorted by name and with different ids: `ada/` and `ada.zip` become "ada" and "ada (2)"."""
    return list(_without_twins(sorted(map(_short, entries), key=_by_name)))


def _short(entry: Entry) -> Entry:
    """The entry of somebody whose id and name fit into every report; zips and systems set them no limit."""
    return replace(entry, student=Student(_shortened(entry.student.id), _shortened(entry.student.name)))


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:12]  # two long ids stay two
    return f"{name[:_LONGEST_NAME]}… ({digest})"


def _by_name(entry: Entry) -> tuple[str, str, str]:
    return entry.student.name.casefold(), entry.student.id, entry.inside


def _without_twins(entries: Sequence[Entry]) -> Iterator[Entry]:
    taken = {entry.student.id for entry in entries}
    seen: set[str] = set()
    for entry in entries:
        if entry.student.id not in seen:
            seen.add(entry.student.id)
            yield entry
        else:
            twin = _twin(entry, taken)
            taken.add(twin.student.id)
            yield twin


def _twin(entry: Entry, taken: set[str]) -> Entry:
    name = entry.student.id
    fresh = next(n for k in count(2) if (n := f"{name} ({k})") not in taken)
    remark = f"there is another submission of {shown(name)}"
    return replace(entry, student=replace(entry.student, id=fresh), remarks=(*entry.remarks, remark))
