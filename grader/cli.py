"""The command `grader`. Commands are thin: they read options, call one module, and print.

Exit codes: 0 all is well · 1 below --pass-at · 2 the command or the kit is wrong · 3 a submission has no
grade · 4 student code cannot be locked in here · 130 stopped by Ctrl-C. See `grader.errors`.
"""

import os
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from grader import adequacy as adequate
from grader import (
    batch,
    catalog,
    choice,
    ci,
    confine,
    course,
    finals,
    gradebook,
    gradebook_marks,
    intake,
    lint,
    marking,
    progress,
    stubs,
    text,
    workers,
)
from grader.errors import GraderError, KitError, UngradedError, UsageError
from grader.exports.classroom50 import run as run_of_classroom50
from grader.model import Lesson
from grader.report import words
from grader.shelf import Shelf, require_apart
from grader.wholeness import require_whole

BELOW = 1
INTERRUPTED = 130


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GraderError as error:
            _tell(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def _tell(error: GraderError) -> None:
    for label, said in (("Error", error.message), ("Hint", error.hint)):
        if said:
            click.echo(f"{label}: {text.visible(said)}", err=True)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="learning-loop", prog_name="grader")
def main() -> None:
    """Grade the exercises of a learning-loop kit: safely, and with reasons."""


_PATH = click.Path(path_type=Path)
_kit_option = click.option(
    "--kit", type=_PATH, help="The folder that holds exercises/ and tests/  [default: here or above]"
)
_lesson_option = click.option(
    "--lesson", help="The lesson  [default: the kit's only one, or the one that the files are of]"
)
_lesson_argument = click.argument("lesson", required=False)
_gradebook_option = click.option(
    "--gradebook", "url", metavar="URL", help="nbgrader's database, e.g. sqlite:///gradebook.db"
)
_unconfined_option = click.option(
    "--allow-unconfined",
    is_flag=True,
    help="Grade even where student code cannot be locked in; reports then say `advisory`.",
)


@main.command()
@click.argument("submissions", type=_PATH)
@click.option("--out", required=True, metavar="REPORTS", type=_PATH, help="The folder for reports.")
@_lesson_option
@_kit_option
@click.option("--jobs", type=click.IntRange(1, 256), help="Submissions at a time  [default: one a core]")
@click.option("--fresh", is_flag=True, help="Grade everything again, not only what has changed.")
@_gradebook_option
@_unconfined_option
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
    confined = _confined(allow_unconfined)
    chosen = choice.of_submissions(_root(kit), lesson, submissions)
    require_whole(chosen)
    entries = intake.find(submissions, chosen)
    require_apart(out, submissions)
    count = jobs or workers.cores()
    work = batch.Batch(chosen, entries, lambda: workers.pool(count), 2 * count, confined)
    with Shelf(out) as shelf:
        if fresh:
            shelf.journal.clear()
        if url:
            _bring(chosen, shelf, url)
        finished = _run(work, shelf)
        if url:
            _sync(chosen, shelf, url)
    _close(finished, out)


@main.command(name="lint")
@_lesson_argument
@_kit_option
@click.option("--adequacy", is_flag=True, help="Also grade every wrong model of the lesson; takes minutes.")
def lint_(lesson: str | None, kit: Path | None, adequacy: bool) -> None:
    """Check that the parts of LESSON fit together; of every lesson when none is named.

    Stubs score zero, solutions score full, and every exercise has points, a hint and checks. With --adequacy,
    every wrong model of the lesson costs points in its own exercise only, and is named rightly.
    """
    found = 0
    confined = not confine.missing_protections()
    for chosen in _lessons(kit, lesson):
        problems = lint.problems(chosen, confined=confined)
        if adequacy and not problems:
            report = adequate.run(chosen, confined=confined)
            click.echo(adequate.table(report))
            problems = list(report.problems)
        found += len(problems)
        for problem in problems:
            click.echo(f"{chosen.name}: {problem}")
        if not problems:
            click.echo(f"{chosen.name}: all is well")
    if found:
        raise KitError(f"{words.count(found, 'problem')} found", "each line above says what to do")


