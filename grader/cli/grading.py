"""The commands that grade: a class, or one working tree."""

import os
from pathlib import Path

import click

from grader import ci
from grader.checking.wholeness import require_whole
from grader.cli import choice
from grader.cli.batches import close, follow
from grader.cli.options import (
    PATH,
    confined_here,
    gradebook_option,
    kit_option,
    lesson_option,
    root_of,
    roster_option,
    unconfined_option,
)
from grader.cli.pools import Place, opened, place_options
from grader.cli.reports import bring, sync
from grader.errors import UngradedError, UsageError
from grader.grading import batch, classlist, dispatch, merging, parts, shards
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf, require_apart
from grader.intake import intake
from grader.intake import roster as lists
from grader.telling.exports.classroom50 import run as run_of_classroom50

BELOW = 1


_KEPT = "finished and kept; the same command goes on from there (without --fresh)"
_MERGED = "merged; the same command goes on from there"


def _shard(_: click.Context, __: click.Parameter, written: str | None) -> Shard | None:
    return shards.parse(written) if written else None


@click.command()
@click.argument("submissions", type=PATH)
@click.option("--out", required=True, metavar="REPORTS", type=PATH, help="The folder for reports.")
@lesson_option
@kit_option
@place_options
@click.option("--fresh", is_flag=True, help="Grade everything again, not only what has changed.")
@click.option(
    "--shard", metavar="I/N", callback=_shard, help="Grade only the I-th of N parts; see `grader merge`."
)
@roster_option
@gradebook_option
@unconfined_option
def grade(
    submissions: Path,
    out: Path,
    lesson: str | None,
    kit: Path | None,
    place: Place,
    fresh: bool,
    shard: Shard | None,
    roster: Path | None,
    url: str | None,
    allow_unconfined: bool,
) -> None:
    """Grade every submission in SUBMISSIONS and write a report for each.

    SUBMISSIONS is a folder or a zip with a folder, a zip or a notebook for each student, as you collected
    them or as Canvas, Moodle, Gradescope or nbgrader gave them to you; or it is one submission. Run the same
    command again to go on after an interruption, or to grade what has changed.
    """
    if shard and url:
        raise UsageError("a gradebook takes a whole class", "merge the shards, then `grader gradebook sync`")
    confined = place.confined(allow_unconfined)
    chosen = choice.of_submissions(root_of(kit), lesson, submissions)
    require_whole(chosen)
    members = lists.load(roster) if roster else None
    found = intake.find(submissions, chosen)
    require_apart(out, submissions)
    with opened(place, chosen) as (open_pool, width), Shelf(out) as shelf:
        entries = classlist.seat(shelf, found, members)
        mine = shards.begin(shelf, shard, chosen, entries)
        at_once = dispatch.AT_ONCE if place.link is None else 1
        work = batch.Batch(chosen, mine, open_pool, width, confined, at_once)
        if fresh:
            shelf.journal.clear()
        if url:
            bring(chosen, shelf, url)
        finished = follow(batch.run(work, shelf), len(work.entries), _KEPT)
        if url:
            sync(chosen, shelf, url)
    close(finished, out)


@click.command()
@click.argument("folders", metavar="SHARD...", nargs=-1, required=True, type=PATH)
@click.option("--out", required=True, metavar="REPORTS", type=PATH, help="The folder for all reports.")
@kit_option
def merge(folders: tuple[Path, ...], out: Path, kit: Path | None) -> None:
    """Put the reports of each SHARD into one folder, as if one machine had graded the class.

    SHARD is a folder that `grader grade --shard` filled. What is missing is named, and comes in when you run
    the command again. Marks that people gave in REPORTS stay.
    """
    with parts.opened(folders, out) as found:
        chosen = choice.named(root_of(kit), found[0].share.lesson)
        parts.require_same_conditions(found, batch.conditions_of(chosen, confined=True))
        with Shelf(out) as shelf:
            total = sum(len(part.share.own) for part in found)
            finished = follow(merging.run(chosen, found, shelf), total, _MERGED)
        missing = merging.missing(found, finished)
    for line in missing:
        click.echo(line, err=True)
    close(finished, out)
    if missing:
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

    If PATH holds several lessons, the first that is not finished is reported. On GitHub there is a summary
    page with annotations on lines; anywhere there is a report in the log.
    """
    confined = confined_here(allow_unconfined)
    lessons = choice.of_tree(root_of(kit), lesson, path)
    run = run_of_classroom50(os.environ) if classroom50 else {}  # asked first: grading takes a while
    (*done, graded), chosen = ci.current(lessons, path, os.environ, confined=confined)
    for earlier in done:
        click.echo(ci.finished(earlier))
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


COMMANDS = (grade, merge, ci_)
