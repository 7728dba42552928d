"""What people read: one page a student, one page a class, one table for the gradebook.

Everything here is a pure function of grades and their lesson, and returns text. A page is a single file. It
loads nothing and runs nothing, and its content policy forbids both. One script is allowed, on the class page:
ours, which sorts and filters the table. All can be read without it. What a template writes is escaped unless
the template says otherwise, so nobody can forget it.
"""

from grader.telling.report.changed import changes_csv
from grader.telling.report.course import ByLesson, Course, Learner, Result, handed_back, joined, results
from grader.telling.report.pages import (
    course_parts,
    html,
    index_parts,
    learner,
    markdown,
    wall_page,
    within_course,
)
from grader.telling.report.table import course_csv, grades_csv

__all__ = [
    "ByLesson",
    "Course",
    "Learner",
    "Result",
    "changes_csv",
    "course_csv",
    "course_parts",
    "grades_csv",
    "handed_back",
    "html",
    "index_parts",
    "joined",
    "learner",
    "markdown",
    "results",
    "wall_page",
    "within_course",
]