@main.command(name="stubs")
@_lesson_argument
@_kit_option
@click.option("--check", is_flag=True, help="Write nothing; fail when a stub is not what its solution makes.")
def stubs_(lesson: str | None, kit: Path | None, check: bool) -> None:
    """Make the stubs of LESSON from its solutions; of every lesson when none is named."""
    for chosen in _lessons(kit, lesson):
        if check and (drifted := stubs.drift(chosen)):
            raise KitError("; ".join(drifted))
        written = [] if check else stubs.write(chosen)
        click.echo(f"{chosen.name}: {', '.join(written) or 'nothing has changed'}")


@main.command(name="ci")
@click.argument("path", type=_PATH)
@_lesson_option
@_kit_option
@click.option(
    "--pass-at",
    type=click.FloatRange(0, 100),
    default=100,
    show_default=True,
    metavar="PERCENT",
    help="Exit with 0 from this share of the points on, else with 1.",
)
@click.option("--junit", type=_PATH, metavar="FILE", help="Write JUnit XML, e.g. for GitLab.")
@click.option("--gradescope", type=_PATH, metavar="FILE", help="Write Gradescope's results.json.")
@click.option(
    "--classroom50",
    type=_PATH,
    metavar="FILE",
    help="Write classroom50's result.json, and release-body.md beside it.",
)
@_unconfined_option
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
    confined = _confined(allow_unconfined)
    chosen = choice.of_submissions(_root(kit), lesson, path)
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
        _exit(BELOW)


@main.command(name="report")
@click.argument("reports", type=_PATH)
@_lesson_option
@_kit_option
@_gradebook_option
def report_(reports: Path, lesson: str | None, kit: Path | None, url: str | None) -> None:
    """Render the pages in REPORTS again from the grade.json of each student, without grading anything.

    With --gradebook, the points and comments that people entered in nbgrader become part of the reports.
    """
    with _shelf(reports) as shelf:
        chosen = choice.of_reports(_root(kit), lesson, shelf.grades().values())
        if url:
            found = gradebook_marks.read(chosen, url)
            changed = finals.enter(chosen, shelf, found, gradebook.nbgrader_id)
            click.echo(f"{words.count(changed, 'report')} changed by the marks in the gradebook")
        finals.settle(chosen, shelf, finals.opened(shelf, shelf.grades().values()))
        count = batch.render_again(chosen, shelf)
    click.echo(f"{words.count(count, 'report')} rendered again: {reports / 'index.html'}")


@main.command(name="notebook")
@_lesson_argument
@click.option("--out", required=True, metavar="COURSE", type=_PATH, help="The folder of the nbgrader course.")
@_kit_option
def notebook_(lesson: str | None, out: Path, kit: Path | None) -> None:
    """Write LESSON as an nbgrader assignment into the course folder; every lesson when none is named."""
    for chosen in _lessons(kit, lesson):
        changed = course.write(chosen, out)
        click.echo(f"{chosen.name}: {words.count(len(changed), 'file')} written in {out}")


@main.group(name="gradebook")
def gradebook_() -> None:
    """Work with nbgrader's gradebook."""


@gradebook_.command(name="sync")
@click.argument("reports", type=_PATH)
@_lesson_option
@_kit_option
@click.option(
    "--gradebook",
    "url",
    metavar="URL",
    default="sqlite:///gradebook.db",
    show_default=True,
    help="The database.",
)
def sync_(reports: Path, lesson: str | None, kit: Path | None, url: str) -> None:
    """Write the grades in REPORTS into nbgrader's gradebook; what people entered there stays.

    Run it again after an interruption, or after grading again: it writes what has changed.
    """
    with _shelf(reports) as shelf:
        chosen = choice.of_reports(_root(kit), lesson, shelf.grades().values())
        _bring(chosen, shelf, url)
        _sync(chosen, shelf, url)


