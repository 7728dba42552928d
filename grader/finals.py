"""Marks by people, entered into the reports: grade.json holds them, and so whatever is made from it does."""

from collections.abc import Callable, Mapping

from grader import record
from grader.marks import Marks, apply
from grader.model import Lesson, Student
from grader.shelf import RECORD, Shelf


def enter(
    lesson: Lesson,
    shelf: Shelf,
    marks: Mapping[str, Marks],
    id_of: Callable[[Student], str] = lambda student: student.id,
) -> int:
    """Enter everybody's marks, found by `id_of` the student. Returns how many grades that changed.

    A submission that is graded again loses them with its old report, so enter them again afterwards.
    """
    changed = 0
    for folder, grade in shelf.grades().items():
        final = apply(grade, marks.get(id_of(grade.student), Marks()), lesson)
        if final != grade:
            shelf.write(f"{folder}/{RECORD}", record.dumps(final).decode())
            changed += 1
    return changed
