"""Plain tests become graded checks: what counts, in which order, and where the files are."""

import subprocess
import sys

import pytest

from grader import checks
from grader.checking.compare import close
from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.figures import Figure, Node, Series
from grader.student import Place
from tests.grader.student_runs import run

OUT_OF_ORDER = '''\
import pytest

from grader.checks import close


@pytest.mark.weight(3)
def test_twice_twice(submission, chart):
    """Twice
    twice.

    More for authors.
    """
    chart("Sizes", "step", "size", expected=[1, 2], yours=[1, 4.0])
    assert submission.module("sums").quadruple(3) == close(12)


@pytest.mark.parametrize("x", [1, 2])
def test_other(submission, x):
    assert submission.module("sums").quadruple(x) == close(4 * x)


def helper():
    """No test."""
'''
PLACE = Place("sums.py", 2, "double")
SUITE = {"tests/NAME/test_quadruple.py": OUT_OF_ORDER, "tests/NAME/test_aside.py": "def test_aside(): pass\n"}


class Fake:
    """A door to sums that are right, or wrong by `off`. It notes what it was asked."""

    def __init__(self, off=0):
        self.off = off
        self.begun = []
        self.examples = 0

    def begin(self, exercise, working):
        self.begun.append((exercise, working))

    def module(self, name):
        return self

    def double(self, x):
        return 2 * x + self.off

    def quadruple(self, x):
        return 4 * x

    def place(self, error):
        return None

    def output(self):
        return ""

    def example(self):
        return ""

    def new_example(self):
        self.examples += 1


@pytest.fixture
def checked(kit):
    """`checked(door, *options, **files)`: the suites of a small lesson, run on what is behind `door`."""

    def run_suites(door, *options, files=SUITE, select=""):
        lesson = kit(files)
        suites = Suites()
        run = StudentRun(suites, lambda _: door)
        ini = ["--rootdir", str(lesson.root), "-c", str(lesson.root / "pyproject.toml")]
        quiet = ["-pno:terminal", "-pno:cacheprovider", "-pno:faulthandler", *options]
        pytest.main([*ini, *quiet, f"{lesson.suite}{select}"], plugins=[suites, run])
        return run.ledgers[lesson.name]

    return run_suites


def test_exercises_run_in_the_lessons_order(checked):
    """The catalog's order, whatever the files are called; what belongs to no exercise comes last."""
    ledger = checked(door := Fake())
    assert list(ledger.results) == ["double", "quadruple", "aside"]
    assert door.begun == [("double", ()), ("quadruple", ()), ("quadruple", ()), ("quadruple", ())]


def test_a_check_is_titled_by_its_claim(checked):
    """The first paragraph of its docstring, on one line; its name where there is none."""
    results = checked(Fake()).results["quadruple"]
    assert [r.title for r in results.values()] == ["Twice twice.", "test_other[1]", "test_other[2]"]


def test_a_check_counts_by_its_weight(checked):
    """Weights 3, 1 and 1 share the four points of the exercise."""
    ledger = checked(Fake())
    assert {n: r.max_points for n, r in ledger.results["quadruple"].items()} == {
        "test_twice_twice": pytest.approx(2.4),
        "test_other[1]": pytest.approx(0.8),
        "test_other[2]": pytest.approx(0.8),
    }


def test_points_are_shares_of_the_whole_whatever_is_selected(checked):
    """A check that is picked by its name is worth no more than in a full run."""
    ledger = checked(Fake(), select="/test_quadruple.py::test_twice_twice")
    assert ledger.weights["quadruple"] == {"test_twice_twice": 3.0, "test_other": 1.0}
    assert not ledger.complete("quadruple")


def test_what_is_deselected_counts_too(checked):
    """As with `-k`."""
    ledger = checked(Fake(), "-k", "other")
    assert set(ledger.weights["quadruple"]) == {"test_twice_twice", "test_other[1]", "test_other[2]"}
    assert ledger.points("quadruple") == 1.6


def test_what_an_exercise_needs_is_replaced_when_it_is_not_done(checked):
    """A wrong `double` is told to the door when `quadruple` begins, and noted."""
    ledger = checked(door := Fake(off=1))
    assert door.begun[1:] == [("quadruple", ("double",))] * 3
    assert ledger.followed == {"quadruple": ("double",)} and ledger.status("double") == "failed"


