"""Takes marks by people from where they were given, and keeps them in marks.json; see `markbook`.

From there `grader.grading.renewal` brings them into the reports.
"""

from collections.abc import Callable, Iterable, Mapping

from grader.grading import markbook
from grader.grading.markbook import Entry, Markbook
from grader.grading.marks import Mark, Marks
from grader.grading.shelf import Shelf
from grader.model import Grade, Student


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


def take_over(
    shelf: Shelf, marks: Mapping[str, Marks], id_of: Callable[[Student], str] = lambda student: student.id
) -> Markbook:
    """Keep everybody's marks from a gradebook, by `id_of` the student. Returns all marks of the class."""
    book = opened(shelf, (grade for _, grade in shelf.each()))
    for _, grade in shelf.each():
        theirs = marks.get(id_of(grade.student), Marks())
        for kept, results in ((theirs.written, grade.written), (theirs.exercises, grade.exercises)):
            for result in results:
                if result.name in kept:
                    _note(book, book.about(grade, result), kept[result.name])
    keep(shelf, book)
    return book


def _note(book: Markbook, entry: Entry, mark: Mark) -> None:
    """What a gradebook holds for an entry. An empty cell takes back only what came from there."""
    old = book.before(entry)
    if mark.review and entry.mark is None and old is not None and old.mark == mark:
        return  # it waits there for another look: the mark was given for an earlier answer
    if mark != Mark():
        book.give(entry, mark, "gradebook")
    elif entry.source == "gradebook":
        book.give(entry, None, "")


def give(shelf: Shelf, book: Markbook, given: Iterable[tuple[Entry, Mark]]) -> None:
    """Keep the marks of a worksheet."""
    for entry, mark in given:
        book.give(entry, mark, "worksheet")
    keep(shelf, book)


def proposals(shelf: Shelf, grades: Iterable[Grade]) -> set[tuple[str, str]]:
    """Whose answer to which question has changed since it was marked, and waits for another mark."""
    book = markbook.load(shelf.out) or Markbook()
    return {
        (grade.student.id, result.name)
        for grade in grades
        for result in grade.written
        if markbook.proposal(book, book.about(grade, result))
    }
