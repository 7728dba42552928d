"""How a batch shows, whatever it is made from: its progress, where it was stopped, and the closing words."""

from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console

from grader.errors import GraderError, UngradedError
from grader.grading import classlist, progress
from grader.grading.batch import Finished


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


def close(finished: list[Finished], out: Path) -> None:
    """Everybody's points, what a regrade changed, and where to read on; exit code 3 if anybody has none."""
    Console().print(progress.table(one.grade for one in finished))
    _tell_changes(finished)
    if unread := progress.unread(one.grade for one in finished):
        click.echo(unread)
    for line in classlist.words(classlist.load(out), [one.grade.student.id for one in finished]):
        click.echo(line)
    ungraded = sum(one.grade.status != "graded" for one in finished)
    click.echo(f"{len(finished) - ungraded} graded, {ungraded} could not be graded: {out / 'index.html'}")
    if ungraded:
        click.get_current_context().exit(UngradedError.exit_code)


def _tell_changes(finished: list[Finished]) -> None:
    for said in progress.changes(finished):
        Console().print(said)
