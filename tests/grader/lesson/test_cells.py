"""A lesson's files fall into cells, and the cells make up the files again."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.lesson.cells import BEGIN, END, parts
from grader.lesson.stubs import stubs_for
from grader.model import Lesson
from tests.grader.handins import LESSON

WORK = "def f():\n    # >>> solution\n    # TODO: it\n    return 1\n    # <<< stub: raise KeyError\n"


@pytest.fixture
def split(tmp_path: Path):
    """The parts of a solution file with the given text."""

    def make(text: str, name: str = "one.py") -> list[tuple[str, str, str]]:
        folder = tmp_path / "solutions" / "other"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        lesson: Lesson = replace(LESSON, root=tmp_path, name="other", title=text)
        return [(part.id, part.kind, part.stub) for part in parts(lesson, name)]

    return make


@pytest.mark.parametrize("file", LESSON.files)
def test_parts_make_up_the_stub(file):
    """The stubs of all parts, one after another, are the file that students get."""
    assert "".join(part.stub for part in parts(LESSON, file)) == stubs_for(LESSON)[file]


@pytest.mark.parametrize("file", LESSON.files)
def test_blank_lines_belong_to_the_part_before(file):
    """A part starts with text and ends with its gap, so that a cell without either can stand for it."""
    assert all(part.stub[0] != "\n" and part.gap for part in parts(LESSON, file))


@pytest.mark.parametrize("file", LESSON.files)
def test_marked_parts_make_up_the_solution(file):
    """What stands between nbgrader's marks is the solution, and nothing of it is in a stub."""
    for part in parts(LESSON, file):
        inside, outside = [], []
        for line in part.solved.splitlines():
            if BEGIN in line or END in line:
                inside, outside = outside, inside
            else:
                outside.append(line)
        assert bool(inside) == (part.kind == "work")
        assert not inside or "\n".join(inside) not in part.stub


def test_cells_of_the_lesson():
    """A function, a class, or a section of answers is one cell; its id says which."""
    names = [part.id for file in LESSON.files for part in parts(LESSON, file) if part.kind == "work"]
    assert names == [
        *("by_hand-Y_HAT", "by_hand-GRADIENT", "by_hand-W_AFTER", "engine-Value"),
        *("training-squared_loss", "training-update", "training-train", "failure_modes-BEHAVIOUR"),
        *(f"answer-{question.name}" for question in LESSON.questions),
    ]


def test_imports_go_with_what_needs_them(split):
    """Imports stand in the cell of the first definition below them."""
    assert [row[:2] for row in split(f"import math\n\n\n{WORK}")] == [("one-f", "work")]


def test_given_code_is_a_cell_of_its_own(split):
    """What has no solution in it is given, and neighbours that are given share a cell."""
    found = split(f'"""One."""\n\n{WORK}\n\ndef g():\n    pass\n\n\nif __name__ == "__main__":\n    g()\n')
    assert [row[:2] for row in found] == [
        ("one-introduction", "text"),
        ("one-f", "work"),
        ("one-g", "given"),
    ]


def test_two_cells_never_share_an_id(split):
    """A name that is defined twice is refused: its cells could not be told apart."""
    with pytest.raises(KitError, match="two cells of a notebook would be named 'one-f'"):
        split(f"{WORK}\n\n{WORK}")


def test_solution_that_is_no_python_is_refused(split):
    """A syntax error in a solution is said with its line."""
    with pytest.raises(KitError, match=r"one\.py:1 has a syntax error"):
        split("def f(:\n")


def test_answer_without_a_question_is_refused(split):
    """A place for an answer stands below the title of one of the catalog's questions."""
    with pytest.raises(KitError, match="'Who am I\\?' belongs to no"):
        split(
            "# Who am I?\n\n<!-- >>> solution -->\nMe.\n<!-- <<< stub: _TODO: answer_ -->\n", "reflections.md"
        )
