"""A function that a check hands to student code: it runs where that runs, and an example shows its text."""

import pytest

from grader.grading import session
from grader.model import Student, Submission
from tests.grader.conftest import CONFINED
from tests.grader.student_runs import run

CHECK = """
from grader.checks import close, number

def test_double(submission):
    \"\"\"f is called twice.\"\"\"
    f = submission.function("lambda number: number * 3 - 1")
    assert submission.module("sums").double(f, 2.0) == close(14), "double(f, 2)"
"""
RIGHT = "def double(f, x):\n    return f(f(x))\n"
WRONG = "def double(f, x):\n    return f(x) + f(x)\n"
RAISES = "def double(f, x):\n    return f([x] - 1)\n"
IN_F = "def double(f, x):\n    return f(None)\n"
TAKES_OVER = "import builtins\nbuiltins.eval = lambda *_: 14\n\n\ndef double(f, x):\n    return f\n"


@pytest.fixture
def checked(kit):
    """`checked(source)`: (status, message, example, line) of the check of `double`."""
    catalog = """
title = "Functions"
minutes = [1, 2]
written_file = "words.md"
[[exercise]]
name = "double"
title = "Twice"
file = "sums.py"
points = 4
hints = ["Call it."]
"""
    lesson = kit(
        {
            "exercises/NAME/lesson.toml": catalog,
            "solutions/NAME/words.md": "# Words\n",
            "solutions/NAME/rubrics.toml": None,
            "tests/NAME/test_double.py": CHECK,
            "solutions/NAME/sums.py": RIGHT,
        }
    )

    def found(source):
        files = {"sums.py": source.encode(), "words.md": b""}
        grade = session.grade(lesson, Submission(Student("a", "A"), files, ""), confined=CONFINED)
        (check,) = grade.exercises[0].checks
        return check.status, check.message, check.example, check.line

    found.lesson = lesson
    return found


def test_it_is_called_where_student_code_runs(checked):
    assert checked(RIGHT)[0] == "passed"


def test_a_wrong_use_fails_and_the_example_can_be_run(checked):
    """The text of the function stands in it."""
    status, message, example, _ = checked(WRONG)
    call = "double(lambda number: number * 3 - 1, 2.0)"
    assert (status, example) == ("failed", f"from sums import double\nprint({call})  # 10.0")
    assert "expected 14, got 10" in message


@pytest.mark.parametrize("source", [RAISES, IN_F])
def test_an_error_is_shown_at_the_students_own_line(checked, source):
    status, message, _, line = checked(source)
    assert (status, line) == ("failed", 2) and "TypeError" in message


def test_a_submission_that_takes_over_eval_gains_nothing(checked):
    """What comes is no function, and that is told."""
    assert checked(TAKES_OVER)[0] == "invalid"


@pytest.mark.parametrize(("source", "said"), [(RIGHT, "4/4"), (WRONG, "expected 14, got 10")])
def test_the_students_own_pytest_judges_alike(checked, tmp_path, source, said):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "sums.py").write_text(source)
    (folder / "words.md").write_text("")
    done = run(f"tests/{checked.lesson.name}", folder=folder, cwd=checked.lesson.root)
    assert said in done.out
    assert (source is RIGHT) or "double(lambda number: number * 3 - 1, 2.0)" in done.out
