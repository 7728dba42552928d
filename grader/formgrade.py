"""Pages for nbgrader's formgrader: for each student what the kit found, and the written answers.

The formgrader shows notebooks in COURSE/autograded only. Where nbgrader has not put one itself, one is made
from the grade, so that a person can mark the written answers of students who handed in files.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader import notebook, text
from grader.assignment import comment_cell
from grader.cells import answer_id, check_id
from grader.model import ExerciseResult, Grade, Lesson
from grader.record import write_whole
from grader.shelf import told

_OURS = "learning_loop_page"  # a key of the notebook's metadata: this page may be written again


@dataclass(frozen=True, slots=True)
class Page:
    """A page to write: of which student, and which answers are no longer those of the page before."""

    path: Path
    content: bytes
    student: str
    changed: tuple[str, ...]  # questions


def due(lesson: Lesson, grades: Mapping[str, Grade], course: Path) -> list[Page]:
    """The pages that are missing or out of date, for grades by nbgrader's student id."""
    pages = []
    for student, grade in grades.items():
        path = course / "autograded" / student / lesson.name / f"{lesson.name}.ipynb"
        before, page = _read(path), _page(lesson, grade)
        if before is None or (before != page and _OURS in before.get("metadata", {})):
            content = f"{json.dumps(page, indent=1, ensure_ascii=False)}\n".encode()
            pages.append(Page(path, content, student, tuple(_changed(lesson, before, page))))
    return pages


def write(pages: Iterable[Page]) -> None:
    """Put the pages on disk."""
    for page in pages:
        with told(page.path):
            page.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(page.path, page.content)


def _read(path: Path) -> dict[str, Any] | None:
    """The page at `path`; {} for a notebook that nobody can read, None where there is none."""
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {}
    return page if isinstance(page, dict) else {}


def _changed(lesson: Lesson, before: dict[str, Any] | None, page: dict[str, Any]) -> Iterator[str]:
    if before is not None:
        old, new = ({cell["id"]: cell["source"] for cell in p["cells"]} for p in (before, page))
        yield from (q.name for q in lesson.questions if old.get(answer_id(q.name)) != new[answer_id(q.name)])


def _page(lesson: Lesson, grade: Grade) -> dict[str, Any]:
    cells = {cell["id"]: cell for cell in notebook.build(lesson)}
    found = {result.name: result for result in grade.exercises}
    answers = {result.name: result.text for result in grade.written}
    shown = [_note("learning-loop", _summary(grade))]
    commented: list[str] = []
    for exercise in lesson.exercises:
        about = comment_cell(lesson, exercise)
        if about not in commented:
            commented.append(about)
            shown.append({**cells[about], "source": f"# the student's {exercise.file}; see the report"})
        shown.append(_checked(cells[check_id(exercise.name)], found.get(exercise.name)))
    for question in lesson.questions:
        shown.append(cells[f"question-{question.name}"])
        answer = text.markdown(answers.get(question.name, "")) or "*(no answer)*"
        shown.append({**cells[answer_id(question.name)], "source": answer})
    for cell in shown:
        cell["metadata"].pop(notebook.STUB, None)
    metadata = {"kernelspec": notebook.KERNEL, _OURS: True}
    return {"cells": shown, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _summary(grade: Grade) -> str:
    if grade.status != "graded":
        return f"**This submission could not be graded:** {text.markdown(grade.reason or '')}"
    return "Graded by the Learning Loop kit, away from this page. The check cells below show what it found."


def _note(name: str, source: str) -> notebook.Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _checked(cell: notebook.Cell, result: ExerciseResult | None) -> notebook.Cell:
    """A check cell with the outputs that it would have had."""
    if result is None:
        return cell
    found = [f"{check.title} {check.message}" for check in result.checks if check.status != "passed"]
    said = text.markdown("\n".join([f"{result.title}: {result.status}", *found]))
    outputs = [
        {"output_type": "display_data", "metadata": {}, "data": {"text/markdown": said}},
        {
            "output_type": "execute_result",
            "execution_count": 1,
            "metadata": {},
            "data": {"text/plain": f"{result.points:g}"},
        },
    ]
    return {**cell, "outputs": outputs, "execution_count": 1}
