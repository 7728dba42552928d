"""The command `grader`. Commands are short: they read options, call one module, and print.

Exit codes: 0 all is well · 1 below --pass-at, or `diff` found a difference · 2 the command or the kit is
wrong · 3 a submission has no grade · 4 student code cannot be locked in here · 130 stopped by Ctrl-C. See
`grader.errors`.
"""

from typing import Any

import click

from grader import text
from grader.cli import diff, exporting, grading, lessons, marks, releases, reports
from grader.errors import GraderError

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


for _command in (
    *grading.COMMANDS,
    *reports.COMMANDS,
    *marks.COMMANDS,
    *diff.COMMANDS,
    *exporting.COMMANDS,
    *lessons.COMMANDS,
    *releases.COMMANDS,
):
    main.add_command(_command)
