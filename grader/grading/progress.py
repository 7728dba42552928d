"""How a batch shows on the terminal: a bar with the time left, and a table at the end.

Names and reasons are text of unknown origin, so they are made visible, and never read as markup.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from grader import text
from grader.grading.batch import Finished
from grader.grading.changes import Change
from grader.model import Grade, Lesson
from grader.telling.report import words
from grader.telling.report.changed import Changed
from grader.telling.story import next_exercise, story
from grader.telling.writing import writing

_NAME = 30  # characters of an id in a line
_LONGEST = 300  # characters of what changed
_WIDE = 22  # characters that a line of an id or a name has at most, so that reasons have room


@contextmanager
def shown(total: int, console: Console) -> Iterator[Callable[[Finished], None]]:
    """A function that shows one finished grade: a step of the bar on a terminal, else a line."""
    if not console.is_terminal:
        yield _Lines(total, console).show
        return
    columns = (
        TextColumn("Grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("time left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda _: progress.advance(task)


class _Lines:
    """Progress for a log file: a line for each submission."""

    def __init__(self, total: int, console: Console) -> None:
        self.total = total
        self.console = console
        self.count = 0

    def show(self, finished: Finished) -> None:
        self.count += 1
        grade = finished.grade
        name = text.one_line(grade.student.id, _NAME)
        line = f"{self.count}/{self.total} {name}: {_points(grade)}{', unchanged' if finished.kept else ''}"
        self.console.print(Text(line), soft_wrap=True)


def table(grades: Iterable[Grade], order: Sequence[str] = ()) -> Table:
    """The closing table: a row for each student, by id, with the name where that is another word.

    `order` is the lesson's, in which a student goes on.

    Nothing is cut: what does not fit into a line goes on in the next.
    """
    rows = sorted(grades, key=lambda grade: grade.student.id)
    named = any(grade.student.name != grade.student.id for grade in rows)
    found = Table(box=box.SIMPLE_HEAD)
    found.add_column("student", overflow="fold", max_width=_WIDE)
    if named:
        found.add_column("name", overflow="fold", max_width=_WIDE)
    found.add_column("points", justify="right", no_wrap=True)
    found.add_column("next, or why not graded", overflow="fold")
    for grade in rows:
        style = "" if grade.status == "graded" and not grade.unread else "yellow"
        who = (grade.student.id, grade.student.name)[: 1 + named]
        found.add_row(
            *map(Text, (*map(text.one_line, who), _points(grade), _next(grade, order))), style=style
        )
    return found


def course_table(grades: Iterable[Grade], lessons: Sequence[Lesson]) -> Table:
    """The closing table of a course: points by lesson, a row for each student, by id."""
    known: dict[str, dict[str, Grade]] = {}
    for grade in grades:
        known.setdefault(grade.student.id, {})[grade.lesson] = grade
    found = Table(box=box.SIMPLE_HEAD)
    found.add_column("student", overflow="fold", max_width=_WIDE)
    for lesson in lessons:
        found.add_column(lesson.name.replace("_", " "), justify="right")
    for student, of in sorted(known.items()):
        cells = (_short(of.get(lesson.name)) for lesson in lessons)
        found.add_row(*map(Text, (text.one_line(student), *cells)))
    return found


def _short(grade: Grade | None) -> str:
    if grade is None:
        return "–"
    return "not handed in" if grade.unread else _points(grade)


def ungraded(grade: Grade) -> str:
    """Whose submission to which lesson could not be graded, and why."""
    reason = text.one_line(grade.reason or "", text.MESSAGE)
    return f"{text.one_line(grade.student.id)}, {grade.lesson}: {reason}"


def unread(grades: Iterable[Grade]) -> str:
    """The students who have 0 points because nothing could be read; "" if there are none."""
    names = sorted(text.one_line(grade.student.id, _NAME) for grade in grades if grade.unread)
    return f"0 points, because nothing could be read of: {', '.join(names)}" if names else ""


def again(grades: Iterable[Grade]) -> str:
    """Points by people that ask for another look; "" if there are none."""
    found = [
        f"{text.one_line(grade.student.id, _NAME)} {result.name}"
        for grade in grades
        for result in grade.exercises
        if result.given is not None and result.given.again
    ]
    said = "the work, or what the checks gave, has changed since a person gave these points; look again: "
    return f"{said}{', '.join(sorted(found))}" if found else ""


def changes(finished: Iterable[Finished]) -> Iterator[RenderableType]:
    """What a regrade changed: a sentence, and a table old → new where it changed a grade."""
    again = [one for one in finished if one.before is not None]
    changed = sorted((one.change for one in again if one.change), key=lambda change: change.student.id)
    if again:
        number = words.count(len(again), "student")
        yield Text(f"{number} graded again, {words.count(len(changed), 'grade')} changed")
    if changed:
        yield _changes(changed)


def differences(found: Iterable[Changed]) -> Table:
    """The same of two folders of reports."""
    shown = Table("student", "old", "new", "where", "why", box=box.SIMPLE_HEAD)
    for one in found:
        points = ("–" if value is None else words.points(value) for value in (one.before, one.now))
        said = ("\n".join(one.where), "\n".join(one.why))
        cells = (text.one_line(one.student.id, _NAME), *points, *(text.visible(c, _LONGEST) for c in said))
        shown.add_row(*map(Text, cells))
    return shown


def _changes(changed: Iterable[Change]) -> Table:
    found = Table("student", "before", "now", "where", "why", box=box.SIMPLE_HEAD)
    for change in changed:
        said = (*map(_whole, (change.before, change.now)), "\n".join(change.where), "\n".join(change.why))
        shown = (text.visible(cell, _LONGEST) for cell in said)
        found.add_row(Text(text.one_line(change.student.id, _NAME)), *map(Text, shown))
    return found


def _whole(grade: Grade) -> str:
    """The points of the checks, with the written ones and what is still to mark."""
    if grade.status != "graded":
        return _points(grade)
    written = sum(result.points or 0.0 for result in grade.written)
    waiting = sum(result.points is None and result.status == "answered" for result in grade.written)
    got = words.points((grade.points or 0.0) + written)
    return f"{got}, {waiting} to mark" if waiting else got


def _points(grade: Grade) -> str:
    if grade.status != "graded":
        return "not graded"
    got, possible = words.score(grade)
    return f"{words.points(got)} of {words.points(possible)}"


def _next(grade: Grade, order: Sequence[str]) -> str:
    if grade.status != "graded" or grade.unread:
        return text.one_line(grade.reason or "", text.MESSAGE)
    following = next_exercise(grade.exercises, order)
    if following is not None:
        told = story(following)
        return text.one_line(f"{following.name}: {told.mistake or told.said}")
    missing = len(writing(grade.written).lacking)
    return f"{words.count(missing, 'written answer')} missing" if missing else "all done"
