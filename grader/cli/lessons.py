"""The commands for whoever writes a lesson, or hands it out."""

import os
from pathlib import Path

import click

from grader import adequacy as adequate
from grader import lint
from grader.box import confine
from grader.bridge import course
from grader.cli import choice
from grader.cli.options import PATH, kit_option, lesson_argument, root_of
from grader.errors import KitError
from grader.lesson import catalog, stubs
from grader.model import Lesson
from grader.release.recordings import recordings
from grader.telling.report import words


@click.command(name="lint")
@lesson_argument
@kit_option
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


@click.command(name="stubs")
@lesson_argument
@kit_option
@click.option("--check", is_flag=True, help="Write nothing; fail when a stub is not what its solution makes.")
def stubs_(lesson: str | None, kit: Path | None, check: bool) -> None:
    """Make the stubs of LESSON from its solutions; of every lesson when none is named."""
    for chosen in _lessons(kit, lesson):
        if check and (drifted := stubs.drift(chosen)):
            raise KitError("; ".join(drifted))
        written = [] if check else stubs.write(chosen)
        click.echo(f"{chosen.name}: {', '.join(written) or 'nothing has changed'}")


@click.command(name="notebook")
@lesson_argument
@click.option("--out", required=True, metavar="COURSE", type=PATH, help="The folder of the nbgrader course.")
@kit_option
def notebook_(lesson: str | None, out: Path, kit: Path | None) -> None:
    """Write LESSON as an nbgrader assignment into the course folder; every lesson when none is named."""
    for chosen in _lessons(kit, lesson):
        changed = course.write(chosen, out, recordings(chosen))
        click.echo(f"{chosen.name}: {words.count(len(changed), 'file')} written in {out}")


@click.command()
@lesson_argument
@click.option("--submission", metavar="DIR", type=PATH, help="Where the files to check are.")
@kit_option
def watch(lesson: str | None, submission: Path | None, kit: Path | None) -> None:
    """Check LESSON again whenever a file is saved; every lesson when none is named. As `pytest --watch`."""
    root = root_of(kit).resolve()
    suites = [str(choice.named(root, lesson).suite)] if lesson else []
    given = [f"--submission={submission.resolve()}"] if submission else []
    os.chdir(root)
    import pytest

    click.get_current_context().exit(int(pytest.main(["--watch", *given, *suites])))


def _lessons(kit: Path | None, name: str | None) -> list[Lesson]:
    root = root_of(kit)
    names = [name] if name else catalog.lesson_names(root)
    if not names:
        raise KitError(f"there is no lesson in {root / 'exercises'}", "name the folder of a kit with --kit")
    return [choice.named(root, name) for name in names]


COMMANDS = (lint_, stubs_, notebook_, watch)
