"""Pages for nbgrader's formgrader: for each student the code, what the kit found, and the written answers.

The formgrader shows notebooks in COURSE/autograded only. Where nbgrader has not put one itself, one is made
from the grade, so that a person can mark the written answers of students who handed in files.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader import text
from grader.bridge.assignment import comment_cell
from grader.grading.disk import told, write_whole
from grader.lesson import notebook
from grader.lesson.cells import answer_id, check_id
from grader.model import ExerciseResult, Grade, Lesson
from grader.telling.story import Story, story

STAMP = "timestamp.txt"  # in a folder of a submission: when it was handed in
_LONGEST = 100_000  # characters of one file
_OURS = "learning_loop_page"  # a key of the notebook's metadata: this page may be written again


@dataclass(frozen=True, slots=True)
class StudentPage:
    """A page to write for a student, and the questions whose answers have changed since the last page.

    `stamp` is what stands in nbgrader's timestamp.txt beside it, "" for no such file. By it nbgrader sees
    when somebody has handed in again.
    """

    path: Path
    content: bytes
    student: str
    changed: tuple[str, ...]  # questions
    stamp: str = ""


def due(
    lesson: Lesson,
    grades: Mapping[str, Grade],
    course: Path,
    code: Mapping[str, Mapping[str, str]] | None = None,
    stamps: Mapping[str, str] | None = None,
) -> list[StudentPage]:
    """The pages that are missing or out of date. All is by nbgrader's student id; `code` by file as well."""
    pages = []
    for student, grade in grades.items():
        path = course / "autograded" / student / lesson.name / f"{lesson.name}.ipynb"
        before, page = _read(path), _page(lesson, grade, (code or {}).get(student, {}))
        stamp = (stamps or {}).get(student, "")
        same = before == page and _stamp(path) == stamp
        if before is None or (not same and _OURS in before.get("metadata", {})):
            content = f"{json.dumps(page, indent=1, ensure_ascii=False)}\n".encode()
            pages.append(StudentPage(path, content, student, tuple(_changed(lesson, before, page)), stamp))
    return pages


def write(pages: Iterable[StudentPage]) -> None:
    """Put the pages on disk."""
    for page in pages:
        with told(page.path):
            page.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(page.path, page.content)
        with told(page.path):
            (page.path.parent / STAMP).unlink(missing_ok=True)
        if page.stamp:
            write_whole(page.path.parent / STAMP, page.stamp.encode())


def _stamp(path: Path) -> str:
    try:
        return (path.parent / STAMP).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


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


def _page(lesson: Lesson, grade: Grade, code: Mapping[str, str]) -> dict[str, Any]:
    cells = {cell["id"]: cell for cell in notebook.build(lesson)}
    found = {result.name: result for result in grade.exercises}
    answers = {result.name: result.text for result in grade.written}
    shown = [_note("learning-loop", _summary(grade))]
    commented: list[str] = []
    opened: set[str] = set()
    for exercise in lesson.exercises:
        about, file = comment_cell(lesson, exercise), exercise.file
        if about not in commented:
            commented.append(about)
            source = f"# {file}: as above" if file in opened else _code(file, code)
            shown.append({**cells[about], "source": source})
            opened.add(file)
        shown.append(_checked(cells[check_id(exercise.name)], found.get(exercise.name)))
    for question in lesson.questions:
        shown.append(cells[f"question-{question.name}"])
        answer = text.markdown(answers.get(question.name, "")) or "*(no answer)*"
        shown.append({**cells[answer_id(question.name)], "source": answer})
    for cell in shown:
        cell["metadata"].pop(notebook.STUB, None)
    metadata = {"kernelspec": notebook.KERNEL, _OURS: True}
    return {"cells": shown, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _code(file: str, code: Mapping[str, str]) -> str:
    """The whole file, once: taking single functions out of it would mean to parse what a student wrote."""
    if not code:
        return f"# the student's {file}; see what was handed in"
    return text.visible(code[file], _LONGEST) if file in code else f"# {file} was not handed in"


def _summary(grade: Grade) -> str:
    if grade.status != "graded":
        return f"**This submission could not be graded:** {text.markdown(grade.reason or '')}"
    if grade.unread:
        return f"**0 points:** {text.markdown(grade.reason or '')}"
    return "Graded by the Learning Loop kit, away from this page. The check cells below show what it found."


def _note(name: str, source: str) -> notebook.Cell:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _checked(cell: notebook.Cell, result: ExerciseResult | None) -> notebook.Cell:
    """A check cell with the outputs that it would have had."""
    if result is None:
        return cell
    said = text.markdown("\n".join(_told(story(result))))
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


def _told(told: Story) -> Iterator[str]:
    """The state, the headline with the mistake where it has a name, and what else failed."""
    yield f"{told.exercise.title}: {told.said}"
    yield from filter(None, (told.headline, told.message, *told.explained))
    for check in (said.check for said in (*told.wrong[1:], *told.later)):
        yield f"{check.title} {check.message}"
