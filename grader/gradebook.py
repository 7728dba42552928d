"""Grades ↔ nbgrader's gradebook, through its own `Gradebook` and the tables behind it.

What the kit found goes into automatic scores and comments; what a person entered (manual scores, comments,
extra credit) is never touched. The same grades twice change nothing. Students are written in batches, each in
one transaction: whoever is killed in the middle goes on with the next run.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader import formgrade, gradebook_db
from grader.assignment import ensure
from grader.cells import answer_id
from grader.course import COURSE_ID
from grader.gradebook_rows import Batch, Synced
from grader.model import Grade, Lesson, Student
from grader.naming import report_folder_name

BATCH = 100  # students in one transaction
_LONGEST_ID = 128  # characters, as nbgrader's tables have it
_PLAIN = re.compile(r"\w[\w.@+ -]*(?<! )")  # nbgrader makes folders of ids, and a CSV without quotes


def sync(
    lesson: Lesson,
    grades: Iterable[Grade],
    url: str,
    *,
    course_id: str = COURSE_ID,
    wait: float = gradebook_db.WAIT,
) -> Synced:
    """Write the grades of one lesson into the gradebook at `url`. UsageError when that is not possible.

    Where the gradebook lies in a course folder, its formgrader gets a page for each student.
    """
    done = Synced()
    by_id = {nbgrader_id(grade.student): grade for grade in grades}
    course = course_folder(url)
    pages = formgrade.due(lesson, by_id, course) if course else []
    review = {(page.student, answer_id(question)) for page in pages for question in page.changed}
    with gradebook_db.opened(url, course_id, wait) as gradebook:
        for students in _batches(sorted(by_id)):
            some = {student: by_id[student] for student in students}
            Batch(gradebook.db, lesson, ensure(gradebook, lesson), some).write(done, review)
            gradebook.db.commit()
            gradebook.db.expunge_all()
    formgrade.write(pages)
    return done


def course_folder(url: str) -> Path | None:
    """The nbgrader course folder that a SQLite gradebook lies in, if it does."""
    path = Path(url.partition("?")[0].removeprefix("sqlite:///")).resolve()
    is_course = url.startswith("sqlite:///") and (path.parent / "nbgrader_config.py").is_file()
    return path.parent if is_course else None


def _batches(students: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(students), BATCH):
        yield students[start : start + BATCH]


def nbgrader_id(student: Student) -> str:
    """The student's id in nbgrader: their own, unless nbgrader's tables cannot hold it."""
    fits = len(student.id) <= _LONGEST_ID and _PLAIN.fullmatch(student.id)
    return student.id if fits else report_folder_name(student.id)