@main.command(name="mark")
@click.argument("reports", type=_PATH)
@_lesson_option
@_kit_option
@click.option("--sheet", type=_PATH, default=Path("marks.csv"), show_default=True, help="The worksheet.")
@click.option("--read", "reading", is_flag=True, help="Enter the marks of the worksheet in the reports.")
@click.option("--anonymous", is_flag=True, help="Leave out who wrote what.")
@click.option("--shuffle", is_flag=True, help="Put the answers to each question in random order.")
def mark_(
    reports: Path,
    lesson: str | None,
    kit: Path | None,
    sheet: Path,
    reading: bool,
    anonymous: bool,
    shuffle: bool,
) -> None:
    """Write a worksheet of all written answers in REPORTS beside their rubric, or read the marks back.

    The worksheet is a CSV: fill in its columns points and comment, save it, and run the command with --read.
    """
    with _shelf(reports) as shelf:
        chosen = choice.of_reports(_root(kit), lesson, shelf.grades().values())
        if reading:
            _enter(chosen, shelf, sheet)
        else:
            catalog.require_rubrics(chosen)
            grades = shelf.grades().values()
            book = finals.opened(shelf, grades)
            page = marking.write(chosen, grades, book, anonymous=anonymous, shuffled=shuffle)
            finals.keep(shelf, book)  # before anybody can fill in the sheet
            marking.save(sheet, page)
            click.echo(f"{words.count(page.count(chr(13)) - 1, 'answer')} to mark: {sheet}")


# --- what several commands do ------------------------------------------------------------------


def _confined(allow_unconfined: bool) -> bool:
    """Whether boxes will be locked; UnconfinedError when they cannot be and nobody allowed that."""
    if not allow_unconfined:
        confine.require_confinement()
    for what in confine.single_protections():
        click.echo(f"older kernel: one lock, not two, keeps student code from {what}", err=True)
    return not confine.missing_protections()


def _root(kit: Path | None) -> Path:
    return kit or catalog.find_root(Path.cwd())


def _lessons(kit: Path | None, name: str | None) -> list[Lesson]:
    root = _root(kit)
    names = [name] if name else catalog.lesson_names(root)
    if not names:
        raise KitError(f"there is no lesson in {root / 'exercises'}", "name the folder of a kit with --kit")
    return [choice.named(root, name) for name in names]


def _shelf(reports: Path) -> Shelf:
    if not any(reports.glob("*/grade.json")):
        raise UsageError(
            f"there are no reports in {reports}", "name the folder that `grader grade --out` filled"
        )
    return Shelf(reports)


def _bring(lesson: Lesson, shelf: Shelf, url: str) -> None:
    """Keep what people entered in the gradebook, for the answers that they read, before these change."""
    if any(grade.lesson == lesson.name for grade in shelf.grades().values()):
        found = gradebook_marks.read(lesson, url)
        if finals.enter(lesson, shelf, found, gradebook.nbgrader_id):
            batch.render_again(lesson, shelf)


def _sync(lesson: Lesson, shelf: Shelf, url: str) -> None:
    grades = shelf.grades()
    code = {grade.student.id: shelf.handed_in(folder) for folder, grade in grades.items()}
    again = finals.proposals(shelf, grades.values())
    done = gradebook.sync(lesson, grades.values(), url, code=code, again=again)
    click.echo(f"gradebook: {done.added} new, {done.changed} changed, {done.unchanged} as they were")
    if done.ungraded:
        names = ", ".join(text.one_line(student) for student in done.ungraded)
        click.echo(f"without a score, because they could not be graded: {names}")


def _enter(lesson: Lesson, shelf: Shelf, sheet: Path) -> None:
    grades = shelf.grades().values()
    book = finals.opened(shelf, grades)
    found = marking.read(marking.load(sheet), lesson, grades, book)
    changed = finals.enter_rows(lesson, shelf, book, found.given)
    batch.render_again(lesson, shelf)
    click.echo(f"{words.count(changed, 'report')} changed by the marks in {sheet}")
    if found.outdated:
        click.echo("\n".join(["kept as proposals for the next worksheet:", *found.outdated]))
    if found.refused:
        raise UsageError(
            "\n".join(["these rows were left out:", *found.refused]), "mend them and read the sheet again"
        )


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
        _exit(UngradedError.exit_code)


def _exit(code: int) -> None:
    click.get_current_context().exit(code)
