"""When an exercise comes, in the session that a lesson's text describes."""

import re

from grader.lesson.cells import check_id
from grader.model import Lesson

_SIGN = re.compile(r"^## (?P<minutes>\d+[–-]\d+) min\b|^<!-- cells: *(?P<cells>[^>]*?) *-->", re.MULTILINE)


def minutes(lesson: Lesson, exercise: str) -> str:
    """The minutes of the part in which an exercise is begun, as "25–45"; "" where the text does not say."""
    try:
        text = (lesson.stubs / "lesson.md").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
    part = ""
    for sign in _SIGN.finditer(text):
        part = sign["minutes"] or part
        if any(_begins(lesson, exercise, cell) for cell in (sign["cells"] or "").split()):
            return part
    return ""


def _begins(lesson: Lesson, exercise: str, cell: str) -> bool:
    """Is it the cell that checks the exercise, or a part of a file that is this exercise's alone?"""
    file = lesson.exercise(exercise).file
    alone = sum(other.file == file for other in lesson.exercises) == 1
    return cell == check_id(exercise) or (alone and cell.startswith(f"{file.removesuffix('.py')}-"))
