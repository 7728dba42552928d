"""lesson.md, the solutions and the catalog → one nbgrader source notebook. Nothing in it is written by hand.

The lesson's text becomes Markdown cells; the parts of its files and the cells that check them stand where
the text says so in a comment, which no reader of lesson.md sees:

    <!-- cells: training-train check-train -->
    <!-- files: -->only in lesson.md<!-- notebook: only in the notebook -->
    <!-- files: leader -->only in the kit's own lesson.md, for whoever leads the session<!-- notebook: -->

If no comment names a part, it is placed before the next part of its file that is named. If no comment names
any part of a file, the file is placed below the first paragraph that links to it. The same lesson always
gives the same bytes.
"""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

from grader.errors import KitError
from grader.lesson.cells import Part, asker, check_id, parts
from grader.model import Lesson

Cell = dict[str, Any]

MARK_SCHEME = ("<!-- BEGIN MARK SCHEME -->", "<!-- END MARK SCHEME -->")  # nbgrader keeps it from students
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
STUB = "learning_loop_stub"  # the key of a work cell's metadata that holds what a student gets
_SCHEMA_VERSION = 3  # of nbgrader's cell metadata
_PLACE = re.compile(r"^<!-- cells: *([^>]*?) *-->\n?", re.MULTILINE)
_EITHER = re.compile(r"<!-- files: *(?:leader *)?-->.*?<!-- notebook: *(.*?) *-->", re.DOTALL)
_HEADING = re.compile(r"^(?=#{1,3} )", re.MULTILINE)
_TITLE = re.compile(r"^#+ .*", re.MULTILINE)
_RULE = re.compile(r"^---\n", re.MULTILINE)


