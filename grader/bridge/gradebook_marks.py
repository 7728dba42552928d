"""What people entered in nbgrader's gradebook, on its way back into the kit's reports."""

from typing import Any

from grader.bridge import gradebook_db
from grader.bridge.assignment import comment_cell
from grader.bridge.course import COURSE_ID
from grader.grading.marks import Mark, Marks
from grader.lesson.cells import answer_id, check_id
from grader.model import Lesson


def read(
    lesson: Lesson, url: str, *, course_id: str = COURSE_ID, wait: float = gradebook_db.WAIT
) -> dict[str, Marks]:
    """Everybody's marks for one lesson, by nbgrader's student id. UsageError when they cannot be read."""
    with gradebook_db.opened(url, course_id, wait) as gradebook:
        from nbgrader.api import Comment, Grade

        students = {
            row.id: row.student.id for row in gradebook.notebook_submissions(lesson.name, lesson.name)
        }
        grades: dict[str, dict[str, Any]] = {student: {} for student in students.values()}
        comments: dict[str, dict[str, Any]] = {student: {} for student in students.values()}
        for table, kept in ((Grade, grades), (Comment, comments)):
            for row in gradebook.db.query(table).filter(table.notebook_id.in_(students)):
                kept[students[row.notebook_id]][row.cell.name] = row
        return {student: _entered(lesson, grades[student], comments[student]) for student in grades}


def _entered(lesson: Lesson, grades: dict[str, Any], comments: dict[str, Any]) -> Marks:
    def mark(score: str, comment: str) -> Mark:
        grade, said = grades.get(score), comments.get(comment)
        words = (said.manual_comment if said is not None else None) or ""
        return (
            Mark(grade.manual_score, words, grade.extra_credit or 0.0, bool(grade.needs_manual_grade))
            if grade is not None
            else Mark(None, words)
        )

    return Marks(
        written={q.name: mark(answer_id(q.name), answer_id(q.name)) for q in lesson.questions},
        exercises={e.name: mark(check_id(e.name), comment_cell(lesson, e)) for e in lesson.exercises},
    )
