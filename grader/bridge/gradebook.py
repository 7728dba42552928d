"""Grades ↔ nbgrader's gradebook, through its own `Gradebook` and the tables behind it.

What the kit found goes into automatic scores and comments; what a person entered (manual scores, comments,
extra credit) is never touched. The same grades twice change nothing. Students are written in batches, each in
one transaction: whoever is killed in the middle goes on with the next run.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from grader.bridge import formgrade, gradebook_db
from grader.bridge.assignment import ensure
from grader.bridge.course import COURSE_ID
from grader.bridge.gradebook_rows import StudentRows, Synced, moment
from grader.errors import SubmissionError, UngradedError
from grader.intake import intake
from grader.lesson.cells import answer_id
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
    code: Mapping[str, Mapping[str, str]] | None = None,
    again: Collection[tuple[str, str]] = (),
    course_id: str = COURSE_ID,
    wait: float = gradebook_db.WAIT,
) -> Synced:
    """Write the grades of one lesson into the gradebook at `url`. UsageError when that is not possible.

    Where the gradebook lies in a course folder, its formgrader gets a page for each student, with the files
    in `code`, by student id and name. `again` are answers, by student id and question, that have changed
    since they were marked: such a mark asks to be looked at.
    """
    done = Synced()
    by_id = {nbgrader_id(grade.student): grade for grade in grades}
    course = course_folder(url)
    stamps = {student: _stamp(lesson, grade, course, student) for student, grade in by_id.items()}
    files = {student: (code or {}).get(grade.student.id, {}) for student, grade in by_id.items()}
    pages = formgrade.due(lesson, by_id, course, files, stamps) if course else []
    review = {(page.student, answer_id(question)) for page in pages for question in page.changed}
    review |= {
        (student, answer_id(question))
        for student, grade in by_id.items()
        for who, question in again
        if who == grade.student.id
    }
    with gradebook_db.opened(url, course_id, wait) as gradebook:
        for students in _batches(sorted(by_id)):
            some = {student: by_id[student] for student in students}
            StudentRows(gradebook.db, lesson, ensure(gradebook, lesson), some, stamps).write(done, review)
            gradebook.db.commit()
            gradebook.db.expunge_all()
    formgrade.write(pages)
    return done


def _stamp(lesson: Lesson, grade: Grade, course: Path | None, student: str) -> str:
    """When the work of this grade was handed in, as nbgrader collected it; "" where it has other work.

    nbgrader takes a submission for graded when the gradebook has this very time. What was collected since is
    not what was graded, so its time must not be there.
    """
    if course is None:
        return ""
    folder = f"{student}/{lesson.name}"
    try:
        found = intake.read(intake.Entry(grade.student, course / "submitted", folder), lesson)
        if found.digest != grade.provenance.submission:
            return ""
        stamp = (course / "submitted" / folder / formgrade.STAMP).read_text(encoding="utf-8").strip()
    except (SubmissionError, UngradedError, OSError, ValueError):
        return ""
    return stamp if moment(stamp) is not None else ""


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