def dumps(lesson: Lesson) -> bytes:
    """The bytes of the lesson's source notebook. KitError when a file has no place or a place no file."""
    notebook = {
        "cells": list(build(lesson)),
        "metadata": {
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return f"{json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True)}\n".encode()


def build(lesson: Lesson) -> Iterator[Cell]:
    """The cells of the source notebook, in order: text, files and checks."""
    cells = {cell["id"]: cell for cell in _file_cells(lesson)}
    begun = Counter[str]()
    section, is_set_up = "", False
    for text, names in _pieces(lesson):
        for paragraph in filter(str.strip, _HEADING.split(text)):
            section = _slug(paragraph) or section
            begun[section] += 1
            yield _markdown(f"text-{section}-{begun[section]}", paragraph.strip("\n"))
            if not is_set_up:
                yield _setup(lesson)
                is_set_up = True
        yield from (cells[name] for name in names)


def _slug(paragraph: str) -> str:
    """A name for the paragraph's heading; empty when it has none."""
    heading = re.match(r"#+ (.*)", paragraph)
    return re.sub(r"[^a-z0-9]+", "-", heading[1].lower())[:40].strip("-") if heading else ""


def _setup(lesson: Lesson) -> Cell:
    lines = (
        f"# Run this cell first. It brings `{asker(lesson)}`, which tells you where you stand.",
        "from grader.kernel import open_lesson",
        "",
        f'{asker(lesson)} = open_lesson("{lesson.name}")',
    )
    return _code("setup", "\n".join(lines), locked=True)


# --- cells of the lesson's files ---------------------------------------------------------------


def _file_cells(lesson: Lesson) -> Iterator[Cell]:
    for file in lesson.files:
        for part in parts(lesson, file):
            yield _part_cell(lesson, part)
    for exercise in lesson.exercises:
        source = f'{asker(lesson)}("{exercise.name}")'
        yield _code(check_id(exercise.name), source, points=exercise.points, locked=True)


def _part_cell(lesson: Lesson, part: Part) -> Cell:
    source, stub = part.solved.strip("\n"), part.stub.strip("\n")
    if not part.file.endswith(".py"):
        return _written_cell(lesson, part, source, stub)
    if part.kind == "text":
        introduction = _in_notebook(ast.literal_eval(source), lesson).strip()
        return _markdown(part.id, f"### {part.file}\n\n{introduction}")
    if part.kind == "work":
        return _code(part.id, source, solution=True, stub=stub)
    # A given cell that runs the file is there to be played with, so a student may change it.
    return _code(part.id, source, locked="__main__" not in source)


def _written_cell(lesson: Lesson, part: Part, source: str, stub: str) -> Cell:
    question = next((q for q in lesson.questions if part.id.endswith(f"-{q.name}")), None)
    if question is None or part.kind == "text":
        return _markdown(part.id, _TITLE.sub(f"### {part.file}", source, count=1))
    if part.kind == "work":
        return _markdown(part.id, source, points=question.points, solution=True, stub=stub)
    begin, end = MARK_SCHEME
    scheme = f"{begin}\n**For the grader:** {question.rubric}\n{end}" if question.rubric else ""
    asked = _TITLE.sub(rf"#### {question.title}", source, count=1)
    return _markdown(part.id, "\n\n".join(filter(None, (asked, question.prompt, scheme))), locked=True)


def _code(name: str, source: str, **role: Any) -> Cell:
    return {**_cell("code", name, source, **role), "execution_count": None, "outputs": []}


def _markdown(name: str, source: str, **role: Any) -> Cell:
    return _cell("markdown", name, source, **role)


def _cell(
    kind: str,
    name: str,
    source: str,
    *,
    points: float | None = None,
    solution: bool = False,
    locked: bool = False,
    stub: str | None = None,
) -> Cell:
    metadata: dict[str, Any] = {}
    if points is not None or solution or locked:
        metadata["nbgrader"] = {
            "grade": points is not None,
            "grade_id": name,
            "locked": locked,
            "schema_version": _SCHEMA_VERSION,
            "solution": solution,
            "task": False,
        }
    if points is not None:
        metadata["nbgrader"]["points"] = int(points) if points == int(points) else points
    if stub is not None:
        metadata[STUB] = stub
    return {"cell_type": kind, "id": name, "metadata": metadata, "source": source.splitlines(keepends=True)}


# --- the lesson's text, and what stands where --------------------------------------------------


def _pieces(lesson: Lesson) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lesson's text in pieces, each with the ids of the cells that stand below it."""
    text = _with_every_file(lesson, _lesson_text(lesson))
    named = [match[1].split() for match in _PLACE.finditer(text)]
    company = _company(lesson, [name for names in named for name in names])
    for piece, names in zip(_PLACE.split(text)[::2], [*named, []], strict=True):
        yield piece, tuple(chain.from_iterable(company[name] for name in names))


def _with_every_file(lesson: Lesson, text: str) -> str:
    """The text, with a place for each file that it names no part of."""
    named = set(chain.from_iterable(match[1].split() for match in _PLACE.finditer(text)))
    for file in lesson.files:
        ids = _ids(lesson, file)
        if named.isdisjoint(ids):
            link = text.find(f"](#{file})")
            end = text.find("\n\n", link) if link >= 0 else -1
            end = len(text) if end < 0 else end + 2
            text = f"{text[:end]}<!-- cells: {' '.join(ids)} -->\n{text[end:]}"
    return text


def _company(lesson: Lesson, named: list[str]) -> dict[str, tuple[str, ...]]:
    """For each id that the text names: the unnamed ids of its file before it, itself, and any left over."""
    company: dict[str, tuple[str, ...]] = {}
    for ids in (_ids(lesson, file) for file in lesson.files):
        last, waiting = "", []
        for name in ids:
            waiting.append(name)
            if name in named:
                last, company[name], waiting = name, tuple(waiting), []
        company[last] += tuple(waiting)
    for name in named:
        if name not in company or named.count(name) > 1:
            trouble = "stands twice" if name in company else "names no cell"
            known = ", ".join(sorted(chain.from_iterable(_ids(lesson, file) for file in lesson.files)))
            raise KitError(f"lesson.md: {name!r} in a comment `cells:` {trouble}", f"the cells are {known}")
    return company


def _ids(lesson: Lesson, file: str) -> list[str]:
    checks = [check_id(exercise.name) for exercise in lesson.exercises if exercise.file == file]
    return [part.id for part in parts(lesson, file)] + checks


def _lesson_text(lesson: Lesson) -> str:
    path = lesson.stubs / "lesson.md"
    text = path.read_text(encoding="utf-8") if path.is_file() else f"# {lesson.title}\n"
    return _in_notebook(_RULE.sub("", _EITHER.sub(r"\1", text)), lesson)


def _in_notebook(text: str, lesson: Lesson) -> str:
    """The lesson's words for a notebook: files are headings in it, and `check` asks instead of pytest."""
    for file in lesson.files:
        text = text.replace(f"]({file})", f"](#{file})")
    name = asker(lesson)
    text = re.sub(rf"`pytest tests/{lesson.name}/test_(\w+)\.py`", rf'`{name}("\1")`', text)
    text = re.sub(rf"    python exercises/{lesson.name}/(\w+\.py)\n", r"Run the last cell of `\1`.\n", text)
    return text.replace("`pytest`", f"`{name}()`")
