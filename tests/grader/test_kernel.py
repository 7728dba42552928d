"""The third door: the lesson's own suite against a notebook's namespace."""

import sys
import textwrap
from pathlib import Path

import pytest

from grader import kernel
from grader.bridge import course
from grader.checking import examples
from grader.checking.examples import Examples
from grader.checking.ledger import Ledger
from grader.doors.notebook import NotebookDoor
from grader.errors import KitError, UsageError
from grader.grading import session
from grader.intake import intake
from grader.kernel import Asker
from grader.lesson import catalog
from grader.release.recordings import recordings
from grader.telling.card import Card
from tests.grader.handins import LESSON
from tests.grader.notebooks import SAMPLES, Notebook, filled, released, sample, solved

TWICE = """
        def walk(node):
            node._backward()
            for child in node._prev:
                walk(child)

        self.grad = 1.0
        walk(self)
        return
"""
WRONG_SQUARE = ("2 * self.data * out.grad", "self.data * out.grad")


@pytest.fixture(scope="module")
def courses(tmp_path_factory) -> Path:
    """A course folder, for all tests of this module."""
    folder = tmp_path_factory.mktemp("course")
    course.write(LESSON, folder, recordings(LESSON))
    return folder


@pytest.fixture(scope="module")
def drawn() -> Examples:
    """The examples of all these notebooks: to draw them takes longer than to check."""
    return Examples()


