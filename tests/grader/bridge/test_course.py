"""The nbgrader course folder: what nbgrader needs, nothing that students should not get, and written once."""

from pathlib import Path

import pytest

from grader.bridge import course
from grader.errors import UsageError
from grader.lesson import catalog
from tests.grader.handins import LESSON


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh course folder."""
    course.write(LESSON, tmp_path / "course")
    return tmp_path / "course"


def test_writing_again_changes_nothing(folder: Path):
    """A course that is up to date stays as it is, to the byte."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert course.write(LESSON, folder) == []
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_has_changed_is_written(folder: Path):
    """A file that is no longer what the lesson makes is written again, and named."""
    source = folder / "source" / "first_loop" / "first_loop.ipynb"
    source.write_text("{}")
    assert course.write(LESSON, folder) == [source]


def test_configuration_belongs_to_the_instructor(folder: Path):
    """nbgrader_config.py is never written over."""
    config = folder / "nbgrader_config.py"
    config.write_text("# mine")
    assert course.write(LESSON, folder) == []
    assert config.read_text() == "# mine"


def test_students_get_what_checks_need_and_no_more(folder: Path):
    """nbgrader hands out the catalog and the suite; solutions and wrong models stay behind in kit/."""
    handed_out = {p.relative_to(folder / "source").as_posix() for p in (folder / "source").rglob("*.*")}
    assert "first_loop/exercises/first_loop/lesson.toml" in handed_out
    assert "first_loop/tests/first_loop/test_square.py" in handed_out
    assert "first_loop/tests/lessons/answers.py" in handed_out
    assert "first_loop/tests/first_loop/handed_out/engine.py" in handed_out  # to see what was changed of it
    assert {"first_loop/valley.py", "first_loop/showing.py"} <= handed_out  # where the notebook finds them
    assert not [name for name in handed_out if "misconceptions" in name or "solutions" in name]
    assert (folder / "kit" / "solutions" / "first_loop" / "engine.py").is_file()
    assert (folder / "kit" / "tests" / "first_loop" / "misconceptions" / "__init__.py").is_file()


def test_folder_that_cannot_be_written_is_said(tmp_path: Path):
    """A file in the way of the folder is named, and what to do."""
    (tmp_path / "course").write_text("")
    with pytest.raises(UsageError, match="could not be written"):
        course.write(LESSON, tmp_path / "course")


def test_what_lies_in_a_lessons_folders_goes_along(tmp_path: Path):
    """Students have the engines to question, where the notebook and its checks look for them."""
    lesson = catalog.load(LESSON.root, "gradient_check")
    course.write(lesson, tmp_path)
    handed_out = tmp_path / "source" / "gradient_check" / "exercises" / "gradient_check" / "suspects"
    assert [path.name for path in sorted(handed_out.iterdir())] == [f"{letter}.py" for letter in "abcdef"]
