"""Stubs are made from solutions, and the ones that are checked in are these."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.lesson import catalog, stubs

ROOT = catalog.find_root(Path(__file__))
LESSONS = catalog.lesson_names(ROOT)

BLOCK = """\
def double(x):
    \"\"\"Twice x.\"\"\"
    # >>> solution
    # TODO: return twice x.
    # Constraint: no loop.

    # Adding keeps whole numbers whole.
    return x + x
    # <<< stub: raise NotImplementedError("double is still to do")


print(double(2))
"""
MARKDOWN = """\
## Why?

<!-- >>> solution -->
Because of this,

and of that.
<!-- <<< stub:
_TODO: two bullets._

-
-
-->
"""


@pytest.fixture
def lesson(tmp_path):
    """A copy of lesson 1 that a test may damage."""
    original = catalog.load(ROOT, "first_loop")
    for tree in ("exercises", "solutions"):
        shutil.copytree(ROOT / tree / original.name, tmp_path / tree / original.name)
    return replace(original, root=tmp_path)


@pytest.mark.parametrize("name", LESSONS)
def test_checked_in_stubs_are_what_the_solutions_make(name):
    """Nobody edited a stub by hand, or a solution without making its stub again."""
    assert stubs.drift(catalog.load(ROOT, name)) == []


@pytest.mark.parametrize("name", LESSONS)
def test_every_stub_is_valid_python_that_says_what_to_do(name):
    """A fresh exercise compiles, holds a TODO, and shows no marker."""
    lesson = catalog.load(ROOT, name)
    for file, text in stubs.stubs_for(lesson).items():
        if file.endswith(".py"):
            compile(text, file, "exec")
        assert ("TODO" in text) != lesson.given(file)
        assert "solution" not in text and "<<<" not in text


def test_a_block_keeps_its_opening_comment_and_loses_its_code():
    """Of a block the stub shows the task, then what stands in for the code, at the block's indentation."""
    assert stubs.make_stub(BLOCK, "double.py") == (
        'def double(x):\n    """Twice x."""\n'
        "    # TODO: return twice x.\n    # Constraint: no loop.\n"
        '    raise NotImplementedError("double is still to do")\n'
        "\n\nprint(double(2))\n"
    )


def test_a_line_gives_way_to_its_stub():
    """One line can be a region, and keeps its indentation."""
    text = 'TABLE = {\n    1: "one",  # so small  # <<< stub: 1: None,  # TODO: a word\n}\n'
    assert stubs.make_stub(text, "table.py") == "TABLE = {\n    1: None,  # TODO: a word\n}\n"


def test_a_markdown_answer_gives_way_to_lines():
    """In Markdown the markers are HTML comments, and what replaces the answer may have several lines."""
    assert stubs.make_stub(MARKDOWN, "why.md") == "## Why?\n\n_TODO: two bullets._\n\n-\n-\n"


def test_a_markdown_line_gives_way_to_its_stub():
    """A line of Markdown can be a region too."""
    assert stubs.make_stub("Yes. <!-- <<< stub: TODO: yes or no. -->\n", "why.md") == "TODO: yes or no.\n"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (2, "a = 1\n# >>> solution\n# TODO: b\nb = 2\n"),
        (2, "a = 1\n# <<< stub: pass  # TODO\n"),
        (4, "# >>> solution\n# TODO: a\na = 1\n# >>> solution\nb = 2\n# <<< stub: pass\n"),
        (3, "# >>> solution\n# TODO: a\na = 1  # <<< stub: a = None\n# <<< stub: pass\n"),
        (1, "#>>> solution\n# TODO: a\na = 1  # <<< stub: a = None  # TODO\n"),
        (2, "a = 1  # <<< stub: a = None  # TODO\nb = 2  #<<< stub: b = None  # TODO\n"),
        (1, "# >>> Solution\n# TODO: a\na = 1\n# <<< stub: pass\n"),
    ],
    ids=["no-end", "no-start", "nested", "line-in-block", "misspelt-start", "misspelt-end", "capital"],
)
def test_a_marker_without_a_partner_is_an_error_at_its_line(line, text):
    """A misplaced marker never leaves a piece of the solution in a stub."""
    with pytest.raises(KitError, match=rf"^broken\.py:{line}: .*not part of a region"):
        stubs.make_stub(text, "broken.py")


