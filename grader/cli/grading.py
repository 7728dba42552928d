"""The commands that grade: a class, or one working tree."""

import os
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from grader import ci
from grader.checking.wholeness import require_whole
from grader.cli import choice
from grader.cli.batches import close, close_course, follow
from grader.cli.options import (
    PATH,
    confined_here,
    gradebook_option,
    kit_option,
    lesson_option,
    lessons_option,
    require_ours,
    root_of,
    roster_option,
    rules_option,
    unconfined_option,
)
from grader.cli.pools import Workplace, opened, workplace_options
from grader.cli.reports import bring, sync
from grader.errors import UngradedError, UsageError
from grader.grading import (
    batch,
    classlist,
    course,
    dispatch,
    merging,
    parts,
    policies,
    renewal,
    shards,
    workers,
)
from grader.grading.batch import Finished
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf, is_course, require_apart
from grader.intake import intake
from grader.intake import roster as lists
from grader.model import Grade, Lesson
from grader.telling.exports.classroom50 import run as run_of_classroom50

BELOW = 1


_KEPT = "finished and kept; the same command goes on from there (without --fresh)"
_MERGED = "merged; the same command goes on from there"


def _shard(_: click.Context, __: click.Parameter, written: str | None) -> Shard | None:
    return shards.parse(written) if written else None


@click.command()
@click.argument("submissions", type=PATH)
@click.option("--out", required=True, metavar="REPORTS", type=PATH, help="The folder for reports.")
@lessons_option
@kit_option
@workplace_options
@click.option("--fresh", is_flag=True, help="Grade everything again, not only what has changed.")
@click.option(
    "--shard", metavar="I/N", callback=_shard, help="Grade only the I-th of N parts; see `grader merge`."
)
@roster_option
@rules_option
@gradebook_option
@unconfined_option
def grade(
    submissions: Path,
    out: Path,
    lessons: tuple[str, ...],
    kit: Path | None,
    workplace: Workplace,
    fresh: bool,
    shard: Shard | None,
    roster: Path | None,
    rules: Path | None,
    url: str | None,
    allow_unconfined: bool,
) -> None:
    """Grade every submission in SUBMISSIONS and write a report for each.

    SUBMISSIONS is a folder or a zip with a folder, a zip or a notebook for each student, as you collected
    them or as Canvas, Moodle, Gradescope, Brightspace, Blackboard or nbgrader gave them to you; or it is one
    submission. If they hold several lessons, each lesson gets a folder in REPORTS, and REPORTS itself the
    pages of the course. Run the same command again to go on after an interruption, or to grade what has
    changed.
    """
    if shard and url:
        raise UsageError("a gradebook takes a whole class", "merge the shards, then `grader gradebook sync`")
    confined = workplace.confined(allow_unconfined)
    chosen = choice.of_class(root_of(kit), lessons, submissions)
    for lesson in chosen:
        require_whole(lesson)
    found = {lesson.name: intake.find(submissions, lesson) for lesson in chosen}
    for name, entries in found.items():
        others = tuple(other for other in found if other != name)
        found[name] = [replace(entry, others=others) for entry in entries]
    members = lists.load(roster) if roster else None
    every = choice.every(root_of(kit))
    policy = {lesson.name: policies.read(rules, lesson, every) if rules else None for lesson in chosen}
    require_apart(out, submissions)
    require_ours(out)

    def one(lesson: Lesson, where: Path) -> Generator[Finished, None, Iterable[Grade]]:
        with opened(workplace, lesson) as (open_pool, width), Shelf(where) as shelf:
            policies.adopt(shelf, policy[lesson.name])
            entries = classlist.seat(shelf, found[lesson.name], members)
            mine = shards.begin(shelf, shard, lesson, entries)
            at_once = dispatch.AT_ONCE if workplace.link is None else 1
            if fresh:
                shelf.journal.clear()
            if url:
                bring(lesson, shelf, url)
            grades = yield from batch.run(
                batch.Batch(lesson, mine, open_pool, width, confined, at_once), shelf
            )
            renewal.show_rules(lesson, shelf, lambda: workers.pool(workers.cores()))
            if url:
                sync(lesson, shelf, url)
        return grades

    total = sum(len(shards.mine(shard, entries)) for entries in found.values())
    if len(chosen) == 1 and not is_course(out):
        close(follow(one(chosen[0], out), total, _KEPT), out, chosen[0].order)
        return
    click.echo(f"lessons: {', '.join(lesson.name for lesson in chosen)}", err=True)
    close_course(follow(course.run(every, chosen, out, one), total, _KEPT), chosen, out)


@click.command()
@click.argument("folders", metavar="SHARD...", nargs=-1, required=True, type=PATH)
@click.option("--out", required=True, metavar="REPORTS", type=PATH, help="The folder for all reports.")
@kit_option
def merge(folders: tuple[Path, ...], out: Path, kit: Path | None) -> None:
    """Put the reports of each SHARD into one folder, as if one machine had graded the class.

    SHARD is a folder that `grader grade --shard` filled. What is missing is named, and comes in when you run
    the command again. Marks that people gave in REPORTS stay.
    """
    names = list(dict.fromkeys(name for folder in folders for name in course.held(folder)))
    if not names:
        finished, missing = _merged(folders, out, kit)
        named = {one.grade.lesson for one in finished}
        close(finished, out, choice.named(root_of(kit), *named).order if named else ())
    else:
        finished, missing = _merged_course(names, folders, out, kit)
    if missing:
        click.get_current_context().exit(UngradedError.exit_code)


def _merged(folders: Sequence[Path], out: Path, kit: Path | None) -> tuple[list[Finished], list[str]]:
    """What was merged of one lesson, and what is missing, which is told."""
    with parts.opened(folders, out) as found:
        chosen = choice.named(root_of(kit), found[0].share.lesson)
        parts.require_same_conditions(found, batch.conditions_of(chosen, confined=True))
        with Shelf(out) as shelf:
            total = sum(len(part.share.own) for part in found)
            finished = follow(merging.run(chosen, found, shelf), total, _MERGED)
        missing = merging.missing(found, finished)
    for line in missing:
        click.echo(line, err=True)
    return finished, missing


def _merged_course(
    names: Sequence[str], folders: Sequence[Path], out: Path, kit: Path | None
) -> tuple[list[Finished], list[str]]:
    """The same of each lesson of a course, and the pages of all."""
    every = choice.every(root_of(kit))
    chosen = course.prepare(every, names, out)
    finished, missing = [], []
    for lesson in chosen:
        places = [folder / lesson.name for folder in folders if (folder / lesson.name).is_dir()]
        done, lacking = _merged(places, out / lesson.name, kit)
        finished += done
        missing += lacking
    course.again(every, out)
    close_course(finished, chosen, out)
    return finished, missing


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
    help="Write classroom50's result.json, and release-body.md and report.html beside it.",
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