def test_a_chart_belongs_to_its_exercise(checked):
    """Its lines are named by the check."""
    series = (Series("expected", (1.0, 2.0)), Series("yours", (1.0, 4.0)))
    assert checked(Fake()).figures == {"quadruple": [Figure("Sizes", "step", "size", series)]}


DRAWS = '''\
from grader.checks import close, node


def test_double(submission, draw):
    """Twice."""
    draw([node("b", "b = a + a", ["a", "a"], 6, 5, 6)])
    assert submission.module("sums").double(3) == close(6)
'''


@pytest.mark.parametrize(("off", "example", "shown"), [(1, "double(3)", 1), (1, "", 0), (0, "double(3)", 0)])
def test_a_graph_is_shown_with_the_example_of_a_failure(checked, monkeypatch, off, example, shown):
    """Where nothing is wrong, or there is no example, there is nothing that it could explain."""
    monkeypatch.setattr(Fake, "example", lambda self: example)
    result = checked(Fake(off), files={"tests/NAME/test_double.py": DRAWS}).results["double"]["test_double"]
    assert result.graph == (Node("b", "b = a + a", ("a", "a"), "6", "5", "6", False),) * shown


PROPERTY = """\
from hypothesis import given, strategies as st

from grader.checks import close


@given(x=st.integers(0, 9))
def test_double(submission, x):
    assert submission.module("sums").double(x) == close(2 * x), f"double({x})"
"""


def test_every_example_of_a_property_starts_afresh(checked):
    """The door hears of each example, so that a failure can show its own."""
    ledger = checked(door := Fake(), files={"tests/NAME/test_double.py": PROPERTY})
    assert ledger.status("double") == "passed" and door.examples >= 10


def test_a_property_fails_with_its_first_wrong_example(checked):
    """There is no search for a smaller one: what fails first is what is told."""
    ledger = checked(door := Fake(off=1), files={"tests/NAME/test_double.py": PROPERTY})
    assert ledger.results["double"]["test_double"].message == "double(0)\nexpected 0, got 1"
    assert door.examples == 1


REFUSES = PROPERTY.replace("    assert", "    if x > 3:\n        hypothesis.reject()\n    assert")


def test_a_check_may_refuse_examples(checked):
    """Those that a check assumes away are skipped."""
    files = {"tests/NAME/test_double.py": f"import hypothesis\n{REFUSES}"}
    assert checked(Fake(), files=files).status("double") == "passed"


def test_student_code_may_refuse_nothing(checked):
    """An assumption that fails in student code is the student's exception, not a way to pass."""
    door = Fake()
    door.place = lambda error: PLACE
    files = {"tests/NAME/test_double.py": f"import hypothesis\n{REFUSES}"}
    result = checked(door, files=files).results["double"]["test_double"]
    assert result.status == "failed" and result.message.startswith("your code raised UnsatisfiedAssumption")


def test_two_numbers_are_compared_in_words():
    """pytest's account of `==` with `close` is the sentence that a student reads."""
    assert checks.pytest_assertrepr_compare("==", 3.0, close(6.0)) == ["expected 6, got 3"]
    assert checks.pytest_assertrepr_compare("==", close(6.0), "6") == ["expected 6, got the text '6'"]
    assert checks.pytest_assertrepr_compare("!=", 3.0, close(6.0)) is None
    assert checks.pytest_assertrepr_compare("==", 3.0, 6.0) is None


def test_the_files_to_check_may_be_elsewhere(submit, lesson):
    """The folder itself, or one with the lesson's folder in it."""
    only = "tests/first_loop/test_by_hand.py"
    assert run(only, folder=submit({}).folder).exit_code == 0
    assert run(only, folder=lesson.solutions.parent).exit_code == 0


def test_a_folder_that_is_not_there_is_told_at_once():
    """A usage error, before anything is checked."""
    done = run("--submission=nowhere")
    assert done.exit_code == pytest.ExitCode.USAGE_ERROR and not done.results
    assert "--submission: there is no folder" in done.out and "warning" not in done.out


def test_in_a_lessons_folder_pytest_means_its_checks(lesson):
    """There are no tests among the exercises, so a bare `pytest` there would find none."""
    done = run(cwd=lesson.stubs)
    assert set(done.results) == {*(e.name for e in lesson.exercises), "reflections"}
    assert "next: `by_hand` in by_hand.py" in done.out


def test_a_plain_run_does_without_what_watches():
    """Each `pytest` of a student loads the plugin; few of them have `--watch`."""
    code = "import sys, grader.checks; print(*(n for n in sys.modules if n.startswith('grader.watching')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []
