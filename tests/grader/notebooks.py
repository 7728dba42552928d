"""Notebooks as students hand them in, made where a test needs them."""

import ast
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from grader.lesson import notebook
from grader.lesson.cells import answer_id, parts
from grader.lesson.written import answers
from grader.model import Lesson
from tests.grader.handins import LESSON

SAMPLES = Path(__file__).parents[1] / "sample_class"
Notebook = dict[str, Any]


def released() -> Notebook:
    """The notebook as it is handed out: every work cell holds its stub."""
    page: Notebook = json.loads(notebook.dumps(LESSON))
    for cell in page["cells"]:
        cell["source"] = cell["metadata"].pop(notebook.STUB, "".join(cell["source"]))
    return page


def solved() -> Notebook:
    """The notebook with the work of the solutions."""
    return filled({name: (LESSON.solutions / name).read_bytes() for name in LESSON.files})


def sample(student: str) -> dict[str, bytes]:
    """The files of a student of the sample class."""
    return {p.name: p.read_bytes() for p in (SAMPLES / student).iterdir() if p.name in LESSON.files}


def filled(files: Mapping[str, bytes]) -> Notebook:
    """A notebook with the same work as these files. Cells of a file that is not there are deleted."""
    page, work = released(), _work(LESSON, files)
    gone = {part.id for name in LESSON.files if name not in files for part in parts(LESSON, name)}
    page["cells"] = [cell for cell in page["cells"] if cell["id"] not in gone]
    for cell in page["cells"]:
        cell["source"] = work.get(cell["id"], cell["source"])
    return page


def edited(page: Notebook, cell: str, change: Callable[[Notebook], object]) -> Notebook:
    """The notebook after `change` of one of its cells."""
    change(next(c for c in page["cells"] if c["id"] == cell))
    return page


def packed(page: Notebook) -> bytes:
    return json.dumps(page).encode()


def lay_notebook(folder: Path, page: Notebook) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{LESSON.name}.ipynb"
    path.write_bytes(packed(page))
    return path


def _work(lesson: Lesson, files: Mapping[str, bytes]) -> dict[str, str]:
    """Cell id → what a student would have written into it instead of into the files."""
    work: dict[str, str] = {}
    for name, content in files.items():
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        if not name.endswith(".py"):
            template = (lesson.stubs / name).read_text(encoding="utf-8")
            given = answers(text, template, lesson)
            work |= {answer_id(question): answer for question, answer in given.items() if answer}
            continue
        cells = [part for part in parts(lesson, name) if part.kind == "work"]
        single = {cells[0].id: _INTRODUCTION.sub("", text)}
        work |= single if len(cells) == 1 else _shared_out(text, {c.id: c.stub for c in cells})
    return work


_INTRODUCTION = re.compile(r'\A"""(?s:.*?)"""')  # a file's docstring is a cell of the lesson's text


def _shared_out(text: str, stubs: Mapping[str, str]) -> dict[str, str]:
    """Every top-level statement in the cell whose stub defines the same name; all others in the first."""
    owner = {name: cell for cell, stub in stubs.items() for name in map(_defined, ast.parse(stub).body)}
    first = next(iter(stubs))
    pieces: dict[str, list[str]] = {cell: [] for cell in stubs}
    for node in ast.parse(text).body:
        if not isinstance(node, ast.If):  # the demo at the end has a cell of its own
            pieces[owner.get(_defined(node) or None, first)].append(ast.get_source_segment(text, node) or "")
    return {cell: "\n\n\n".join(found) for cell, found in pieces.items()}


def _defined(node: ast.stmt) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return ""
