"""A notebook that was handed in → the lesson's files. Nothing is executed, and nothing is guessed.

A cell is recognised by nbgrader's `grade_id`, or, if that was lost, by the notebook's own cell id. The files
are put together in the lesson's order, from the student's cells and from what the lesson itself gives. If a
cell is missing, or there twice, the stub takes its place, so only its own exercise loses points.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from grader.errors import SubmissionError
from grader.lesson import notebook
from grader.lesson.cells import Part, parts
from grader.model import Lesson
from grader.text import one_line

MAX_NOTEBOOK = 16 << 20  # bytes; saved pictures are most of a large notebook
_MAX_OBJECTS = 500_000  # opening braces and brackets: parsing needs memory for each
_SAVE_AGAIN = "open it in Jupyter, save it and hand it in again"
_LINES = "line numbers refer to the files that were put together from the notebook's cells, e.g. engine.py"
_MAGIC = re.compile(r"^(?=[%!][%!\w])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NotebookWork:
    """The files that a notebook makes up, and what is worth knowing about it."""

    files: Mapping[str, bytes]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    id: str  # of the lesson's cell that it claims to be
    original: bool  # Jupyter gives a copied cell an id of its own, but leaves it the claim
    kind: str
    source: str


def read(lesson: Lesson, data: bytes) -> NotebookWork:
    """The work in a notebook of this lesson. SubmissionError when it is none."""
    cells = list(_cells(_parsed(data)))
    expected = {part.id: part for file in lesson.files for part in parts(lesson, file) if part.kind != "text"}
    found: dict[str, list[_Cell]] = {}
    for cell in cells:
        if cell.id in expected:
            found.setdefault(cell.id, []).append(cell)
    work = [name for name, part in expected.items() if part.kind == "work"]
    if not any(name in found for name in work):
        raise SubmissionError(
            f"the notebook has none of the cells of {lesson.name}",
            "work in the notebook that was handed out, and keep its cells",
        )
    reader = _Reader(lesson, found)
    files = {file: reader.file(file) for file in lesson.files}
    due = _ids(lesson)
    reader.note_order([cell.id for cell in cells if cell.id in work], [name for name in due if name in work])
    reader.note_own([cell for cell in cells if cell.kind == "code" and cell.id not in due])
    return NotebookWork(files, (*reader.remarks, _LINES))


@cache
def _ids(lesson: Lesson) -> tuple[str, ...]:
    """The ids of the lesson's cells, in the order of its notebook."""
    return tuple(cell["id"] for cell in notebook.build(lesson))


class _Reader:
    """Puts files together, and notes what it finds on the way."""

    def __init__(self, lesson: Lesson, found: Mapping[str, Sequence[_Cell]]) -> None:
        self.lesson = lesson
        self.found = found
        self.remarks: list[str] = []

    def file(self, name: str) -> bytes:
        text = "".join(self.text(part) for part in parts(self.lesson, name))
        return text.encode("utf-8", "replace")

    def text(self, part: Part) -> str:
        cell = self.chosen(part) if part.kind == "work" else None
        if cell is None:
            return part.stub
        kind = "code" if part.file.endswith(".py") else "markdown"
        if cell.kind != kind:
            self.note(part, f"was turned from {kind} into {one_line(cell.kind)}; it was read as {kind}")
        source = cell.source.rstrip("\n")
        if kind == "code" and _MAGIC.search(source):
            self.note(part, "has lines with % or ! that only notebooks understand; they were left out")
            source = _MAGIC.sub("# ", source)
        return source + part.gap

    def chosen(self, part: Part) -> _Cell | None:
        """The cell that holds the student's version of a part, if it is beyond doubt."""
        match self.found.get(part.id, ()):
            case []:
                self.note(part, "is missing, so there is nothing of it to check")
                return None
            case [cell]:
                return cell
            case cells:
                originals = [cell for cell in cells if cell.original]
                if len({cell.source for cell in cells}) == 1 or len(originals) == 1:
                    self.note(part, "is there more than once; the original counts")
                    return (originals or cells)[0]
                self.note(part, "is there more than once, and nobody can say which counts; keep one of them")
                return None

    def note(self, part: Part, remark: str) -> None:
        self.remarks.append(f"the cell `{part.id}` {remark}")

    def note_order(self, came: list[str], due: list[str]) -> None:
        came = list(dict.fromkeys(came))
        due = [name for name in due if name in came]
        same = {
            name
            for block in SequenceMatcher(None, came, due, autojunk=False).get_matching_blocks()
            for name in came[block.a : block.a + block.size]
        }
        if moved := [f"`{name}`" for name in came if name not in same]:
            self.remarks.append(f"cells that stand elsewhere than in the lesson: {', '.join(moved)}")

    def note_own(self, own: list[_Cell]) -> None:
        if filled := [cell for cell in own if cell.source.strip()]:
            cells = "1 cell" if len(filled) == 1 else f"{len(filled)} cells"
            self.remarks.append(f"{cells} of your own are not part of what is graded")


# --- the notebook's JSON -----------------------------------------------------------------------


def _parsed(data: bytes) -> Mapping[str, Any]:
    if len(data) > MAX_NOTEBOOK or data.count(b"{") + data.count(b"[") > _MAX_OBJECTS:
        raise SubmissionError(
            f"the notebook is too large ({len(data) / (1 << 20):.0f} MB)",
            "clear all outputs in Jupyter, save it and hand it in again",
        )
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SubmissionError("the notebook is not UTF-8 text", _SAVE_AGAIN) from None
    except (ValueError, RecursionError) as error:
        reason = one_line(str(error).partition(":")[0])
        raise SubmissionError(f"the notebook is damaged: no valid JSON ({reason})", _SAVE_AGAIN) from None
    if not isinstance(table, dict) or not isinstance(table.get("cells", table.get("worksheets")), list):
        raise SubmissionError("this file is no notebook: it has no list of cells", _SAVE_AGAIN)
    version = table.get("nbformat")
    if version != 4 or "cells" not in table:
        shown = one_line(str(version))
        raise SubmissionError(f"the notebook has format {shown}, and only format 4 can be read", _SAVE_AGAIN)
    return table


def _cells(notebook: Mapping[str, Any]) -> Iterator[_Cell]:
    for cell in notebook["cells"]:
        if isinstance(cell, dict) and (source := _source(cell.get("source"))) is not None:
            own, claim = cell.get("id"), _claim(cell)
            name = claim or own
            yield _Cell(
                id=name if isinstance(name, str) else "",
                original=own == name,
                kind=str(cell.get("cell_type")),
                source=source,
            )


def _claim(cell: Mapping[str, Any]) -> object:
    match cell:
        case {"metadata": {"nbgrader": {"grade_id": str(name)}}}:
            return name
    return None


def _source(value: object) -> str | None:
    match value:
        case str():
            return value
        case list() if all(isinstance(line, str) for line in value):
            return "".join(value)
    return None
