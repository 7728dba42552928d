"""How a batch shows, whatever it is made from: its progress, where it was stopped, and the closing words."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from rich.console import Console

from grader.errors import GraderError, UngradedError
from grader.grading import classlist, progress
from grader.grading.batch import Finished
from grader.model import Lesson
from grader.telling.report import words


def follow(batch: Iterable[Finished], total: int, kept: str) -> list[Finished]:
    """Show each grade as it comes, and return all. `kept` ends the sentence on those there are at a stop."""
    finished: list[Finished] = []
    try:
        with progress.shown(total, Console(stderr=True)) as show:
            for one in batch:
                finished.append(one)
                show(one)
    except (KeyboardInterrupt, GraderError) as error:
        if finished or isinstance(error, KeyboardInterrupt):
            _tell_changes(finished)
            click.echo(f"\nStopped. {len(finished)} of {total} grades are {kept}.", err=True)
        raise
    return finished


def close(finished: list[Finished], out: Path, order: Sequence[str]) -> None:
    """Everybody's points, what a regrade changed, and where to read on; exit code 3 if anybody has none."""
    Console().print(progress.table((one.grade for one in finished), order))
    _tell_changes(finished)
    if unread := progress.unread(one.grade for one in finished):
        click.echo(unread)
    for line in classlist.words(classlist.load(out), [one.grade.student.id for one in finished]):
        click.echo(line)
    if again := progress.again(one.grade for one in finished):
        click.echo(again)
    ungraded = sum(one.grade.status != "graded" for one in finished)
    click.echo(f"{len(finished) - ungraded} graded, {ungraded} could not be graded: {out / 'index.html'}")
    if ungraded:
        click.get_current_context().exit(UngradedError.exit_code)


def close_course(finished: Sequence[Finished], lessons: Sequence[Lesson], out: Path) -> None:
    """The same of a course: a row for each student, with the points of each lesson."""
    grades = [one.grade for one in finished]
    Console().print(progress.course_table(grades, lessons))
    _tell_changes(finished)
    for lesson in lessons:
        here = [grade.student.id for grade in grades if grade.lesson == lesson.name]
        for line in classlist.words(classlist.load(out / lesson.name), here):
            click.echo(f"{lesson.name}: {line}")
    lacking = [grade for grade in grades if grade.status != "graded"]
    for grade in lacking:
        click.echo(f"not graded: {progress.ungraded(grade)}")
    students = words.count(len({grade.student.id for grade in grades}), "student")
    done = (
        f"{words.count(len(lessons), 'lesson')} of {students} graded"
        if not lacking
        else (f"{len(grades) - len(lacking)} graded, {len(lacking)} could not be graded")
    )
    click.echo(f"{done}: {out / 'index.html'}")
    if lacking:
        click.get_current_context().exit(UngradedError.exit_code)


def _tell_changes(finished: Sequence[Finished]) -> None:
    for said in progress.changes(finished):
        Console().print(said)
