"""Follow-through in a student's own pytest: the points of grading, and nothing of a working version shown."""

import pytest

from grader.lesson import catalog
from grader.model import Student, Submission
from tests import corpus, home
from tests.grader.conftest import ROOT

LESSON = catalog.load(ROOT, "first_loop")


@pytest.mark.parametrize("name", corpus.lessons())
def test_points_at_home_are_those_of_grading(name):
    """`python -m tests.home` compares everybody; here are a few."""
    lesson = catalog.load(ROOT, name)
    everybody = dict(home.everybody(lesson))
    for member in [*everybody][1 :: len(everybody) // 2]:
        assert home.differences(lesson, everybody[member]) == [], member


WRONG = {"engine.py": lambda text: text.replace("2 * self.data", "self.data")}


def test_a_wrong_exercise_keeps_nothing_waiting(submit, warm_run):
    """What builds on it is checked with a working version; next is what is wrong."""
    done = warm_run("tests/first_loop", folder=submit(WRONG).folder)
    statuses = {name: {result["status"] for result in found.values()} for name, found in done.results.items()}
    assert "failed" in statuses["square"] and statuses["train"] == statuses["squared_loss"] == {"passed"}
    assert "next: `square`" in done.out and done.exit_code == 1


def lines_of(path):
    return {line.strip() for line in path.read_text(encoding="utf-8").splitlines()}


def test_no_detail_shows_a_working_version(submit, warm_run):
    """However much of it pytest is asked to show."""
    files = {
        "engine.py": (LESSON.stubs / "engine.py").read_text(encoding="utf-8"),
        "training.py": lambda text: text.replace(
            "def update", 'def squared_loss(w, x, y):\n    return type(w)("x").square()\n\n\ndef update'
        ),
    }
    done = warm_run("tests/first_loop", "-vv", "--tb=long", folder=submit(files).folder)
    ours = lines_of(LESSON.solutions / "engine.py") - lines_of(LESSON.stubs / "engine.py")
    shown = {line.strip("> E").strip() for line in done.out.splitlines()}
    assert {r["status"] for r in done.results["squared_loss"].values()} == {"failed"}
    assert not {line for line in ours & shown if len(line) > 10} and "<working" not in done.out


NEAR = ("self.grad += 2", "self.grad = 2")
FAR = ("self.grad += 2 * self.data", "self.grad += 2")
NOT_BEGUN = (
    "        out = Value(self.data**2",
    "        raise NotImplementedError\n        out = Value(self.data**2",
)


@pytest.mark.parametrize(("change", "waiting"), [(NEAR, 0), (FAR, 5), (NOT_BEGUN, 8)])
def test_without_solutions_what_is_nearly_right_is_built_on(submit, change, waiting, warm_run):
    """A check that passes with it counts; another one waits, and so do all where nothing is begun."""
    files = {"engine.py": lambda text: text.replace(*change)}
    done = warm_run("-p", "tests.grader.no_solutions", "tests/first_loop", folder=submit(files).folder)
    statuses = [result["status"] for result in done.results["train"].values()]
    assert statuses.count("waiting") == waiting and set(statuses) <= {"passed", "waiting"}
    assert ("waiting for `square`" in done.out) is (waiting > 0)
    assert "next: `square`" in done.out


BAD_LINES = [
    ("first_loop", "by_hand.py", 'W_SHOULD = "increase"', "W_SHOULD = increase"),
    ("first_loop", "failure_modes.py", '0.125: "one step",', "0.125: one step,"),
    ("two_parameters", "by_hand.py", "GRADIENT_W =", "GRADIENT_W = #"),
    ("gradient_check", "suspects.py", '"a": "square"', '"a": square'),
    ("absolute_loss", "outlier.py", "SQUARED_LOWEST_AT = ", "SQUARED_LOWEST_AT = about "),
]


@pytest.mark.parametrize(("name", "file", "right", "wrong"), BAD_LINES)
def test_one_bad_line_costs_one_answer_through_both_doors(name, file, right, wrong):
    """In the same words, with the line."""
    lesson = catalog.load(ROOT, name)
    files = {f: (lesson.solutions / f).read_bytes() for f in lesson.files}
    text = files[file].decode()
    assert right in text
    files[file] = text.replace(right, wrong, 1).encode()
    line = text[: text.index(right)].count("\n") + 1
    submission = Submission(Student("ada", "Ada"), files, "sha256:ada")
    assert home.differences(lesson, submission) == []
    results = home.graded(lesson, submission).results[file.removesuffix(".py")].values()
    assert [f"line {line} is" in r.message for r in results if r.status != "passed"] == [True]


def test_of_two_definitions_the_last_one_counts_and_a_student_is_told(submit, warm_run):
    """Who looks at the first one finds nothing wrong with it."""
    again = "\n\ndef update(w, lr):\n    raise NotImplementedError('to do')\n"
    written = (ROOT / "solutions" / "first_loop" / "training.py").read_text(encoding="utf-8") + again
    first, second = (n for n, line in enumerate(written.split("\n"), 1) if line.startswith("def update("))
    done = warm_run("tests/first_loop", folder=submit({"training.py": lambda text: text + again}).folder)
    said = " ".join(done.out.split())
    assert f"`update` is defined twice, in lines {first} and {second}: the last one counts" in said
