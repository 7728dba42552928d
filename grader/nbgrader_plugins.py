"""What nbgrader loads from the kit, by way of the course's nbgrader_config.py."""

import csv
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import CsvExportPlugin
from nbgrader.preprocessors import ClearSolutions

from grader.lesson.notebook import STUB
from grader.text import csv_cell

_SCORES = ("raw_score", "late_submission_penalty", "score")
_NUMBERS = (*_SCORES, "max_score")


class TodoStubs(ClearSolutions):  # type: ignore[misc]  # nbgrader carries no types
    """Clears solutions as nbgrader does, but leaves the lesson's own TODO stub in their place."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        stub = cell.metadata.pop(STUB, None)
        if stub is None:
            cell, resources = super().preprocess_cell(cell, resources, cell_index)
            return cell, resources
        cell.source = stub
        return cell, resources


def with_todo_stubs(converter: type) -> list[Any]:
    """The preprocessors of nbgrader's `converter`, with `TodoStubs` for `ClearSolutions`."""
    usual = converter.class_traits()["preprocessors"].default()  # type: ignore[attr-defined]
    return [TodoStubs if one is ClearSolutions else one for one in usual]


class Grades(CsvExportPlugin):  # type: ignore[misc]
    """nbgrader's CSV of grades, with no formula in it, and no score for what could not be graded."""

    def export(self, gradebook: Gradebook) -> None:
        super().export(gradebook)
        path = Path(self.to or "grades.csv")
        with path.open(newline="", encoding="utf-8") as file:
            table = csv.DictReader(file)
            rows = [self._honest(row, gradebook) for row in table]
        with path.open("w", newline="", encoding="utf-8") as file:
            names = table.fieldnames or ()
            writer = csv.DictWriter(file, names, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def _honest(self, row: dict[str, str], gradebook: Gradebook) -> dict[str, str | float]:
        told = {key: float(cell) if key in _NUMBERS else csv_cell(cell) for key, cell in row.items()}
        return told | dict.fromkeys(_SCORES, "") if _is_ungraded(row, gradebook) else told


def _is_ungraded(row: dict[str, str], gradebook: Gradebook) -> bool:
    """Whether there is a submission in which not one check was scored, by the kit or by a person."""
    try:
        submission = gradebook.find_submission(row["assignment"], row["student_id"])
    except MissingEntry:
        return False
    checks = [g for nb in submission.notebooks for g in nb.grades if g.cell_type == "code"]
    return bool(checks) and all(g.auto_score is None and g.manual_score is None for g in checks)
