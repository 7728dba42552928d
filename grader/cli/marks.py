"""The command with which people give marks: by a worksheet, or points for one exercise of one student."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from grader import text
from grader.cli import choice
from grader.cli.options import PATH, kit_option, lesson_option, reports_in, root_of
from grader.cli.reports import changed, renewed
from grader.errors import UsageError
from grader.grading import finals, marking
from grader.grading.markbook import Markbook
from grader.grading.marks import Mark
from grader.grading.renewal import Renewed
from grader.grading.shelf import Shelf
from grader.lesson import catalog
from grader.model import Lesson


@dataclass(frozen=True, slots=True)
class _Points:
    """What a person gives for one exercise; `points` is None where they take back what was given."""

    student: str
    exercise: str
    points: float | None
    comment: str | None  # None: that of before
    by: str


@click.command(name="mark")
@click.argument("reports", type=PATH)
@lesson_option
@kit_option
@click.option("--sheet", type=PATH, default=Path("marks.csv"), show_default=True, help="The worksheet.")
@click.option("--read", "reading", is_flag=True, help="Enter the marks of the worksheet in the reports.")
@click.option("--anonymous", is_flag=True, help="Leave out who wrote what.")
@click.option("--shuffle", is_flag=True, help="Put the answers to each question in random order.")
@click.option("--each", "alone", is_flag=True, help="A row for each student, also of identical answers.")
@click.option("--student", metavar="ID", help="Give points for an exercise of this student.")
@click.option("--exercise", metavar="NAME", help="The exercise.")
@click.option("--points", type=float, help="The points, in place of those of the checks.")
@click.option("--comment", help="Why; the report shows it. Without it, an older comment of yours stays.")
@click.option("--take-back", is_flag=True, help="Let the points of the checks count again.")
@click.option("--by", default="", metavar="NAME", envvar="GRADER_BY", help="Who gives these marks.")
def mark_(
    reports: Path,
    lesson: str | None,
    kit: Path | None,
    sheet: Path,
    reading: bool,
    anonymous: bool,
    shuffle: bool,
    alone: bool,
    student: str | None,
    exercise: str | None,
    points: float | None,
    comment: str | None,
    take_back: bool,
    by: str,
) -> None:
    """Write a worksheet of all written answers in REPORTS beside their rubric, or read the marks back.

    The worksheet is a CSV: fill in its columns points and comment, save it, and run the command with --read.
    With --student, --exercise and --points, your points for an exercise count in place of the checks'.
    """
    given = _points(student, exercise, points, comment, by, take_back)
    with reports_in(reports, lesson, kit) as shelf:
        chosen = choice.of_reports(root_of(kit), lesson, shelf.lessons())
        book = finals.opened(shelf, shelf.answers())
        if given:
            _give(chosen, shelf, book, given)
        elif reading:
            _enter(chosen, shelf, book, sheet, by)
        else:
            catalog.require_rubrics(chosen)
            how = {"anonymous": anonymous, "shuffled": shuffle, "each": alone}
            page = marking.write(chosen, shelf.answers(), book, **how)
            finals.keep(shelf, book)  # before anybody can fill in the sheet
            marking.save(sheet, page)
            click.echo(f"{_count(page.count(chr(13)) - 1, 'row')} to mark: {sheet}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _points(
    student: str | None,
    exercise: str | None,
    points: float | None,
    comment: str | None,
    by: str,
    take_back: bool,
) -> _Points | None:
    """What the options say about one exercise, if they do. UsageError where something is left out."""
    if student is None and exercise is None and points is None and not take_back:
        return None
    if student is None or exercise is None or (points is None) is not take_back:
        raise UsageError(
            "points are for one exercise of one student",
            "give --student, --exercise and either --points or --take-back",
        )
    return _Points(student, exercise, points, comment, by)


def _give(lesson: Lesson, shelf: Shelf, book: Markbook, given: _Points) -> None:
    mark = Mark(given.points, given.comment or "", by=given.by, at=finals.today())
    checked = finals.give_points(
        shelf,
        book,
        given.student,
        given.exercise,
        None if given.points is None else mark,
        same_comment=given.comment is None,
    )
    renewed(lesson, shelf, book)
    name = f"{text.one_line(given.student)}, {given.exercise}"
    said = "which count again" if given.points is None else f"you gave {given.points:g}"
    click.echo(f"{name}: the checks gave {checked:g}, {said}")


def _enter(lesson: Lesson, shelf: Shelf, book: Markbook, sheet: Path, by: str) -> None:
    found = marking.read(marking.load(sheet), lesson, shelf.answers(), book)
    finals.give(shelf, book, found.given, by)
    done = renewed(lesson, shelf, book)
    click.echo(f"{changed(done)} changed by the marks in {sheet}")
    click.echo(_left(done))
    if found.outdated:
        click.echo("\n".join(["kept as proposals for the next worksheet:", *found.outdated]))
    if found.refused:
        raise UsageError(
            "\n".join(["these rows were left out:", *found.refused]), "mend them and read the sheet again"
        )


def _left(done: Iterable[Renewed]) -> str:
    """How many answers to which questions nobody has marked yet."""
    waiting = Counter(result.name for one in done for result in one.grade.written if result.waits)
    if not waiting:
        return "every answer is marked"
    listed = ", ".join(f"{name} {number:,}" for name, number in waiting.items())
    return f"{_count(waiting.total(), 'answer')} left to mark: {listed}"


COMMANDS = (mark_,)
