"""The commands that work on reports: they show them anew, and bring in what people decided."""

from collections.abc import Iterable
from pathlib import Path

import click

from grader import text
from grader.bridge import gradebook, gradebook_marks
from grader.cli import choice
from grader.cli.options import (
    PATH,
    gradebook_option,
    kit_option,
    lesson_option,
    reports_in,
    root_of,
    rules_option,
)
from grader.grading import course, finals, policies, renewal, workers
from grader.grading.markbook import Markbook
from grader.grading.renewal import Renewed
from grader.grading.shelf import Shelf
from grader.model import Lesson
from grader.telling.report import words


@click.command(name="report")
@click.argument("reports", type=PATH)
@lesson_option
@kit_option
@rules_option
@gradebook_option
def report_(reports: Path, lesson: str | None, kit: Path | None, rules: Path | None, url: str | None) -> None:
    """Render the pages in REPORTS again from the grade.json of each student, without grading anything.

    With --gradebook, the points and comments that people entered in nbgrader become part of the reports.
    With --course, the reports show what counts under these rules; records stay as they are.
    """
    for place in course.places(reports, lesson):
        _render(place, lesson, kit, rules, url)


def _render(reports: Path, lesson: str | None, kit: Path | None, rules: Path | None, url: str | None) -> None:
    with reports_in(reports, lesson, kit) as shelf:
        chosen = choice.of_reports(root_of(kit), lesson, shelf.lessons())
        every = choice.every(root_of(kit))
        policies.adopt(shelf, policies.read(rules, chosen, every) if rules else None)
        marks = gradebook_marks.read(chosen, url) if url else {}
        book = (
            finals.take_over(shelf, marks, gradebook.nbgrader_id)
            if url
            else finals.opened(shelf, shelf.answers())
        )
        done = renewed(chosen, shelf, book)
    if url:
        click.echo(f"{changed(done)} changed by the marks in the gradebook")
    rendered = words.count(sum(bool(one.files) for one in done), "report")
    click.echo(f"{rendered} rendered again, {len(done)} in all: {reports / 'index.html'}")


def renewed(lesson: Lesson, shelf: Shelf, book: Markbook) -> list[Renewed]:
    """Every report brought in line with the marks, by all cores."""
    return renewal.renew(lesson, shelf, book, lambda: workers.pool(workers.cores()))


def changed(done: Iterable[Renewed]) -> str:
    """How many grades became other ones, in words."""
    return words.count(sum(one.change is not None for one in done), "report")


@click.group(name="gradebook")
def gradebook_() -> None:
    """Work with nbgrader's gradebook."""


@gradebook_.command(name="sync")
@click.argument("reports", type=PATH)
@lesson_option
@kit_option
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
    with reports_in(reports, lesson, kit) as shelf:
        chosen = choice.of_reports(root_of(kit), lesson, shelf.lessons())
        bring(chosen, shelf, url)
        sync(chosen, shelf, url)


def bring(lesson: Lesson, shelf: Shelf, url: str) -> None:
    """Keep what people entered in the gradebook, for the answers that they read, before these change."""
    if lesson.name in shelf.lessons():
        marks = gradebook_marks.read(lesson, url)
        renewed(lesson, shelf, finals.take_over(shelf, marks, gradebook.nbgrader_id))


def sync(lesson: Lesson, shelf: Shelf, url: str) -> None:
    """Write the grades into the gradebook, and say how many were new or have changed."""
    grades = shelf.grades()
    code = {grade.student.id: shelf.handed_in(folder) for folder, grade in grades.items()}
    again = finals.proposals(shelf, grades.values())
    done = gradebook.sync(lesson, grades.values(), url, code=code, again=again)
    click.echo(f"gradebook: {done.added} new, {done.changed} changed, {done.unchanged} as they were")
    if done.ungraded:
        names = ", ".join(text.one_line(student) for student in done.ungraded)
        click.echo(f"without a score, because they could not be graded: {names}")


COMMANDS = (report_, gradebook_)
