"""Options that several commands have, and what follows from them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader.box import confine
from grader.errors import UsageError
from grader.grading import course
from grader.grading.shelf import Shelf, is_course
from grader.lesson import catalog

PATH = click.Path(path_type=Path)
kit_option = click.option(
    "--kit", type=PATH, help="The folder that holds exercises/ and tests/  [default: here or above]"
)
lesson_option = click.option(
    "--lesson", help="The lesson  [default: the kit's only one, or the one that the files are of]"
)
lessons_option = click.option(
    "--lesson",
    "lessons",
    multiple=True,
    help="A lesson; may be given several times  [default: those that the files are of]",
)
lesson_argument = click.argument("lesson", required=False)
gradebook_option = click.option(
    "--gradebook", "url", metavar="URL", help="nbgrader's database, e.g. sqlite:///gradebook.db"
)
roster_option = click.option(
    "--roster",
    type=PATH,
    metavar="CSV",
    help="The class list: your learning system's, or one with id, name, email, group, section.",
)
rules_option = click.option(
    "--course",
    "rules",
    type=PATH,
    metavar="TOML",
    help="The rules of your course: days late, other points; see grader/README.md.",
)
unconfined_option = click.option(
    "--allow-unconfined",
    is_flag=True,
    help="Grade even where student code cannot be locked in; reports then say `advisory`.",
)


def confined_here(allow_unconfined: bool) -> bool:
    """Whether boxes will be locked; UnconfinedError when they cannot be and nobody allowed that."""
    if not allow_unconfined:
        confine.require_confinement()
    for what in confine.single_protections():
        said = f"student code is kept from {what} by one lock here; from Linux 6.12 on, two locks do it"
        click.echo(said, err=True)
    return not confine.missing_protections()


@contextmanager
def reports_in(folder: Path, lesson: str | None, kit: Path | None) -> Iterator[Shelf]:
    """The reports of one lesson; UsageError where there are none, or of several lessons and none is named.

    In a course, the pages of all lessons follow what is done to one.
    """
    place = folder / lesson if lesson and is_course(folder) else folder
    course.require_none(place)
    if not any(place.glob("*/grade.json")):
        hint = "name the folder that `grader grade --out` filled"
        raise UsageError(f"there are no reports in {place}", hint)
    with Shelf(place) as shelf:
        yield shelf
    if is_course(place.parent):
        root = root_of(kit)
        course.again([catalog.load(root, name) for name in catalog.lesson_names(root)], place.parent)


_PAGES = ("index.html", "wall.html", "grades.csv", "changes.csv")


def require_ours(out: Path) -> None:
    """UsageError when a page of somebody else's would be written over: no reports were ever put in `out`."""
    theirs = [name for name in _PAGES if os.path.lexists(out / name)]
    if theirs and not is_course(out) and not (out / ".grader").is_dir() and not any(out.glob("*/grade.json")):
        hint = "move it, or choose another --out"
        raise UsageError(f"{out / theirs[0]} is in the way: no reports were ever written there", hint)


def root_of(kit: Path | None) -> Path:
    """The folder of the kit: the one that is named, or the one at or above the current folder."""
    return kit or catalog.find_root(Path.cwd())
