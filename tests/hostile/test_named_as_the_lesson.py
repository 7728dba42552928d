"""A submission whose folder has the name of the lesson, or of a file of it, is one of the class and not all of it.

Stopped by `finding`: where several submissions lie side by side, such a name makes no single one of them.
"""

import pytest

from grader.intake import intake
from tests.hostile.rig import LESSON, SOLUTION


@pytest.mark.parametrize(
    "name", ["first_loop", "exercises/first_loop", "engine.py", "submission_metadata.yml"]
)
def test_neighbours_stay(tmp_path, name):
    """The neighbours are found, and so is whoever tried."""
    for owner in ("ada", "bob", name):
        folder = tmp_path / owner
        folder.mkdir(parents=True)
        for file, text in SOLUTION.items():
            (folder / file).write_text(text, encoding="utf-8")
    found = [entry.student.id for entry in intake.find(tmp_path, LESSON)]
    assert found == sorted(["ada", "bob", name.partition("/")[0]])
