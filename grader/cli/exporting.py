"""The command that brings points and reports back to where the submissions came from."""

from pathlib import Path

import click

from grader import text
from grader.bridge import export, feedback, fresh, systems
from grader.cli import choice
from grader.cli.options import PATH, kit_option, lesson_option, reports_in, root_of
from grader.errors import UsageError
from grader.grading import classlist, policies, shards
from grader.grading.shelf import Shelf
from grader.intake import roster as lists
from grader.roster import Member, matched
from grader.sheet import Sheet

_OURS = Path("points.csv")


@click.command(name="export")
@click.argument("reports", type=PATH)
@click.option(
    "--to", "system", required=True, type=click.Choice([*systems.COLUMNS]), help="Whose sheet it is."
)
@click.option("--sheet", type=PATH, metavar="THEIRS", help="The sheet that the system gave out, as it came.")
@click.option(
    "--column", metavar="NAME", help="The column for the points  [default: the lesson's, or the only one]"
)
@click.option(
    "--out", type=PATH, metavar="FILE", help="The filled-in sheet  [default: THEIRS-filled beside it]"
)
@click.option("--feedback", "packed", type=PATH, metavar="ZIP", help="Also pack all reports, to be uploaded.")
@click.option("--unmarked", is_flag=True, help="Fill in points although written answers wait for a person.")
@lesson_option
@kit_option
def export_(
    reports: Path,
    system: str,
    sheet: Path | None,
    column: str | None,
    out: Path | None,
    packed: Path | None,
    unmarked: bool,
    lesson: str | None,
    kit: Path | None,
) -> None:
    """Fill in the points of REPORTS in the sheet of your learning system, and pack the reports for it.

    Only the cells of the points change. THEIRS stays as it is, and so does every other file that is there.
    With --to csv and no sheet, a new table is written: points.csv, or the file that --out names.
    """
    ours = system == "csv" and sheet is None and (out is not None or packed is None)
    if sheet is None and packed is None and not ours:
        raise UsageError("there is nothing to do", "name their sheet with --sheet, or a zip with --feedback")
    data = _read(sheet) if sheet else None
    target = out or (sheet.with_stem(f"{sheet.stem}-filled") if sheet else _OURS if ours else None)
    for path, option in ((target, "--out"), (packed, "--feedback")):
        if path is not None:
            fresh.require_free(path, option)
    with reports_in(reports, lesson, kit) as shelf:
        grades = shelf.summaries().values()
        chosen = choice.of_reports(root_of(kit), lesson, (grade.lesson for grade in grades))
        work = export.ToExport(
            chosen, grades, classlist.load(shelf.out), policies.kept(shelf.out), waiting=unmarked
        )
        if target is not None and (data is not None or ours):
            done = export.fill(system, data, work, column) if data is not None else export.table(work)
            with fresh.written(target, "--out") as file:
                file.write(done.data)
            click.echo("\n".join([str(target), *(f"  {line}" for line in export.told(done, work))]))
        if packed is not None:
            _pack(packed, system, shelf, work, data)


def _read(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as error:
        raise UsageError(f"{sheet}: {error.strerror}", "name the sheet as the system gave it out") from None


def _pack(path: Path, system: str, shelf: Shelf, work: export.ToExport, data: bytes | None) -> None:
    rows = _rows(data, work) if data is not None else {}
    with fresh.written(path, "--feedback") as file:
        done = feedback.pack(file, system, shelf.out, work.grades, rows)
    click.echo(f"{path}: {done.count} reports")
    for why, names in done.left.items():
        click.echo(f"  {len(names)} {why}: {text.visible(shards.shown(names))}")


def _rows(data: bytes, work: export.ToExport) -> dict[str, Member]:
    people = [*lists.people(Sheet(data)).values()]
    found = matched(people, [grade.student for grade in work.grades], work.roster.by_student())
    return {**found.by_student()}


COMMANDS = (export_,)