@pytest.fixture
def opened(courses, drawn, monkeypatch):
    """Run the cells of a notebook, and return its `check`; `graded` as nbgrader does it for an instructor."""
    for name in ("engine", "training", "by_hand", "failure_modes"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    def open_(page: Notebook, graded: bool = True) -> Asker:
        if graded:
            monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
        monkeypatch.chdir(courses / "source" / "first_loop")
        namespace: dict[str, object] = {"__name__": "notebook"}
        asker = kernel.open_lesson("first_loop", namespace)
        asker.examples = drawn
        _run(page, namespace)
        return asker

    return open_


def _run(page: Notebook, namespace: dict[str, object]) -> None:
    for cell in page["cells"]:
        if cell["cell_type"] == "code" and not cell["id"].startswith(("check-", "setup")):
            try:
                exec(compile(cell["source"], cell["id"], "exec", dont_inherit=True), namespace)
            except Exception:  # a notebook goes on after a cell that fails
                continue


def told(ledger: Ledger, exercise: str) -> str:
    """What came of the check that is shown first."""
    found = ledger.exercise(LESSON.exercise(exercise)).told
    return found.message if found else ""


def changed(page: Notebook, *pairs: tuple[str, str]) -> Notebook:
    for cell in page["cells"]:
        for old, new in pairs:
            cell["source"] = cell["source"].replace(old, new)
    return page


def test_solved_notebook_has_full_points(opened):
    """Every exercise of the solved notebook is done, and all together give all points."""
    assert opened(solved())() == sum(exercise.points for exercise in LESSON.exercises)


def test_untouched_notebook_has_no_points(opened):
    """The notebook as it is handed out gives 0 for everything, and says what is to do."""
    assert opened(released())() == 0.0


def test_points_are_partial(opened):
    """A wrong factor costs the checks that are about it."""
    assert 0 < opened(changed(solved(), WRONG_SQUARE))("square") < 15


def test_an_earlier_mistake_costs_once_where_solutions_are(opened):
    """With the course's solutions at hand, `train` is checked with a working `square`."""
    check = opened(changed(solved(), WRONG_SQUARE))
    assert check("train") == 20
    assert check.run(["train"]).followed == {"squared_loss": ("square",), "train": ("square",)}


def test_student_waits_for_what_is_not_done(opened):
    """Without solutions, an exercise waits for what it needs; what passes with that as it is counts."""
    check = opened(changed(solved(), WRONG_SQUARE), graded=False)
    assert 0 < check("train") < 20
    assert check.run(["train"]).status("train") == "waiting"


def test_a_students_notebook_does_not_look_for_a_kit(opened):
    """Wherever it lies: only nbgrader, when it grades for an instructor, uses what a course keeps."""
    check = opened(solved(), graded=False)
    assert check.kit is None and (check.lesson.root.parents[1] / "kit" / "solutions").is_dir()


def test_working_versions_are_taken_out_again(opened):
    """After a check the notebook holds the student's own things, and nothing else."""
    check = opened(changed(solved(), WRONG_SQUARE))
    before = dict(check.door.namespace)
    check("train")
    assert check.door.namespace == before


def test_siblings_import_each_other(opened):
    """`from engine import Value` in a cell is the notebook's own Value."""
    check = opened(solved())
    exec("from engine import Value as Imported", check.door.namespace)
    assert check.door.namespace["Imported"] is check.door.namespace["Value"]


def test_cell_that_was_not_run_is_to_do(opened):
    """A name that is not there counts as to do, and the student is told to run its cell."""
    ledger = opened({"cells": []}).run(["square"])
    assert ledger.status("square") == "todo"
    assert "`Value` is not there yet: run its cell first" in told(ledger, "square")


def test_latest_version_counts(opened):
    """Running a mended cell is enough: the next check sees it."""
    check = opened(changed(solved(), WRONG_SQUARE))
    check("square")
    _run(solved(), check.door.namespace)
    assert check("square") == 15


def test_examples_are_drawn_once_a_notebook(opened, monkeypatch):
    """Whoever checks a mended cell waits for the checks alone."""
    drawn_for, draw = [], examples._drawn
    monkeypatch.setattr(examples, "_drawn", lambda test: drawn_for.append(test) or draw(test))
    check = opened(solved())
    check.examples = Examples()
    check("square")
    first = [*drawn_for]
    assert first and check("square") == 15
    assert drawn_for == first


def test_prints_and_warnings_stay_inside(opened, capsys):
    """What student code prints during a check reaches neither stream: nbgrader takes stderr for a failure."""
    noisy = (
        'import sys\n        print("out"); print("err", file=sys.stderr)\n        out = Value(self.data**2'
    )
    assert opened(changed(solved(), ("out = Value(self.data**2", noisy)))("square") == 15
    said = capsys.readouterr()
    assert said.err == "" and "out\n" not in said.out


def test_endless_loop_ends_by_itself(opened):
    """A hang is stopped within seconds, and costs its own exercise."""
    check = opened(
        changed(solved(), ("out = Value(self.data**2", "while True: pass\n        out = Value(self.data**2"))
    )
    ledger = check.run(["square", "update"])
    assert (ledger.status("square"), ledger.status("update")) == ("timed_out", "passed")
    assert "so it was stopped (the notebook, line" in told(ledger, "square")


def test_failure_names_the_line_of_the_cell(opened):
    """A failure inside student code is placed in the notebook, by line and function."""
    ledger = opened(changed(solved(), ("w.data -= lr", "w.dta -= lr"))).run(["update"])
    assert ", in update" in told(ledger, "update")


def test_known_mistake_is_named(opened, capsys):
    """Where the wrong models are at hand, the card names the mistake."""
    check = opened(changed(solved(), WRONG_SQUARE))
    check("square")
    assert "It looks as if your `square`" in capsys.readouterr().out


def test_a_student_sees_what_the_terminal_shows(opened, capsys):
    """The mistake's name, lines to run, and the table and the picture of the graph."""
    check = opened(changed(solved(), ("order, seen = [], set()", TWICE.strip())), graded=False)
    score = check("backward")
    said = capsys.readouterr().out
    assert "It looks as if your `backward` visits a Value once for every way" in said
    assert "See for yourself, in a cell of your own:\n    a = Value(3.0)\n" in said
    assert "    # going backward  data  gradient  due" in said
    assert "is the first with a wrong gradient" in score._repr_html_()


def test_a_changed_given_method_is_told_with_its_cell(opened, capsys):
    """As in the terminal: what to put back, and nothing of the exercise that fails because of it."""
    page = changed(solved(), ("other.grad -= out.grad", "other.grad += out.grad"))
    check = opened(page, graded=False)
    check.door.namespace["In"] = [
        "",
        *(cell["source"] for cell in page["cells"] if cell["cell_type"] == "code"),
    ]
    check("backward")
    said = capsys.readouterr().out
    copy = "tests/first_loop/handed_out/engine.py"
    assert "`__sub__` (Cell In[3], line 26) was given, and you need not touch it: put it back" in said
    assert copy in said and (check.lesson.root / copy).is_file()
    assert "Hint" not in said and "check.hint()" not in said
    Value = check.door.namespace["Value"]
    a, b = Value(1.0), Value(1.0)
    out = a - b
    out.grad = 1.0
    out._backward()
    assert b.grad == 1.0  # the student's own again


def test_hints_come_in_rungs(opened):
    """One further each time; from the first again when something else is wrong."""
    nameless = changed(solved(), ("2 * self.data * out.grad", "2.125 * self.data * out.grad"))
    check = opened(nameless, graded=False)
    assert check("square") < 15 and not check.run(["square"]).diagnoses
    said = [str(check.hint()) for _ in range(4)]
    assert said[0].startswith("Hint ") and said[-1] == said[-2]
    assert "check.hint()" not in said[-1] and str(check.hint("square")) == said[-1]
    first = check.hints["square"]
    _run(changed(solved(), ("Value(self.data**2,", "Value(self.data**2 + 0.125,")), check.door.namespace)
    check("square")
    assert check.hints["square"] is not first


def test_points_look_like_their_card(opened):
    """nbgrader reads a number; in Jupyter people see the card, and no number below it."""
    score = opened(solved())("square")
    formatter = pytest.importorskip("IPython.core.formatters").PlainTextFormatter()
    assert score == 15 and formatter(score) == "15.0"
    assert "15 of 15" in score._repr_html_() and "15.0" not in score._repr_html_()


def test_a_line_is_told_by_its_cell(opened):
    """Cells are counted as Jupyter counts them, from 1; each has its own lines."""
    door = opened(solved()).door
    door.namespace["In"] = [
        "",
        "import math",
        "def f():\n    pass",
        "class Value:\n    def square(self):\n        pass",
    ]
    line = door.outline("engine.py").line("square", "")
    assert line is not None and door.where(line) == "Cell In[3], line 2"


def test_unknown_exercise_is_said(opened):
    """A misspelt name is answered with the names that there are."""
    with pytest.raises(UsageError, match="no exercise 'sqare'") as said:
        opened(released())("sqare")
    assert "square" in said.value.hint
    assert len(said.value._render_traceback_()) == 2  # what Jupyter shows of it


@pytest.mark.parametrize("student", ["ken", "katherine", "niklaus", "sophie"])
def test_sample_class_gets_the_points_of_the_box(opened, student):
    """The notebook door and the box give every one of these mistakes the same points."""
    (entry,) = intake.find(SAMPLES / student, LESSON)
    due = {e.name: e.points for e in session.grade(LESSON, intake.read(entry, LESSON)).exercises}
    check = opened(filled(sample(student)))
    ledger = check.run(list(due))
    assert {name: ledger.points(name) for name in due} == due


def test_card_is_text_and_safe_html(opened):
    """A card shows the same facts to terminals and to Jupyter, where it escapes what students wrote."""
    broken = changed(solved(), ("w.data -= lr * w.grad", "raise ValueError('<script>alert(1)</script>')"))
    card = Card(opened(broken).run(["update"]), ["update"])
    assert "✘ update" in repr(card) and "<script>" in repr(card)
    assert "0 of 10" in card._repr_html_() and "<script>" not in card._repr_html_()


def test_card_shows_the_pictures_of_its_exercises(opened):
    """In a frame without scripts, as the report draws them; an exercise without pictures has no frame."""
    page = Card(opened(solved()).run(["train"]), ["train"])._repr_html_()
    assert page.count("<iframe sandbox=''") == 1 and "Loss at the lesson" in page
    assert "&lt;svg class=&quot;chart&quot;" in page and "<svg" not in page
    assert "iframe" not in Card(opened(solved()).run(["square"]), ["square"])._repr_html_()


def test_interrupt_reaches_the_notebook(opened):
    """Stopping a check in Jupyter stops it."""
    check = opened(changed(solved(), ("w.data -= lr * w.grad", "raise KeyboardInterrupt")))
    with pytest.raises(KeyboardInterrupt):
        check("update")


def test_theory_of_use_works():
    """The lines that the module shows are those of the notebook's first cell."""
    setup = next(cell["source"] for cell in released()["cells"] if cell["id"] == "setup")
    for line in setup.splitlines()[1:]:
        assert line in textwrap.dedent(kernel.__doc__ or "").replace("    ", "")


def test_a_course_without_its_solutions_is_told(tmp_path, monkeypatch):
    """A kit/ that lacks a file gives no points that are too few: the first cell says what is missing."""
    course.write(LESSON, tmp_path)
    (tmp_path / "kit/solutions/first_loop/training.py").unlink()
    monkeypatch.chdir(tmp_path / "source" / "first_loop")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(KitError, match=r"solutions/first_loop/training.py is missing"):
        kernel.open_lesson("first_loop", {})


def test_a_text_of_the_suite_is_no_name_of_the_notebook(opened):
    """A check defines what it hands to the notebook's functions; nothing of it stays there."""
    door = opened(solved()).door
    f = door.define("f = lambda x: x + 1", "f")
    assert f(2.0) == 3.0 and "f" not in door.namespace


def test_given_methods_are_lent_to_the_students_class_and_taken_back(monkeypatch):
    """In a notebook, too, the class stays the student's: what they wrote in it is what is checked."""
    lesson = catalog.load(LESSON.root, "absolute_loss")
    for file in lesson.files:
        monkeypatch.setitem(sys.modules, Path(file).stem, None)
    namespace = {"__name__": "notebook"}
    source = (lesson.solutions / "engine.py").read_text(encoding="utf-8")
    exec(source.replace("other.grad -= out.grad", "other.grad += out.grad"), namespace)
    Value = namespace["Value"]
    theirs = dict(vars(Value))
    door = NotebookDoor(lesson, namespace, lesson)

    def slope():
        number = Value(3.0)
        (5.0 - number).backward()
        return number.grad

    assert slope() == 1.0
    door.begin("abs", ("engine",))
    assert namespace["Value"] is Value and Value.abs is theirs["abs"] and slope() == -1.0
    door.restore()
    assert dict(vars(Value)) == theirs and slope() == 1.0
