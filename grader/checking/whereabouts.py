"""Where in a student's file to go, where neither an error nor the name of a mistake says it."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from grader.doors.outline import Outline
from grader.model import CheckResult, Exercise
from grader.text import lines as lines_of

_NUMBER = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.])")


def line_of(outline: Outline, exercise: Exercise, told: CheckResult) -> int | None:
    """The line of what a check is about: the answer or the function that it speaks of, else the first one.

    None where there is nothing of the kind in the file.
    """
    said = f"{told.message} {told.title} {told.name}"
    rows = [row for row in outline.rows if row.kind == "constant" and _speaks(said, row.name)]
    if rows:
        inside = outline.inside(rows[-1].name)
        entries = (inside.lines("literal", number) for number in _NUMBER.findall(told.message))
        return next((lines[0] for lines in entries if lines), rows[-1].line)
    spoken = [name for name in exercise.defines if _speaks(said, name)]
    names = [row.name for row in outline.rows if row.kind == "function"]
    alike = [
        name for own in exercise.defines for name in get_close_matches(own, names, 1)
    ]  # if it was renamed
    lines = (outline.line(name) for name in (*spoken, *exercise.defines, *alike))
    return next((line for line in lines if line is not None), None)


def heading(text: str, titles: Collection[str]) -> int | None:
    """The line of the first heading with one of these titles in a file of written answers."""
    lines = lines_of(text)
    return next(
        (n for n, line in enumerate(lines, 1) if line.strip("# \t") in titles and line[:1] == "#"), None
    )


def _speaks(said: str, name: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", said) is not None
