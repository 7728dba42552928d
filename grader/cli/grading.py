"""The commands that grade: a class, or one working tree."""

import os
from pathlib import Path

import click
from rich.console import Console

from grader import ci
from grader.checking.wholeness import require_whole
from grader.cli import choice
from grader.cli.options import (
    PATH,
    confined_here,
    gradebook_option,
    kit_option,
    lesson_option,
    root_of,
    unconfined_option,
)
from grader.cli.reports import bring, sync
from grader.errors import GraderError, UngradedError
from grader.grading import batch, progress, workers
from grader.grading.shelf import Shelf, require_apart
from grader.intake import intake
from grader.telling.exports.classroom50 import run as run_of_classroom50

BELOW = 1


@click.command()
@click.argument("submissions", type=PATH)
@click.option("--out", required=True, metavar="REPORTS", type=PATH, help="The folder for reports.")
@lesson_option
@kit_option
@click.option("--jobs", type=click.IntRange(1, 256), help="Submissions at a time  [default: one a core]")
@click.option("--fresh", is_flag=True, help="Grade everything again, not only what has changed.")
@gradebook_option
@unconfined_option
def grade(
    submissions: Path,
    out: Path,
    lesson: str | None,
    kit: Path | None,
    jobs: int | None,
    fresh: bool,
    url: str | None,
    allow_unconfined: bool,
) -> None:
    """Grade every submission in SUBMISSIONS and write a report for each.

    SUBMISSIONS is a folder or a zip with a folder, a zip or a notebook for each student, as you collected
    them or as Canvas, Moodle, Gradescope or nbgrader gave them to you; or it is one submission. Run the same
    command again to go on after an interruption, or to grade what has changed.
    """
    confined = confined_here(allow_unconfined)
    chosen = choice.of_submissions(root_of(kit), lesson, submissions)
    require_whole(chosen)
    entries = intake.find(submissions, chosen)
    require_apart(out, submissions)
    count = jobs or workers.cores()
    work = batch.Batch(chosen, entries, lambda: workers.pool(count), 2 * count, confined)
    with Shelf(out) as shelf:
        if fresh:
            shelf.journal.clear()
        if url:
            bring(chosen, shelf, url)
        finished = _run(work, shelf)
        if url:
            sync(chosen, shelf, url)
    _close(finished, out)


def _run(work: batch.Batch, shelf: Shelf) -> list[batch.Finished]:
    finished: list[batch.Finished] = []
    try:
        with progress.shown(len(work.entries), Console(stderr=True)) as show:
            for one in batch.run(work, shelf):
                finished.append(one)
                show(one)
    except (KeyboardInterrupt, GraderError) as error:
        if finished or isinstance(error, KeyboardInterrupt):
            _tell_changes(finished)
            click.echo(
                f"\nStopped. {len(finished)} of {len(work.entries)} grades are finished and kept; "
                "the same command goes on from there (without --fresh).",
                err=True,
            )
        raise
    return finished


def _tell_changes(finished: list[batch.Finished]) -> None:
    for said in progress.changes(finished):
        Console().print(said)


def _close(finished: list[batch.Finished], out: Path) -> None:
    """The closing words: everybody's points, what a regrade changed, and where to read on."""
    Console().print(progress.table(one.grade for one in finished))
    _tell_changes(finished)
    if unread := progress.unread(one.grade for one in finished):
        click.echo(unread)
    ungraded = sum(one.grade.status != "graded" for one in finished)
    click.echo(f"{len(finished) - ungraded} graded, {ungraded} could not be graded: {out / 'index.html'}")
    if ungraded:
        click.get_current_context().exit(UngradedError.exit_code)


@click.command(name="ci")
@click.argument("path", type=PATH)
@lesson_option
@kit_option
@click.option(
    "--pass-at",
    type=click.FloatRange(0, 100),
    default=100,
    show_default=True,
    metavar="PERCENT",
    help="Exit with 0 from this share of the points on, else with 1.",
)
@click.option("--junit", type=PATH, metavar="FILE", help="Write JUnit XML, e.g. for GitLab.")
@click.option("--gradescope", type=PATH, metavar="FILE", help="Write Gradescope's results.json.")
@click.option(
    "--classroom50",
    type=PATH,
    metavar="FILE",
    help="Write classroom50's result.json, and release-body.md beside it.",
)
@unconfined_option
def ci_(
    path: Path,
    lesson: str | None,
    kit: Path | None,
    pass_at: float,
    junit: Path | None,
    gradescope: Path | None,
    classroom50: Path | None,
    allow_unconfined: bool,
) -> None:
    """Grade the working tree at PATH, e.g. exercises/, and tell the system that runs this.

    On GitHub that is a summary page and annotations on lines; anywhere, a report in the log.
    """
    confined = confined_here(allow_unconfined)
    chosen = choice.of_submissions(root_of(kit), lesson, path)
    run = run_of_classroom50(os.environ) if classroom50 else {}  # asked first: grading takes a while
    graded = ci.grade(chosen, path, os.environ, confined=confined)
    folder = ci.folder_of(chosen, path, os.environ)
    click.echo(ci.log(graded, chosen, folder, os.environ), nl=False)
    ci.write_summary(graded, chosen, os.environ)
    if junit:
        ci.write_junit(junit, graded, folder)
    if graded.status != "graded":
        raise UngradedError(f"could not be graded, because {graded.reason}")
    if gradescope:
        ci.write_gradescope(gradescope, graded)
    if classroom50:
        ci.write_classroom50(classroom50, graded, chosen, run)
    if not ci.reaches(graded, pass_at):
        click.get_current_context().exit(BELOW)


COMMANDS = (grade, ci_)
