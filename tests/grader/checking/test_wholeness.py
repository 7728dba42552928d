"""A part of the kit that is missing or broken is told as the kit's fault, and costs no student a point."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader import cli
from grader.checking.wholeness import require_whole
from tests.grader import kits
from tests.grader.conftest import ROOT
from tests.grader.student_runs import run

QUADRUPLE = (
    'from grader.checks import close\n\n\ndef test_quadruple(submission):\n    """Twice twice."""\n'
    '    assert submission.module("sums").quadruple(3) == close(12), "quadruple(3)"\n'
)
ANSWERS = "solutions/NAME/words.md"
WHOLE = {
    "tests/NAME/test_quadruple.py": QUADRUPLE,
    "tests/NAME/__init__.py": "",
    ANSWERS: "# Words\n\n## Why?\n\nBecause.\n",
}
SOLUTION, SUITE = "solutions/NAME/sums.py", "tests/NAME/test_double.py"
CATALOG, MODELS = "exercises/NAME/lesson.toml", "tests/NAME/misconceptions/__init__.py"
WRONG = "def double(x):\n    return 3 * x\n\n\ndef quadruple(x):\n    return double(double(x))\n"

BROKEN = {
    "no solution": ({SOLUTION: None}, "sums.py is missing"),
    "no sample answers": ({ANSWERS: None}, "words.md is missing"),
    "solution is no Python": ({SOLUTION: "def double(x:\n"}, "sums.py is no Python"),
    "solution lacks a function": (
        {SOLUTION: "def twice(x):\n    return x + x\n"},
        "no function `double`",
    ),
    "no suite of an exercise": ({SUITE: None}, "test_double.py is missing"),
    "suite without a check": ({SUITE: "X = 1\n"}, "test_double.py has no check that counts"),
    "suite breaks": ({SUITE: "import nothing_of_that_name\n"}, "cannot be collected"),
    "no pyproject.toml": ({"pyproject.toml": None}, "cannot be collected"),
    "no stub of the answers": ({"exercises/NAME/words.md": None}, "words.md is missing"),
    "models break": ({MODELS: "import nothing_of_that_name\n"}, "misconceptions cannot be imported"),
    "no models in there": ({MODELS: "X = 1\n"}, "misconceptions cannot be imported"),
}


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """Half right work: of two exercises the first is wrong, and the second builds on it."""
    folder = tmp_path / "class" / "ada"
    folder.mkdir(parents=True)
    (folder / "sums.py").write_text(WRONG)
    (folder / "words.md").write_text("# Words\n\n## Why?\n\nSo.\n")
    return folder


def grader(*arguments: object):
    """The command, in this process."""
    return CliRunner().invoke(cli.main, [*map(str, arguments), "--allow-unconfined"])


def test_a_whole_kit_grades(kit, handed_in: Path) -> None:
    """With all of its parts the small kit gives the second exercise its points: one mistake costs once."""
    lesson = kit(WHOLE)
    result = grader("ci", handed_in, "--lesson", lesson.name, "--kit", lesson.root, "--pass-at", 40)
    assert (result.exit_code, "4 of 10 points" in result.output) == (0, True)


@pytest.mark.parametrize("name", BROKEN)
def test_a_part_that_is_missing_or_broken_ends_the_command(kit, handed_in: Path, name: str) -> None:
    """`ci` exits with 2 and says which part it is; nobody is told any points."""
    changed, said = BROKEN[name]
    lesson = kit({**WHOLE, **changed})
    result = grader("ci", handed_in, "--lesson", lesson.name, "--kit", lesson.root, "--pass-at", 0)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr and "Hint: " in result.stderr


@pytest.mark.parametrize("text", ["title = \n", "\udcff"])
def test_a_catalog_that_cannot_be_read_ends_the_command(kit, handed_in: Path, text: str) -> None:
    """The exit code is 2 and the file is named."""
    lesson = kit(WHOLE)
    (lesson.stubs / "lesson.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    result = grader("ci", handed_in, "--lesson", lesson.name, "--kit", lesson.root)
    assert (result.exit_code, "lesson.toml is not valid TOML" in result.stderr) == (2, True)


def test_a_class_is_not_graded_with_half_a_kit(kit, handed_in: Path, tmp_path: Path) -> None:
    """`grade` says the same before it starts, and writes no report."""
    lesson = kit({**WHOLE, SOLUTION: None})
    result = grader(
        "grade", handed_in.parent, "--out", tmp_path / "out", "--lesson", lesson.name, "--kit", lesson.root
    )
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "sums.py is missing" in result.stderr


def test_lesson_1_needs_its_solutions(lesson, tmp_path: Path) -> None:
    """Without solutions/, as in a repository that students see, nothing of lesson 1 is graded."""
    require_whole(lesson)
    root = tmp_path / "kit"
    for part in ("exercises", "tests/first_loop", "tests/lessons", "pyproject.toml"):
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, root / part)
    result = grader("ci", root / "exercises", "--kit", root, "--pass-at", 0)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "solutions/first_loop/engine.py is missing" in result.stderr


def test_a_students_board_does_without_wrong_models(kit, handed_in: Path) -> None:
    """In a student's own pytest a mistake then has no name; the board stands."""
    lesson = kit({**WHOLE, MODELS: "import nothing_of_that_name\n"})
    done = run(f"tests/{lesson.name}", folder=handed_in, cwd=lesson.root)
    assert "expected 6, got 9" in done.out and "next: `double`" in done.out
    assert "INTERNALERROR" not in done.out


def test_a_students_pytest_says_that_the_catalog_is_broken(kit, handed_in: Path) -> None:
    """The file is named in one line, without a traceback of ours."""
    lesson = kit(WHOLE)
    (lesson.stubs / "lesson.toml").write_text("title = \n")
    done = run(f"tests/{lesson.name}", folder=handed_in, cwd=lesson.root)
    assert done.exit_code == 4 and "lesson.toml is not valid TOML" in done.out
    assert "Traceback" not in done.out


def test_a_lesson_without_hints_is_graded(kit, handed_in: Path) -> None:
    """`grader lint` asks for hints; until there are some, board and grade do without."""
    lesson = kit({**WHOLE, CATALOG: re.sub("hints = .*", "hints = []", kits.CATALOG)})
    result = grader("ci", handed_in, "--lesson", lesson.name, "--kit", lesson.root, "--pass-at", 40)
    assert (result.exit_code, "Hint" in result.output) == (0, False)
    done = run(f"tests/{lesson.name}", "--hint", folder=handed_in, cwd=lesson.root)
    assert "next: `double`" in done.out and "INTERNALERROR" not in done.out
