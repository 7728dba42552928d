"""Where points go in the sheet of each learning system: which columns take some, and how many.

Facts are from the systems' own importers and exporters. Heads that a system translates are found by a list of
translations, or by what stands beside them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from grader.errors import UsageError
from grader.model import Lesson
from grader.sheet import Sheet
from grader.text import one_line

_CANVAS = re.compile(r"(?P<title>.+) \((?P<id>[0-9]+)\)")
_READ_ONLY = re.compile(r"\(.+\)")  # "(read only)", in the language of the account
_POINTS_POSSIBLE = "Points Possible"
_BRIGHTSPACE = re.compile(
    r"(?P<title>.+) Points Grade(?: <.*?MaxPoints:(?P<most>[0-9.,]+).*>)?", re.IGNORECASE
)
_BLACKBOARD = re.compile(r"(?P<title>.+) \[[^\[\]:]+: (?P<most>[0-9][0-9.,]*) [^\]]*\] ?\|(?P<id>[0-9]+)")
_GRADES = {  # Moodle's word for a grade
    *("grade", "bewertung", "note", "calificación", "valutazione", "voto", "nota", "avaliação", "cijfer"),
    *("beoordeling", "ocena", "betyg", "karakter", "arvosana", "qualificació", "známka", "оценка", "оцінка"),
    *("not", "成绩", "評点", "評定", "성적"),
}
_PLAIN = {"csv": ("points", "grade", "score")}  # what such a column is called in a sheet of one's own
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class PointsColumn:
    """A column that takes points: its place, its names, and the most that the system takes, if it says so."""

    index: int
    head: str
    title: str
    key: str = ""  # the system's own id of it
    most: float | None = None

    def named(self, name: str) -> bool:
        return name.strip().casefold() in {n.casefold() for n in (self.head, self.title, self.key) if n}


def column(system: str, sheet: Sheet, lesson: Lesson, name: str | None) -> PointsColumn:
    """The column for this lesson's points: the one that is named, that has its title, or the only one.

    UsageError, with those there are, when that leaves none or several.
    """
    found = [*COLUMNS[system](sheet)]
    titles = [lesson.title, lesson.name, lesson.name.replace("_", " ")]
    wanted = [name] if name else [*titles, *_PLAIN.get(system, ())]
    fitting = [one for one in found if any(one.named(title) for title in wanted)]
    if not name and not fitting:
        fitting = found
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(one_line(one.title) for one in fitting or found) or "none"
    if not found:
        raise UsageError(
            f"this sheet has no column that takes points in {system}", "is it the one it gave out?"
        )
    wrong = (
        f"no column {one_line(name)} takes points" if name and not fitting else "several columns take points"
    )
    raise UsageError(wrong, f"name one with --column: {known}")


def keeps(system: str, text: str) -> bool:
    """Whether a cell holds a decision of somebody's that is no number, such as Canvas's EX for excused."""
    return system == "canvas" and text.strip() not in ("", "-") and not _NUMBER.fullmatch(text.strip())


def number(text: str) -> float | None:
    """The number in a cell, with a point or a comma; None where there is none."""
    text = text.strip()
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


# --- each system ---------------------------------------------------------------------------------


def _canvas(sheet: Sheet) -> Iterator[PointsColumn]:
    row = next((k for k in range(1, len(sheet.rows)) if sheet.text(k, 0).strip() == _POINTS_POSSIBLE), None)
    for index, head in enumerate(sheet.heads):
        possible = "" if row is None else sheet.text(row, index).strip()
        if (found := _CANVAS.fullmatch(head)) and not _READ_ONLY.fullmatch(possible):
            yield PointsColumn(index, head, found["title"], found["id"], number(possible))


def _moodle(sheet: Sheet) -> Iterator[PointsColumn]:
    """Its head is translated; to its right stands the maximum, the same number in every row."""
    heads = [head.casefold() for head in sheet.heads]
    maxima = {k: most for k in range(1, len(heads)) if (most := _constant(sheet.column(k))) is not None}
    known = [k for k, head in enumerate(heads) if head in _GRADES] or [k - 1 for k in [*maxima][:1]]
    for index in known[:1]:
        yield PointsColumn(index, sheet.heads[index], sheet.heads[index], most=maxima.get(index + 1))


def _constant(cells: list[str]) -> float | None:
    found = {number(cell) for cell in cells}
    return found.pop() if len(found) == 1 else None


def _brightspace(sheet: Sheet) -> Iterator[PointsColumn]:
    for index, head in enumerate(sheet.heads):
        if found := _BRIGHTSPACE.fullmatch(head):
            yield PointsColumn(index, head, found["title"], most=number(found["most"] or ""))


def _blackboard(sheet: Sheet) -> Iterator[PointsColumn]:
    for index, head in enumerate(sheet.heads):
        if found := _BLACKBOARD.fullmatch(head):
            yield PointsColumn(index, head, found["title"], found["id"], number(found["most"]))


def _any(sheet: Sheet) -> Iterator[PointsColumn]:
    yield from (PointsColumn(index, head, head) for index, head in enumerate(sheet.heads))


COLUMNS: Mapping[str, Callable[[Sheet], Iterator[PointsColumn]]] = {
    "canvas": _canvas,
    "moodle": _moodle,
    "brightspace": _brightspace,
    "blackboard": _blackboard,
    "csv": _any,
}
