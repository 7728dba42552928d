"""Parts of a class, graded on several machines, become one folder of reports.

A report is taken as it is, so the folder is what one machine would have written; only where a person has
marked answers are pages rendered again. Each report takes its place whole and then its line in the journal,
so a merge that was stopped goes on, and one that is done is done.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from grader.grading import batch, changes, classlist, finals, markbook, policies, record, rendering, shards
from grader.grading.batch import Finished
from grader.grading.journal import JournalLine
from grader.grading.markbook import Markbook
from grader.grading.marks import apply
from grader.grading.parts import Part, PartReport, report
from grader.grading.shards import Shard
from grader.grading.shelf import RUN, Shelf
from grader.model import Lesson
from grader.naming import report_folder_name
from grader.policy import NO_POLICY, Policy


def run(lesson: Lesson, parts: Sequence[Part], shelf: Shelf) -> Iterator[Finished]:
    """Put every report of the parts on the shelf, then write the pages of the class.

    Marks that people gave count for the answers that they read, here as after any other grading.
    """
    for part in parts:
        for student in part.share.own:
            shelf.require_free(report_folder_name(student))
    grades = shelf.summaries()
    batch.require_same_lesson(lesson, (grade.lesson for grade in grades.values()), shelf.out)
    books = _marks(shelf, parts).by_student()
    _take_along(shelf, parts)
    policy = policies.kept(shelf.out)
    for part in parts:
        for student in part.share.own:
            if found := report(part, student):
                one = _put(shelf, part, _marked(lesson, found, books, policy))
                grades[report_folder_name(student)] = one.grade
                yield one
    batch.publish(lesson, grades.values(), shelf)
    policies.showed(shelf)


def missing(parts: Sequence[Part], finished: Iterable[Finished]) -> list[str]:
    """A line for each shard that is not there, or not whole: whom it lacks."""
    there = {one.grade.student.id for one in finished}
    places = {part.share.shard: part.path for part in parts}
    lacking: dict[Shard, list[str]] = {}
    for student in set(chain.from_iterable(part.share.students for part in parts)) - there:
        lacking.setdefault(shards.of(student, parts[0].share.shard.count), []).append(student)
    return [_lacks(shard, places.get(shard), lacking[shard]) for shard in sorted(lacking)]


def _lacks(shard: Shard, place: Path | None, students: Iterable[str]) -> str:
    if place is None:
        return f"shard {shard} is missing, and with it: {shards.shown(students)}"
    return f"shard {shard} in {place} is not whole; missing: {shards.shown(students)}"


def _marks(shelf: Shelf, parts: Iterable[Part]) -> Markbook:
    """The marks of the class, with those that were given in a part for what nobody has been asked here."""
    book = finals.opened(shelf, shelf.answers())
    for part in parts:
        book.join(markbook.load(part.path) or ())
    finals.keep(shelf, book)
    return book


def _take_along(shelf: Shelf, parts: Sequence[Part]) -> None:
    """The class list and the rules of the course: each part has those of the whole class, and newer ones."""
    rosters = (classlist.load(part.path) for part in parts)
    if roster := next((found for found in rosters if found.members), None):
        classlist.keep(shelf, roster)
    rules = (policies.kept(part.path) for part in parts)
    policies.adopt(shelf, next((found for found in rules if found != NO_POLICY), None))


def _marked(lesson: Lesson, found: PartReport, books: Mapping[str, Markbook], policy: Policy) -> PartReport:
    if not books:
        return found
    mine = books.get(found.grade.student.id, Markbook())
    final = apply(found.grade, mine.fitting(found.grade), lesson)
    files = {**found.files, **(rendering.pages(final, lesson, policy) if final != found.grade else {})}
    stamp = rendering.stamp(files, mine, found.conditions, policy)
    return replace(found, grade=final, files={**files, RUN: rendering.stamped(files[RUN], stamp)})


def _put(shelf: Shelf, part: Part, found: PartReport) -> Finished:
    """One report, in its place. From there on only summaries of its grade are held."""
    line = _line(part, found)
    before, then = shelf.grade(line.folder), shelf.conditions(line.folder)
    now = record.summary_of(found.grade)
    if before is not None and shelf.holds(line.folder, found.files):
        if line.student not in shelf.journal.lines:
            shelf.journal.add(line)
        return Finished(now, kept=True)
    change = changes.between(before, found.grade, then, found.conditions) if before else None
    if before is None:
        shelf.history.take(line.student, part.history.get(line.student, ()))
    if change:
        shelf.history.add(change)
    shelf.put(line, found.files)
    return Finished(now, kept=False, before=record.summary_of(before) if before else None, change=change)


def _line(part: Part, found: PartReport) -> JournalLine:
    """What the part's journal says, where it came along; else the next run grades the submission again."""
    student = found.grade.student.id
    known = part.lines.get(student)
    return JournalLine(
        student=student,
        folder=report_folder_name(student),
        lesson=found.grade.lesson,
        status=found.grade.status,
        submission=known.submission if known else "",
        conditions=batch.digest(found.conditions),
    )
