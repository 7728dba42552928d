"""What a class page says about a whole class: who has what, and where the class stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.model import CheckStatus, Exercise, ExerciseResult, Grade, Lesson
from grader.roster import NO_LIST, Member, Roster
from grader.telling import story
from grader.telling.report.items import Item, items
from grader.telling.report.overview import Overview, overview
from grader.telling.report.troubles import Trouble, troubles

PART = 200  # rows of one table


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student. `cells` holds a result for each exercise of the lesson, or None if there is none.

    `member` is who that is on the class list, None where there is no list or nobody knows this student.
    """

    grade: Grade
    cells: tuple[ExerciseResult | None, ...]
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class ExerciseStanding:
    """Where the class stands with one exercise. `mean` is in points, None when nobody was graded."""

    exercise: Exercise
    done: int
    partly: int  # not right yet, but with points
    none: int  # no point yet
    mean: float | None


@dataclass(frozen=True, slots=True)
class Classroom:
    """Everything the class page shows. Of `rows` all are shown, of the rest only who has a grade counts."""

    rows: tuple[StudentRow, ...]
    overview: Overview
    troubles: tuple[Trouble, ...]
    standings: tuple[ExerciseStanding, ...]
    items: tuple[tuple[Exercise, tuple[Item, ...]], ...]
    graded: int
    absent: tuple[Member, ...] = ()  # on the class list, and nothing was handed in
    strangers: tuple[Grade, ...] = ()  # handed in, and not on the class list

    @property
    def late(self) -> tuple[StudentRow, ...]:
        """Whose work the learning system calls late."""
        return tuple(row for row in self.rows if row.grade.arrival.late)

    @property
    def parts(self) -> tuple[tuple[StudentRow, ...], ...]:
        """The rows in parts that a browser can show: of a large class all but the first are folded."""
        return tuple(self.rows[at : at + PART] for at in range(0, len(self.rows), PART))

    @property
    def ungraded(self) -> tuple[Grade, ...]:
        return tuple(row.grade for row in self.rows if row.grade.status == "ungraded")

    @property
    def unread(self) -> tuple[Grade, ...]:
        return tuple(row.grade for row in self.rows if row.grade.unread)

    @property
    def statuses(self) -> tuple[CheckStatus, ...]:
        """The states that occur, in the order in which they are always listed."""
        present = {cell.status for row in self.rows for cell in row.cells if cell}
        return tuple(status for status in story.STATES if status in present)


def classroom(grades: Iterable[Grade], lesson: Lesson, roster: Roster = NO_LIST) -> Classroom:
    """The class in the order of the students' names."""
    ordered = sorted(grades, key=by_name)
    known = roster.by_student()
    strangers = {*roster.strangers(g.student.id for g in ordered)}
    graded = [g for g in ordered if g.status == "graded"]
    return Classroom(
        rows=tuple(StudentRow(g, cells(g, lesson), known.get(g.student.id)) for g in ordered),
        overview=overview(graded, lesson),
        troubles=troubles(graded, lesson),
        standings=tuple(_standing(exercise, graded) for exercise in lesson.exercises),
        items=items(graded, lesson),
        graded=len(graded),
        absent=roster.absent,
        strangers=tuple(g for g in ordered if g.student.id in strangers),
    )


def by_name(grade: Grade) -> tuple[str, str]:
    """The sorting key of a class list."""
    return grade.student.name.casefold(), grade.student.id


def cells(grade: Grade, lesson: Lesson) -> tuple[ExerciseResult | None, ...]:
    """The grade's results in the order of the lesson's exercises."""
    found = {e.name: e for e in grade.exercises}
    return tuple(found.get(exercise.name) for exercise in lesson.exercises)


def _standing(exercise: Exercise, graded: Sequence[Grade]) -> ExerciseStanding:
    results = [e for g in graded for e in g.exercises if e.name == exercise.name and e.status != "ungraded"]
    done = sum(e.status == "passed" for e in results)
    none = sum(e.status != "passed" and not e.points for e in results)
    return ExerciseStanding(
        exercise, done, len(results) - done - none, none, _mean([e.points for e in results])
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
