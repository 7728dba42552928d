"""Parts of a class, graded on several machines, become one folder of reports.

A report is taken as it is, so the folder is what one machine would have written; only where a person has
marked answers are pages rendered again. Each report takes its place whole and then its line in the journal,
so a merge that was stopped goes on, and one that is done is done.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from grader.grading import batch, changes, classlist, finals, markbook, shards
from grader.grading.batch import Finished
from grader.grading.job import pages
from grader.grading.journal import Line
from grader.grading.markbook import Markbook
from grader.grading.marks import apply
from grader.grading.parts import Found, Part, report
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf
from grader.model import Grade, Lesson
from grader.naming import report_folder_name


def run(lesson: Lesson, parts: Sequence[Part], shelf: Shelf) -> Iterator[Finished]:
    """Put every report of the parts on the shelf, then write the pages of the class.

    Marks that people gave count for the answers that they read, here as after any other grading.
    """
    for part in parts:
        for student in part.share.own:
            shelf.require_free(report_folder_name(student))
    grades = shelf.grades()
    batch.require_same_lesson(lesson, grades.values(), shelf.out)
    book = _marks(shelf, parts, grades)
    _take_list(shelf, parts)
    for part in parts:
        for student in part.share.own:
            if found := report(part, student):
                one = _put(shelf, _line(part, found), _marked(lesson, found, book), grades)
                grades[report_folder_name(student)] = one.grade
                yield one
    batch.publish(lesson, grades.values(), shelf)


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


def _marks(shelf: Shelf, parts: Iterable[Part], grades: Mapping[str, Grade]) -> Markbook:
    """The marks of the class, with those that were given in a part for what nobody has been asked here."""
    book = finals.opened(shelf, grades.values())
    for part in parts:
        book.join(markbook.load(part.path) or ())
    finals.keep(shelf, book)
    return book


def _take_list(shelf: Shelf, parts: Iterable[Part]) -> None:
    """The class list: each part has that of the whole class, and what the parts say is newer."""
    for part in parts:
        if (roster := classlist.load(part.path)).members:
            classlist.keep(shelf, roster)
            return


def _marked(lesson: Lesson, found: Found, book: Markbook) -> Found:
    if not any(book):
        return found
    final = apply(found.grade, book.fitting(found.grade), lesson)
    if final == found.grade:
        return found
    return replace(found, grade=final, files={**found.files, **pages(final, lesson)})


def _put(shelf: Shelf, line: Line, found: Found, grades: Mapping[str, Grade]) -> Finished:
    before, then = grades.get(line.folder), shelf.conditions(line.folder)
    if before is not None and shelf.holds(line.folder, found.files):
        if line.student not in shelf.journal.lines:
            shelf.journal.add(line)
        return Finished(found.grade, kept=True)
    shelf.put(line, found.files)
    change = changes.between(before, found.grade, then, found.conditions) if before else None
    return Finished(found.grade, kept=False, before=before, change=change)


def _line(part: Part, found: Found) -> Line:
    """What the part's journal says, where it came along; else the next run grades the submission again."""
    student = found.grade.student.id
    known = part.lines.get(student)
    return Line(
        student=student,
        folder=report_folder_name(student),
        lesson=found.grade.lesson,
        status=found.grade.status,
        submission=known.submission if known else "",
        conditions=batch.digest(found.conditions),
    )
