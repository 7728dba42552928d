"""What nbgrader loads from the kit, by way of the course's nbgrader_config.py."""

from typing import Any

from nbgrader.plugins import CsvExportPlugin
from nbgrader.preprocessors import ClearSolutions

from grader.notebook import STUB


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
    """nbgrader's CSV of grades, with no score, rather than 0, where a submission could not be graded."""
