"""A lesson as an assignment in nbgrader's gradebook, with the cells that nbgrader itself would note."""

import json
from functools import cache
from typing import Any

from grader.lesson import notebook
from grader.lesson.cells import parts
from grader.model import Exercise, Lesson

_KINDS = ("grade", "solution", "source")


def ensure(gradebook: Any, lesson: Lesson) -> Any:
    """The lesson's notebook in the gradebook, with every cell and its points; made or mended where needed."""
    from nbgrader.api import MissingEntry

    try:
        gradebook.find_assignment(lesson.name)
    except MissingEntry:
        gradebook.add_assignment(lesson.name)
    try:
        found = gradebook.find_notebook(lesson.name, lesson.name)
    except MissingEntry:
        kernel = json.dumps(notebook.KERNEL)
        found = gradebook.add_notebook(lesson.name, lesson.name, kernelspec=kernel)
    for cell in notebook.build(lesson):
        if "nbgrader" in cell["metadata"]:
            _ensure_cell(gradebook, lesson, found, cell)
    gradebook.db.expire(found)
    return found


def _ensure_cell(gradebook: Any, lesson: Lesson, found: Any, cell: notebook.Cell) -> None:
    role, name = cell["metadata"]["nbgrader"], cell["id"]
    known = {kind: {c.name: c for c in getattr(found, f"{kind}_cells")} for kind in _KINDS}
    where = (name, lesson.name, lesson.name)
    if role["grade"]:
        points = {"max_score": float(role["points"]), "cell_type": cell["cell_type"]}
        old = known["grade"].get(name)
        if old is None or (old.max_score, old.cell_type) != tuple(points.values()):
            gradebook.update_or_create_grade_cell(*where, **points)
    if role["solution"] and name not in known["solution"]:
        gradebook.add_solution_cell(*where)
    if name not in known["source"]:
        gradebook.add_source_cell(*where, **_source(cell))


def _source(cell: notebook.Cell) -> dict[str, Any]:
    """What nbgrader remembers of a cell in the students' version, to restore it from."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    source = cell["metadata"].get(notebook.STUB, "".join(cell["source"]))
    role = cell["metadata"]["nbgrader"]
    return {
        "cell_type": cell["cell_type"],
        "locked": role["locked"],
        "source": source,
        "checksum": compute_checksum(from_dict({**cell, "source": source})),
    }


@cache
def comment_cell(lesson: Lesson, exercise: Exercise) -> str:
    """The id of the cell whose comment is about this exercise: its own, or the last of its file."""
    work = [part.id for part in parts(lesson, exercise.file) if part.kind == "work"]
    return next((name for name in work if name.endswith(f"-{exercise.name}")), work[-1])