@pytest.mark.parametrize(
    "text",
    ["\n# >>> solution\na = 1\n# <<< stub: a = None\n", "\na = 1  # <<< stub: a = None\n"],
    ids=["block", "line"],
)
def test_a_region_without_a_todo_is_an_error_at_its_line(text):
    """A student is never left in front of a blank without a task."""
    with pytest.raises(KitError, match=r"^silent\.py:2: this region has no TODO"):
        stubs.make_stub(text, "silent.py")


def test_a_solution_without_regions_is_an_error():
    """A solution with no marked region is not handed out as its own stub."""
    with pytest.raises(KitError, match=r"whole\.py: no region is marked"):
        stubs.make_stub("a = 1\n", "whole.py")


def test_only_python_and_markdown_have_stubs():
    """A file whose comments are not known is refused by name."""
    with pytest.raises(KitError, match=r"data\.csv"):
        stubs.make_stub("1,2\n", "data.csv")


def test_write_restores_what_drifted_and_nothing_else(lesson):
    """An edited and a deleted stub are made again; the others are left alone."""
    (lesson.stubs / "engine.py").write_text("# mine\n", encoding="utf-8")
    (lesson.stubs / "by_hand.py").unlink()
    assert stubs.write(lesson) == ["by_hand.py", "engine.py"]
    assert stubs.drift(lesson) == [] and stubs.write(lesson) == []


def test_drift_names_the_file_and_its_first_wrong_line(lesson):
    """Each stub that drifted is reported with where it starts to differ."""
    path = lesson.stubs / "by_hand.py"
    path.write_text(path.read_text(encoding="utf-8").replace("x = 2", "x = 3"), encoding="utf-8")
    (lesson.stubs / "engine.py").unlink()
    wrong, missing = stubs.drift(lesson)
    assert wrong.startswith("exercises/first_loop/by_hand.py:8 ")
    assert missing.startswith("exercises/first_loop/engine.py is missing")


def test_drift_sees_a_line_added_at_the_end(lesson):
    """A stub that only goes on longer has drifted from its first extra line on."""
    path = lesson.stubs / "failure_modes.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "extra = 1\n", encoding="utf-8")
    added = len(text.splitlines()) + 1
    assert stubs.drift(lesson)[0].startswith(f"exercises/first_loop/failure_modes.py:{added} ")


def test_a_missing_solution_is_an_error_that_names_it(lesson):
    """A file of the catalog without a solution is reported, not skipped."""
    (lesson.solutions / "training.py").unlink()
    with pytest.raises(KitError, match=r"solutions/first_loop/training\.py is missing"):
        stubs.stubs_for(lesson)


def run_training(folder):
    """What `python folder/training.py` prints, and how it ends."""
    command = [sys.executable, "-B", folder / "training.py"]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


def test_the_training_script_of_a_stub_says_what_is_still_to_do(lesson):
    """Running the untouched script gives one friendly line, and no traceback."""
    run = run_training(lesson.stubs)
    assert run.returncode == 0 and run.stderr == ""
    assert run.stdout == "Not yet: train in training.py is still to do. Run pytest to see what comes next.\n"


def test_the_training_script_of_the_solution_shows_w_learning(lesson):
    """The table starts at w = −1 with loss 36, and one step later stands at w = 1.4."""
    rows = [line.split() for line in run_training(lesson.solutions).stdout.splitlines()]
    assert rows[0][:3] == ["step", "w", "loss"] and rows[10][0] == "9"
    assert rows[1][:3] == ["0", "-1.000000", "36"] and rows[2][:3] == ["1", "1.400000", "1.44"]


def test_the_sessions_shown_in_the_lesson_are_what_the_solution_answers(lesson):
    """Every `>>>` line of lesson.md gives the numbers that stand below it."""
    command = [sys.executable, "-B", "-m", "doctest", lesson.stubs / "lesson.md"]
    run = subprocess.run(
        command, check=False, cwd=lesson.solutions, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (run.returncode, run.stdout) == (0, "")


def test_the_written_file_asks_the_catalogs_questions_in_order():
    """The headings of reflections.md are the question titles of lesson.toml, word for word."""
    lesson = catalog.load(ROOT, "first_loop")
    stub = stubs.stubs_for(lesson)[lesson.written_file]
    headings = [line.removeprefix("## ") for line in stub.splitlines() if line.startswith("## ")]
    assert headings == [question.title for question in lesson.questions]
