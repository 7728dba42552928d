"""Reports in line with the marks that people gave, and rendered again where they are not as they should be.

Many processes look and render, and only this one writes. A report is replaced in one step, record and pages
together, so whoever is stopped in the middle goes on with the same command.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from grader.errors import UsageError
from grader.grading import batch, changes, finals, policies, record, rendering
from grader.grading.changes import Change, Conditions
from grader.grading.dispatch import OpenPool, Pool
from grader.grading.markbook import Markbook
from grader.grading.marks import apply
from grader.grading.rendering import PAGES
from grader.grading.shelf import RECORD, RUN, Shelf
from grader.model import Grade, Lesson
from grader.naming import report_folder_name
from grader.policy import NO_POLICY, Policy

_AT_ONCE = 16  # reports in one job
_FEW = 64  # reports for which no pool is worth its start
_WAITING = 4  # jobs that are done or under way: what they return is large


@dataclass(frozen=True, slots=True)
class Renewed:
    """One report as it should be. `files` are those that have to be replaced, with what belongs there."""

    folder: str
    grade: Grade  # a summary
    files: Mapping[str, bytes]
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class KeptReport:
    """One report to look at. `marks` is None where nobody has marked anybody."""

    lesson: Lesson
    place: Path
    marks: Markbook | None
    conditions: Conditions
    policy: Policy = NO_POLICY


def renew(lesson: Lesson, shelf: Shelf, book: Markbook, open_pool: OpenPool | None = None) -> list[Renewed]:
    """Renew every report on the shelf, and then the pages of the class.

    Returns what became of each, without the contents of files. UsageError when one is of another lesson.
    """
    known = shelf.summaries()
    batch.require_same_lesson(lesson, (grade.lesson for grade in known.values()), shelf.out)
    done, left = [], []
    for report in _reports(lesson, shelf, book, known):
        if _stands(report, _files(report)):
            done.append(Renewed(report.place.name, known[report.place.name], {}))
        else:
            left.append(report)
    for some in _looked_at(left, open_pool):
        shelf.history.add_all(one.change for one in some if one.change)
        shelf.amend({one.folder: one.files for one in some if one.files})
        done += [Renewed(one.folder, one.grade, dict.fromkeys(one.files, b""), one.change) for one in some]
    batch.publish(lesson, (one.grade for one in done), shelf)
    policies.showed(shelf)
    return done


def show_rules(lesson: Lesson, shelf: Shelf, open_pool: OpenPool | None = None) -> None:
    """Let reports tell what new rules of the course make of them, where they do not do so yet."""
    if not policies.are_shown(shelf.out):
        renew(lesson, shelf, finals.opened(shelf, shelf.answers()), open_pool)


def _reports(lesson: Lesson, shelf: Shelf, book: Markbook, folders: Iterable[str]) -> list[KeptReport]:
    conditions, policy = batch.conditions_of(lesson, confined=True), policies.kept(shelf.out)
    books = book.by_student()
    whose = {report_folder_name(student): mine for student, mine in books.items()}
    return [
        KeptReport(
            lesson, shelf.out / folder, whose.get(folder, Markbook()) if books else None, conditions, policy
        )
        for folder in folders
    ]


def _looked_at(reports: Sequence[KeptReport], open_pool: OpenPool | None) -> Iterator[list[Renewed]]:
    parts = [reports[at : at + _AT_ONCE] for at in range(0, len(reports), _AT_ONCE)]
    if open_pool is None or len(reports) <= _FEW:
        yield from map(look, parts)
        return
    with open_pool() as pool:
        yield from _in_turn(pool, parts)


def _in_turn(pool: Pool, parts: Iterable[Sequence[KeptReport]]) -> Iterator[list[Renewed]]:
    """What the jobs return, in their order, with only a few of them under way at a time."""
    left = iter(parts)
    waiting = deque[Future[list[Renewed]]](pool.submit(look, part) for part in islice(left, _WAITING))
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(pool.submit(look, part) for part in islice(left, 1))  # before this one is written
        yield done


def look(reports: Iterable[KeptReport]) -> list[Renewed]:
    """How each of these reports should be; those with a damaged record are left out."""
    return [found for report in reports if (found := _look(report))]


def _look(report: KeptReport) -> Renewed | None:
    found = _files(report)
    try:
        return _made_again(report, record.loads(found[RECORD]), found)
    except UsageError:
        return None


def _files(report: KeptReport) -> dict[str, bytes]:
    return {name: _read(report.place / name) for name in (*PAGES, RUN)}


def _stands(report: KeptReport, files: Mapping[str, bytes]) -> bool:
    """Whether the report is as it should be. To ask a worker would take longer than to look."""
    stamp = rendering.stamp(files, report.marks, report.conditions, report.policy)
    return rendering.has_stamp(files[RUN], stamp)


def _made_again(report: KeptReport, before: Grade, found: Mapping[str, bytes]) -> Renewed:
    now = before if report.marks is None else apply(before, report.marks.fitting(before), report.lesson)
    pages = rendering.pages(now, report.lesson, report.policy)
    stamp = rendering.stamp(pages, report.marks, report.conditions, report.policy)
    files = {**pages, RUN: rendering.stamped(found[RUN], stamp)}
    return Renewed(
        report.place.name,
        record.summary_of(now),
        {name: data for name, data in files.items() if data != found[name]},
        changes.by_marks(before, now),
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
