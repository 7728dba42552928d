"""Enters marks by people into the reports: into grade.json, and so into every file that is made from it.

Each decision is first kept in marks.json (see `markbook`), and then entered into the reports.
"""

from collections.abc import Callable, Iterable, Mapping

from grader.grading import markbook, record
from grader.grading.markbook import Entry, Markbook
from grader.grading.marks import Mark, Marks, apply
from grader.grading.shelf import RECORD, Shelf
from grader.model import Grade, Lesson, Student


def opened(shelf: Shelf, grades: Iterable[Grade]) -> Markbook:
    """The marks of the class. Where there is no marks.json yet, it is made of what the reports hold."""
    book = markbook.load(shelf.out)
    if book is None:
        book = Markbook()
        book.adopt(grades)
        keep(shelf, book)
    return book


def keep(shelf: Shelf, book: Markbook) -> None:
    """Put the marks on disk, whole."""
    if any(book):
        shelf.write(markbook.NAME, markbook.dumps(book))


def enter(
    lesson: Lesson,
    shelf: Shelf,
    marks: Mapping[str, Marks],
    id_of: Callable[[Student], str] = lambda student: student.id,
) -> int:
    """Enter everybody's marks from a gradebook, by `id_of` the student. Returns how many grades changed."""
    grades = shelf.grades()
    book = opened(shelf, grades.values())
    for grade in grades.values():
        theirs = marks.get(id_of(grade.student), Marks())
        for kept, results in ((theirs.written, grade.written), (theirs.exercises, grade.exercises)):
            for result in results:
                if result.name in kept:
                    _note(book, book.about(grade, result), kept[result.name])
    keep(shelf, book)
    return settle(lesson, shelf, book)


def _note(book: Markbook, entry: Entry, mark: Mark) -> None:
    """What a gradebook holds for an entry. An empty cell takes back only what came from there."""
    old = book.before(entry)
    if mark.review and entry.mark is None and old is not None and old.mark == mark:
        return  # it waits there for another look: the mark was given for an earlier answer
    if mark != Mark():
        book.give(entry, mark, "gradebook")
    elif entry.source == "gradebook":
        book.give(entry, None, "")


def enter_rows(lesson: Lesson, shelf: Shelf, book: Markbook, given: Iterable[tuple[Entry, Mark]]) -> int:
    """Enter the marks of a worksheet. Returns how many grades changed."""
    for entry, mark in given:
        book.give(entry, mark, "worksheet")
    keep(shelf, book)
    return settle(lesson, shelf, book)


def proposals(shelf: Shelf, grades: Iterable[Grade]) -> set[tuple[str, str]]:
    """Whose answer to which question has changed since it was marked, and waits for another mark."""
    book = markbook.load(shelf.out) or Markbook()
    return {
        (grade.student.id, result.name)
        for grade in grades
        for result in grade.written
        if markbook.proposal(book, book.about(grade, result))
    }


def settle(lesson: Lesson, shelf: Shelf, book: Markbook) -> int:
    """Bring every grade.json in line with the marks. Returns how many that changed."""
    changed = 0
    for folder, grade in shelf.grades().items() if any(book) else ():
        final = apply(grade, book.fitting(grade), lesson)
        if final != grade:
            shelf.write(f"{folder}/{RECORD}", record.dumps(final).decode())
            changed += 1
    return changed
