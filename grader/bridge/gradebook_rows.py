"""The rows of nbgrader's gradebook for some students: read in a few queries, written where they differ.

nbgrader's own functions read and commit once for every cell of every student; here it is once a batch.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader import text
from grader.bridge.assignment import comment_cell
from grader.given import checked
from grader.lesson.cells import answer_id, check_id
from grader.model import ExerciseResult, Grade, Lesson, Student
from grader.telling.story import story

_UNGRADED = "This submission could not be graded"  # begins the comment that says so
_LONGEST = 600  # characters of what is said about one exercise


@dataclass(slots=True)
class Synced:
    """What a sync did, in students."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    ungraded: list[str] = field(default_factory=list)  # ids of those without a score


# --- what the kit has to say ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CellScores:
    """Automatic scores and comments of one grade, by cell. A score of None waits for a person."""

    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    marks: Mapping[str, tuple[float, str]]  # what people gave here, for cells nobody marked in nbgrader


def said(lesson: Lesson, grade: Grade) -> CellScores:
    scores: dict[str, float | None] = {check_id(e.name): None for e in lesson.exercises}
    scores |= {answer_id(q.name): None for q in lesson.questions}
    comments: dict[str, list[str]] = {comment_cell(lesson, e): [] for e in lesson.exercises}
    if grade.status != "graded":
        next(iter(comments.values())).append(f"{_UNGRADED}: {grade.reason}")
    for result in grade.exercises:
        scores[check_id(result.name)] = checked(result.checks)
        if remark := _remark(result):
            comments[comment_cell(lesson, lesson.exercise(result.name))].append(remark)
    missing = [answer_id(w.name) for w in grade.written if w.status == "missing"]
    scores |= dict.fromkeys(missing, 0.0)
    told = {name: text.markdown("\n".join(said)) or None for name, said in comments.items()}
    told |= {answer_id(q.name): None for q in lesson.questions} | dict.fromkeys(missing, "No response.")
    marked = {answer_id(w.name): (w.points, w.comment) for w in grade.written if w.points is not None}
    marked |= {check_id(e.name): (e.points, "") for e in grade.exercises if e.given is not None}
    return CellScores(scores, told, marked)


def _remark(result: ExerciseResult) -> str:
    """What is wrong with an exercise, in a line."""
    told = story(result)
    if told.told is None:
        return ""
    points = f"{checked(result.checks):g} of {result.max_points:g}"
    why = result.diagnosis.message if result.diagnosis is not None else told.message
    said = text.visible(" ".join(filter(None, (told.headline, why))), _LONGEST)
    return f"{result.name} ({points}), {told.said}: {said}"


# --- one batch of students -----------------------------------------------------------------------


class StudentRows:
    """Some students' rows, read in a few queries, compared, and written where they differ."""

    def __init__(
        self,
        db: Any,
        lesson: Lesson,
        notebook: Any,
        grades: Mapping[str, Grade],
        stamps: Mapping[str, str] | None = None,
    ) -> None:
        from nbgrader import api

        self.stamps = stamps or {}
        self.db, self.api, self.lesson, self.notebook = db, api, lesson, notebook
        self.grades = grades
        self.notebooks = {nb.id: nb for nb in notebook.assignment.notebooks}
        self.students = self._by("id", api.Student, api.Student.id.in_(self.grades))
        submitted = api.SubmittedAssignment
        self.submissions = self._by(
            "student_id",
            submitted,
            submitted.assignment_id == notebook.assignment_id,
            submitted.student_id.in_(self.grades),
        )

    def _by(self, key: str, table: Any, *conditions: Any) -> dict[str, Any]:
        return {getattr(row, key): row for row in self.db.query(table).filter(*conditions)}

    def write(self, done: Synced, review: Container[tuple[str, str]]) -> None:
        """Bring all rows up to date. `review`: (student, cell) of answers that may need another mark."""
        new = [student for student in self.grades if student not in self.submissions]
        for student in new:
            self._add(student)
        self.db.flush()
        rows = self._rows()
        for student, grade in self.grades.items():
            changed = _update(rows[student], said(self.lesson, grade))
            changed |= _ask_again(
                rows[student], [cell for cell in rows[student].grades if (student, cell) in review]
            )
            changed |= _handed_in(self.submissions[student], self.stamps.get(student, ""))
            if grade.status != "graded":
                done.ungraded.append(student)
            if student in new:
                done.added += 1
            elif changed:
                done.changed += 1
            else:
                done.unchanged += 1

    def _add(self, student: str) -> None:
        """A submission that mirrors the assignment, as nbgrader makes one."""
        api = self.api
        if student not in self.students:
            self.db.add(api.Student(id=student, **_names(self.grades[student].student)))
        submission = api.SubmittedAssignment(
            id=api.new_uuid(), assignment_id=self.notebook.assignment_id, student_id=student
        )
        self.submissions[student] = submission
        self.db.add(submission)

    def _notebooks(self) -> dict[str, Any]:
        """The submitted notebooks of all students by id; one that a submission lacks is made."""
        table = self.api.SubmittedNotebook
        submissions = [submission.id for submission in self.submissions.values()]
        found = self._by("id", table, table.assignment_id.in_(submissions))
        known = {(row.assignment_id, row.notebook_id) for row in found.values()}
        for submission in submissions:
            for notebook in self.notebooks:
                if (submission, notebook) not in known:
                    new = table(id=self.api.new_uuid(), notebook_id=notebook, assignment_id=submission)
                    found[new.id] = new
                    self.db.add(new)
        return found

    def _rows(self) -> dict[str, "_Rows"]:
        """Every student's grades and comments in the lesson's notebook; those that are missing are made."""
        api = self.api
        owners = {submission.id: student for student, submission in self.submissions.items()}
        theirs = self._notebooks()
        mine = {n.assignment_id: n for n in theirs.values() if n.notebook_id == self.notebook.id}
        rows = {student: _Rows(mine[row.id]) for student, row in self.submissions.items()}
        for table, kept in ((api.Grade, "grades"), (api.Comment, "comments")):
            known = {(row.notebook_id, row.cell_id): row for row in self._of(table, theirs)}
            for notebook in theirs.values():
                for cell in _cells(self.notebooks[notebook.notebook_id], kept):
                    row = known.get((notebook.id, cell.id))
                    if row is None:
                        row = table(notebook_id=notebook.id, cell_id=cell.id)
                        self.db.add(row)
                    if notebook.notebook_id == self.notebook.id:
                        getattr(rows[owners[notebook.assignment_id]], kept)[cell.name] = row
        return rows

    def _of(self, table: Any, notebooks: Mapping[str, Any]) -> Iterable[Any]:
        found: Iterable[Any] = self.db.query(table).filter(table.notebook_id.in_(notebooks))
        return found


