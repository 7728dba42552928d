"""Grades → a CSV table that spreadsheets and gradebooks can read."""

import csv
import io
from collections.abc import Iterable

from grader import text
from grader.model import ExerciseResult, Grade, Lesson
from grader.policy import NO_POLICY, Policy, counted, late_by
from grader.roster import NO_LIST, Member, Roster
from grader.telling import story
from grader.telling.report import words
from grader.telling.report.classroom import by_name, cells
from grader.telling.report.course import Course, Learner
from grader.telling.writing import writing

NOTHING = "nothing handed in"
_TEXTS = ("student_id", "student_name", "status", "reason", "trust")
_NUMBERS = ("points", "max_points", "pending_points")
_MORE = (
    "lesson_points",
    "course_points",
    "course_maximum",
    "late",
    "days_late",
    "group",
    "section",
    "next_step",
)
_COURSE = ("student_id", "student_name", *_NUMBERS)
_COURSE_MORE = ("all_points", "course_points", "course_maximum", "group", "section")
_DAY = 86_400.0

_Cell = str | float


def grades_csv(
    grades: Iterable[Grade], lesson: Lesson, roster: Roster = NO_LIST, policy: Policy = NO_POLICY
) -> str:
    """One row a student, sorted by name; a cell is empty where there are no points to give, never 0.

    `max_points` are those of what has been marked, `lesson_points` all there are, the same for everyone.
    `course_points` are what counts by the rules of the course; the record stays as it is.
    """
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    table.writerow([*_TEXTS, *_NUMBERS, *(text.csv_cell(e.name) for e in lesson.exercises), *_MORE])
    known = roster.by_student()
    rows = [(by_name(grade), _row(grade, lesson, known.get(grade.student.id), policy)) for grade in grades]
    rows += [
        ((member.name.casefold(), member.id), _absent(member, lesson, policy)) for member in roster.absent
    ]
    table.writerows(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return out.getvalue()


def _row(grade: Grade, lesson: Lesson, member: Member | None, policy: Policy) -> list[_Cell]:
    got, possible = words.score(grade)
    texts = (grade.student.id, grade.student.name, grade.status, grade.reason or "", grade.trust)
    late, counts = late_by(grade, policy), counted(grade, policy).points
    return [
        *map(text.csv_cell, texts),
        "" if grade.points is None else round(got, 2),
        round(possible, 2),
        round(grade.pending_points, 2),
        *map(_cell, cells(grade, lesson)),
        words.all_points(lesson),
        "" if counts is None else counts,
        words.all_points(lesson, policy),
        "late" if grade.arrival.late else "",
        "" if late is None else round(late / _DAY, 2),
        *_seat(member),
        text.csv_cell(_next(grade, lesson)),
    ]


def _absent(member: Member, lesson: Lesson, policy: Policy) -> list[_Cell]:
    """The row of somebody who handed in nothing. That is no grade of ours, so there are no points in it."""
    who = map(text.csv_cell, (member.id, member.name, NOTHING))
    numbers = [""] * (len(_NUMBERS) + len(lesson.exercises))
    most = words.all_points(lesson), "", words.all_points(lesson, policy)
    return [*who, "", "", *numbers, *most, "", "", *_seat(member), ""]


def _seat(member: Member | None) -> list[_Cell]:
    return [text.csv_cell(member.group), text.csv_cell(member.section)] if member else ["", ""]


def _next(grade: Grade, lesson: Lesson) -> str:
    """What this student does next; "" when all is done, or nobody could tell."""
    if grade.status != "graded":
        return ""
    following = story.next_exercise(grade.exercises, lesson.order)
    if following is not None:
        return following.title
    return "the written answers" if writing(grade.written).lacking else ""


def _cell(result: ExerciseResult | None) -> _Cell:
    return "" if result is None or result.status == "ungraded" else round(result.points, 2)


def course_csv(course: Course) -> str:
    """One row a student: the points of each lesson, and their sum where every lesson has been graded.

    `all_points` are all there are, `course_points` is the sum of what counts by the rules of the course, and
    `course_maximum` what could; the first and the last are the same for everyone.
    """
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    names = [text.csv_cell(lesson.name) for lesson in course.lessons]
    table.writerow([*_COURSE, *names, *_COURSE_MORE])
    rows = [((o.student.name.casefold(), o.student.id), _course_row(o, course)) for o in course.learners]
    rows += [((m.name.casefold(), m.id), _absent_row(m, course)) for m in course.absent]
    table.writerows(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return out.getvalue()


def _course_row(learner: Learner, course: Course) -> list[_Cell]:
    known = [None if r is None or r.status == "ungraded" else r.got for r in learner.results]
    return [
        text.csv_cell(learner.student.id),
        text.csv_cell(learner.student.name),
        round(learner.got, 2) if learner.whole else "",
        round(learner.possible, 2),
        round(learner.pending, 2),
        *("" if points is None else round(points, 2) for points in known),
        course.all_points,
        round(learner.counts, 2) if learner.whole else "",
        course.maximum,
        *_seat(course.seats.get(learner.student.id)),
    ]


def _absent_row(member: Member, course: Course) -> list[_Cell]:
    """Somebody who handed in nothing of any lesson: no grade of ours, so no points."""
    who = map(text.csv_cell, (member.id, member.name))
    empty = [""] * (len(_NUMBERS) + len(course.lessons))
    return [*who, *empty, course.all_points, "", course.maximum, *_seat(member)]
