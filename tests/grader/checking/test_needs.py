"""What a chosen exercise builds on is checked as well, and not reported."""

import pytest

from tests.grader.student_runs import run

NO_RESET = {"training.py": lambda text: text.replace("w.grad = 0.0  #", "pass  #")}
SQUARE = {"engine.py": lambda text: text.replace("2 * self.data * out.grad", "self.data * out.grad")}
TRAIN = "tests/first_loop/test_train.py"


def test_a_mistake_has_its_name_in_a_run_of_one_file(submit, warm_run):
    """As in a whole run; the rows and the count are of what was asked for."""
    done = warm_run(TRAIN, folder=submit(NO_RESET).folder)
    assert done.diagnoses["train"]["slug"] == "train-no-reset"
    rows = [line.split()[1] for line in done.out.splitlines() if line.startswith("  ✔") or "✘" in line]
    assert rows == ["train"] and "5 failed, 3 passed" in done.out
    assert "next: `train`" in done.out


def test_what_is_wrong_below_comes_first(submit, warm_run):
    """Nobody asked for `square`, but what builds on it waits for it, or meets a working version."""
    done = warm_run(TRAIN, folder=submit(SQUARE).folder)
    assert "  ✘ square" not in done.out and done.exit_code == 1
    assert "square: The gradient of x² is 2·x." in done.out and "next: `square`" in done.out


@pytest.mark.parametrize("how", [["tests/first_loop"], ["tests/first_loop/test_square.py"]])
def test_nothing_is_checked_twice(submit, how, warm_run):
    """A whole run has all of them, and `square` builds on nothing."""
    done = warm_run(*how, folder=submit({}).folder)
    assert "passed" in done.out and done.exit_code == 0
    assert set(done.results) == ({"square"} if how[0].endswith(".py") else set(done.results))


def test_a_choice_by_name_has_its_needs_too(submit, warm_run):
    """As with `-k`."""
    done = warm_run("tests/first_loop", "-k", "reset", folder=submit(NO_RESET).folder)
    assert done.diagnoses["train"]["slug"] == "train-no-reset"


def test_a_debugger_opens_only_for_what_was_asked_for(submit):
    """With --pdb nothing is checked on the side."""
    done = run("--pdb", TRAIN, folder=submit({}).folder)
    assert set(done.results) == {"train"} and done.exit_code == 0
