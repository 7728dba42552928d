"""The command that says what is different between two folders of reports."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from grader.cli.options import PATH
from grader.errors import UsageError
from grader.grading import course, difference, progress
from grader.grading.shelf import is_course
from grader.telling import report
from grader.telling.report.changed import Changed

DIFFERENT = 1


@click.command(name="diff")
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option("--csv", "table", type=PATH, metavar="FILE", help="Write the table as a new CSV, too.")
def diff_(old: Path, new: Path, table: Path | None) -> None:
    """Say whose grades are different in the reports NEW than in the reports OLD: where, and why.

    Nothing is graded or changed. The exit code is 0 where nothing is different, else 1. Grade a class with a
    mended check into another folder, and this says whom it concerns.
    """
    found = sorted(_differences(old, new), key=lambda change: change.student.id)
    if table is not None:
        _write(table, report.changes_csv(found))
    if not found:
        click.echo("no difference")
        return
    Console().print(progress.differences(found))
    click.get_current_context().exit(DIFFERENT)


def _differences(old: Path, new: Path) -> Iterator[Changed]:
    """Lesson by lesson, where both are courses of several."""
    if is_course(old) != is_course(new):
        raise UsageError("one holds a course, the other a single lesson", "name the folder of that lesson")
    for place in course.places(old, None):
        other = new if place == old else new / place.name
        yield from difference.between(place, other)


def _write(path: Path, page: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(page)
    except FileExistsError:
        raise UsageError(f"{path} is there already", "move it, or name another file with --csv") from None
    except OSError as error:
        raise UsageError(f"{path} could not be written: {error.strerror}", "name another file") from None


COMMANDS = (diff_,)