@dataclass(slots=True)
class _Rows:
    """One student's rows of nbgrader's tables: the notebook, and the others by the name of their cell."""

    notebook: Any
    grades: dict[str, Any] = field(default_factory=dict)
    comments: dict[str, Any] = field(default_factory=dict)


def _cells(notebook: Any, kept: str) -> list[Any]:
    """The cells of a notebook that have a grade, or a comment."""
    own = notebook.grade_cells if kept == "grades" else notebook.solution_cells
    return [*own, *notebook.task_cells]


def _names(student: Student) -> dict[str, str]:
    """First and last name, where the name says more than the id; no commas: nbgrader's CSV has no quotes."""
    if student.name == student.id:
        return {}
    last, comma, first = student.name.partition(",")
    if not comma:
        first, _, last = student.name.rpartition(" ")
    tidy = {"first_name": first, "last_name": last}
    return {
        key: text.one_line(name.replace(",", " ").strip(), 100) for key, name in tidy.items() if name.strip()
    }


def _update(rows: _Rows, new: CellScores) -> bool:
    """Bring one student's rows in line with what the kit says; whether anything changed."""
    _flag(rows, new)
    changes = [_score(rows.grades[cell], score) for cell, score in new.scores.items()]
    changes += [_comment(rows.comments[cell], comment) for cell, comment in new.comments.items()]
    changes += [_mark(rows.grades[cell], rows.comments.get(cell), *mark) for cell, mark in new.marks.items()]
    return any(changes)


def _flag(rows: _Rows, new: CellScores) -> None:
    """Flag a submission when it turns out that it cannot be graded, and take our flag off when it was."""
    before, now = (
        any((comment or "").startswith(_UNGRADED) for comment in comments)
        for comments in ((row.auto_comment for row in rows.comments.values()), new.comments.values())
    )
    if before != now:
        rows.notebook.flagged = now


def moment(stamp: str) -> Any:
    """A time as nbgrader reads it from a submission's timestamp.txt; None where it is none."""
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(stamp) if stamp else None
    except (ValueError, OverflowError, TypeError):  # a student may have handed in such a file
        return None


def _handed_in(submission: Any, stamp: str) -> bool:
    """Note when the graded work was handed in: by that nbgrader knows that nothing waits for autograding."""
    when = moment(stamp)
    if when is None or submission.timestamp == when:
        return False
    submission.timestamp = when
    return True


def _score(grade: Any, score: float | None) -> bool:
    if grade.auto_score == score:
        return False
    grade.auto_score = score
    # A mark that was given for other work asks to be looked at again, as after nbgrader's own autograding.
    grade.needs_manual_grade = score is None or grade.manual_score is not None
    return True


def _comment(comment: Any, said: str | None) -> bool:
    changed = bool(comment.auto_comment != said)
    comment.auto_comment = said
    return changed


def _ask_again(rows: _Rows, cells: Iterable[str]) -> bool:
    """The answer in these cells is another one now, so a mark for it asks to be looked at."""
    found = [rows.grades[cell] for cell in cells]
    marked = [g for g in found if g.manual_score is not None and not g.needs_manual_grade]
    for grade in marked:
        grade.needs_manual_grade = True
    return bool(marked)


def _mark(grade: Any, comment: Any, points: float, said: str) -> bool:
    """Enter a mark that was given in the reports, unless somebody has entered one here."""
    if grade.manual_score is not None:
        return False
    grade.manual_score, grade.needs_manual_grade = points, False
    if said and comment is not None and not comment.manual_comment:
        comment.manual_comment = said
    return True
