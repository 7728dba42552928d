"""One notebook is made from the lesson's text, its solutions and its catalog."""

import json
import re
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.lesson import catalog, notebook
from grader.lesson.notebook import STUB
from tests.grader.handins import LESSON
from tests.grader.notebooks import released


@pytest.fixture
def cells():
    """The cells of the source notebook by id."""
    return {cell["id"]: cell for cell in notebook.build(LESSON)}


@pytest.fixture
def lesson_text(monkeypatch):
    """Make a notebook of another lesson.md."""

    def make(text: str) -> list[str]:
        read = Path.read_text
        monkeypatch.setattr(
            Path, "read_text", lambda p, *a, **k: text if p.name == "lesson.md" else read(p, *a, **k)
        )
        return [cell["id"] for cell in notebook.build(LESSON)]

    return make


def role(cell):
    return cell["metadata"].get("nbgrader", {})


def test_same_lesson_gives_the_same_bytes():
    """Making the notebook again changes nothing."""
    assert notebook.dumps(LESSON) == notebook.dumps(LESSON)


def test_notebook_is_valid_for_jupyter():
    """The notebook follows Jupyter's own schema."""
    nbformat = pytest.importorskip("nbformat", reason="needs the extra nbgrader")
    nbformat.validate(nbformat.reads(notebook.dumps(LESSON).decode(), as_version=4))


def test_ids_are_unique_and_speak():
    """Every cell has an id of its own, made of names and headings."""
    ids = [cell["id"] for cell in notebook.build(LESSON)]
    assert len(set(ids)) == len(ids)
    assert {"setup", "engine-Value", "check-square", "answer-why_reset", "text-what-comes-next-1"} <= set(ids)


def test_points_are_those_of_the_catalog(cells):
    """Each exercise has one check cell with its points, each question one answer cell with its own."""
    points = {name: role(cell)["points"] for name, cell in cells.items() if role(cell).get("grade")}
    due = {f"check-{e.name}": e.points for e in LESSON.exercises}
    assert points == due | {f"answer-{q.name}": q.points for q in LESSON.questions}


def test_a_check_is_one_readable_line(cells):
    """A check cell says `check` and the name of the exercise, and is locked."""
    assert cells["check-square"]["source"] == ['check("square")']
    assert role(cells["check-square"])["locked"]


def test_students_get_no_solution():
    """What is handed out holds no line of a solution."""
    handed_out = json.dumps(released(), ensure_ascii=False)
    assert "2 * self.data * out.grad" not in handed_out
    assert 'smooth\\",' not in handed_out
    assert "BEGIN SOLUTION" not in handed_out


def test_students_get_the_todo_stubs(cells):
    """A work cell carries the lesson's own stub for students."""
    assert (
        'raise NotImplementedError("square in engine.py is still to do")'
        in cells["engine-Value"]["metadata"][STUB]
    )


def test_rubric_is_for_graders(cells):
    """A question shows its rubric in a mark scheme, which nbgrader keeps from students."""
    text = "".join(cells["question-why_reset"]["source"])
    scheme = text.partition(notebook.MARK_SCHEME[0])[2]
    rubric = next(q.rubric for q in LESSON.questions if q.name == "why_reset")
    assert rubric in scheme and role(cells["question-why_reset"])["locked"]


def test_whole_text_of_the_lesson_is_there(cells):
    """Every paragraph of lesson.md that speaks to students stands in the notebook, in the same order."""
    text = "\n\n".join("".join(c["source"]) for name, c in cells.items() if name.startswith("text-"))
    lesson = (LESSON.stubs / "lesson.md").read_text(encoding="utf-8")
    student = lesson.partition("## For whoever")[0].split("\n\n")
    changed = ("<!--", "---", "](", "pytest", "python", "cd exercises")
    kept = [p.strip() for p in student if p.strip() and not any(sign in p for sign in changed)]
    places = [text.find(paragraph) for paragraph in kept]
    assert len(places) > 50
    assert -1 not in places and places == sorted(places)


def test_commands_become_checks(cells):
    """Where the text sends students to pytest, the notebook sends them to the check cell."""
    text = "".join("".join(cell["source"]) for cell in cells.values())
    assert 'Ask with `check("square")`' in text
    assert "pytest tests/" not in text and "](engine.py)" not in text


def test_checks_stand_below_their_work(cells):
    """No check comes before the cell that it checks."""
    order = list(cells)
    for work, check in (
        ("engine-Value", "square"),
        ("training-train", "train"),
        ("by_hand-W_AFTER", "by_hand"),
    ):
        assert order.index(work) < order.index(f"check-{check}")


def test_files_without_a_place_follow_their_link(lesson_text):
    """A lesson.md without places still gives a whole notebook: files stand where they are linked, or last."""
    ids = lesson_text("# L\n\nOpen [`engine.py`](engine.py).\n\n## End\n")
    assert ids.index("engine-Value") < ids.index("check-backward") < ids.index("text-end-1")
    assert ids.index("text-end-1") < ids.index("training-train") < ids.index("answer-synthesis")


@pytest.mark.parametrize(
    ("places", "trouble"),
    [("engine-Valeu", "names no cell"), ("engine-Value -->\n<!-- cells: engine-Value", "stands twice")],
)
def test_wrong_place_is_said(lesson_text, places, trouble):
    """A place that names no cell, or names one again, is refused with the names that there are."""
    with pytest.raises(KitError, match=trouble) as refused:
        lesson_text(f"# L\n\n<!-- cells: {places} -->\n")
    assert "training-train" in refused.value.hint


def test_a_notebook_asks_by_another_name_where_students_write_a_check():
    """Their own function must not take away what tells them where they stand."""
    lesson = catalog.load(LESSON.root, "gradient_check")
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook.build(lesson)}
    assert 'ask = open_lesson("gradient_check")' in cells["setup"]
    assert cells["check-check"] == 'ask("check")'
    assert not any(re.search(r"\bcheck\(\)|check = ", text) for text in cells.values())
