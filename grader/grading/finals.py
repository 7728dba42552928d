"""Takes marks by people from where they were given, and keeps them in marks.json; see `markbook`.

From there `grader.grading.renewal` brings them into the reports.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from grader.errors import UsageError
from grader.given import checked
from grader.grading import markbook
from grader.grading.markbook import Markbook, MarkbookEntry
from grader.grading.marks import Mark, Marks
from grader.grading.shelf import Shelf
from grader.model import Grade, Student
from grader.naming import report_folder_name
from grader.text import one_line


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
    book = opened(shelf, shelf.each())
    for grade in shelf.each():
        theirs = marks.get(id_of(grade.student), Marks())
        for kept, results in ((theirs.written, grade.written), (theirs.exercises, grade.exercises)):
            for result in results:
                if result.name in kept:
                    _note(book, book.about(grade, result), kept[result.name])
    keep(shelf, book)
    return book


def _note(book: Markbook, entry: MarkbookEntry, mark: Mark) -> None:
    """What a gradebook holds for an entry. An empty cell takes back only what came from there."""
    old = book.before(entry)
    if entry.part == "exercises":
        _note_points(book, entry, mark)
        return
    if mark.review and entry.mark is None and old is not None and old.mark == mark:
        return  # it waits there for another look: the mark was given for an earlier answer
    if mark != Mark():
        book.give(entry, mark, "gradebook")
    elif entry.source == "gradebook":
        book.give(entry, None, "")


def _note_points(book: Markbook, entry: MarkbookEntry, mark: Mark) -> None:
    """The same for points of an exercise, which outlive other work."""
    known = entry if entry.mark is not None else book.before(entry) or entry
    if mark == Mark():
        book.take_back(entry, "gradebook")
    elif known.mark is not None and (known.mark == mark or _came_from_here(known, mark)):
        if not mark.review and known.source == "gradebook":
            book.give(entry, mark, "gradebook")
    else:
        book.give(entry, mark, "gradebook")


def _came_from_here(known: MarkbookEntry, mark: Mark) -> bool:
    """Whether a gradebook only holds what the reports brought there, without the comment."""
    points = known.mark.points if known.mark is not None else None
    return known.source != "gradebook" and mark == Mark(points)


def give_points(
    shelf: Shelf,
    book: Markbook,
    student: str,
    exercise: str,
    mark: Mark | None,
    *,
    same_comment: bool = False,
) -> float:
    """Keep points that a person gave for an exercise; None takes them back. Returns those of the checks.

    With `same_comment`, what a person said with the points of before stays. UsageError for what cannot be.
    """
    grade = _grade_of(shelf, student)
    result = next((result for result in grade.exercises if result.name == exercise), None)
    if result is None:
        known = ", ".join(result.name for result in grade.exercises)
        raise UsageError(f"there is no exercise {one_line(exercise)}", f"choose one of: {known}")
    entry = book.about(grade, result)
    if mark is None:
        book.take_back(entry)
    elif mark.points is not None and not 0 <= mark.points <= result.max_points:
        raise UsageError(f"{exercise} has 0 to {result.max_points:g} points, and not {mark.points:g}")
    else:
        before = book.fitting(grade).exercises[exercise]
        book.take_back(entry)
        book.give(entry, replace(mark, comment=before.comment) if same_comment else mark, "command")
    keep(shelf, book)
    return checked(result.checks)


def _grade_of(shelf: Shelf, student: str) -> Grade:
    grade = shelf.grade(report_folder_name(student))
    if grade is None or grade.student.id != student:
        hint = "name the id that stands in grades.csv"
        raise UsageError(f"there is no report of {one_line(student)} in {shelf.out}", hint)
    if grade.status != "graded":
        raise UsageError(f"{one_line(student)} has no grade, so there are no points to change", "grade again")
    return grade


def today() -> str:
    """The day, in UTC, for a mark that is given now."""
    return datetime.now(UTC).strftime("%Y-%m-%d")


def give(shelf: Shelf, book: Markbook, given: Iterable[tuple[MarkbookEntry, Mark]], by: str = "") -> None:
    """Keep the marks of a worksheet, and who gave them, where that is known."""
    for entry, mark in given:
        book.give(entry, replace(mark, by=by, at=today()), "worksheet")
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
