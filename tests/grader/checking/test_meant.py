"""Paths that hold no checks lead to those that are meant."""

import pytest

from grader.checking.meant import checks
from tests.grader.conftest import ROOT
from tests.grader.student_runs import run

EVERYTHING = ["tests/first_loop", "tests/two_parameters"]


def found(given, here=ROOT):
    """The checks that are meant, seen from the kit."""
    return [name.removeprefix(f"{ROOT.as_posix()}/") for name in checks(ROOT, EVERYTHING, given, here)]


@pytest.mark.parametrize("given", ["exercises", "tests", ".", "exercises/README.md", "exercises/../tests/"])
def test_what_holds_more_than_lessons_means_all_of_them(given):
    """As a bare `pytest` does."""
    assert found(given) == EVERYTHING


@pytest.mark.parametrize(
    ("given", "suites"),
    [
        ("exercises/first_loop", [""]),
        ("exercises/first_loop/lesson.md", [""]),
        ("exercises/gradient_check/suspects/a.py", [""]),
        ("exercises/first_loop/engine.py", ["/test_square.py", "/test_backward.py"]),
        ("exercises/first_loop/engine.py::Value", ["/test_square.py", "/test_backward.py"]),
        ("exercises/first_loop/reflections.md", ["/test_reflections.py"]),
    ],
)
def test_a_file_means_its_exercises_and_else_its_lesson(given, suites):
    """Wherever pytest was started."""
    lesson = "/".join(given.split("/")[1:2])
    assert found(given) == [f"tests/{lesson}{suite}" for suite in suites]
    inside = given.removeprefix("exercises/first_loop/")
    if inside != given:
        assert found(inside, ROOT / "exercises/first_loop") == found(given)


@pytest.mark.parametrize("given", ["tests/first_loop", "tests/first_loop/test_square.py::test_x", "no/such"])
def test_what_is_meant_stays(given):
    """Also what does not exist: pytest says so best."""
    assert found(given) == [given]


@pytest.mark.parametrize(
    ("arguments", "cwd"),
    [
        (["exercises/first_loop/engine.py"], "."),
        (["engine.py"], "exercises/first_loop"),
        (["-k", "square", "tests"], "."),
        (["-k", "square"], "tests"),
        (["-k", "square", "exercises"], "."),
    ],
)
def test_they_lead_to_the_board(arguments, cwd):
    """For real: no error, no empty run."""
    done = run(*arguments, cwd=ROOT / cwd)
    assert done.exit_code == 1 and "next: `square`" in done.out
    assert "ERROR" not in done.out and "no tests ran" not in done.out
