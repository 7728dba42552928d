"""Follow-through, the other half: what the student's own code does is shown beside the score."""

from pathlib import Path

import pytest

from grader.checking import own_code
from grader.checking.ledger import Ledger
from grader.figures import Figure, Series
from grader.lesson import catalog
from grader.model import CheckResult, Diagnosis

LESSON = catalog.load(catalog.find_root(Path(__file__).parent), "first_loop")


def ledger(**statuses):
    """A ledger with one check for each exercise named."""
    made = Ledger(LESSON, {name: {"test_it": 1.0} for name in statuses})
    for name, status in statuses.items():
        made.add(name, CheckResult("test_it", "It is so.", status, 0.0, 1.0))
    return made


def playing(status, *values):
    """A replay that ends with `status` and draws `values` as the student's line."""

    def play(exercise, into):
        into.add(exercise, CheckResult("test_it", "It is so.", status, 0.0, 1.0))
        into.figures[exercise] = [Figure("Loss", "step", "loss", (Series("yours", values),))]

    return play


@pytest.fixture
def followed():
    """`train` was graded with a working `square` and drew a chart."""
    made = ledger(square="failed", train="passed")
    made.followed["train"] = ("square",)
    made.figures["train"] = [Figure("Loss", "step", "loss", (Series("expected", (1.0,)),))]
    return made


def test_own_code_is_reported_and_not_scored(followed):
    """The remark says that the student's own version does not pass every check; status and points stay."""
    own_code.show(followed, playing("failed", 9.0))
    assert followed.remarks["train"] == [
        "with your own `square`, not every check of this exercise passes; your points do not depend on that"
    ]
    assert followed.status("train") == "passed"


def test_own_code_that_will_do_is_said_to(followed):
    """A mistake that this exercise never meets is no reproach."""
    own_code.show(followed, playing("passed", 9.0))
    assert followed.remarks["train"] == ["with your own `square`, every check of this exercise passes, too"]


def test_own_code_that_does_not_do_the_same_each_time_is_not_played(followed):
    """What came of a walk that depends on the order in a set would be another thing each time."""
    followed.unsteady.add("square")
    own_code.show(followed, playing("failed", 9.0))
    assert "train" not in followed.remarks


def test_own_curve_is_drawn_beside_the_expected_one(followed):
    """The chart gets one more line, under a name that says whose it is."""
    own_code.show(followed, playing("failed", 9.0, 8.0))
    assert followed.figures["train"][0].series[-1] == Series("with your own `square`", (9.0, 8.0))


def test_a_figure_that_own_code_does_not_draw_stays(followed):
    """Own code that fails before it draws takes nothing away."""
    shown = [*followed.figures["train"]]
    own_code.show(followed, passing())
    assert followed.figures["train"] == shown


@pytest.mark.parametrize("status", ["timed_out", "crashed", "ungraded"])
def test_replay_that_breaks_off_says_nothing(followed, status):
    """A replay that was stopped would say something else the next time."""
    own_code.show(followed, playing(status))
    assert not followed.remarks and len(followed.figures["train"][0].series) == 1


@pytest.mark.parametrize("status", ["todo", "timed_out", "crashed"])
def test_only_what_was_tried_is_played_again(status):
    """Code that is still to do has nothing to show, and code that hangs would hang again."""
    made = ledger(square=status, train="passed")
    made.followed["train"] = ("square",)
    own_code.show(made, lambda *_: pytest.fail("played"))


def test_file_that_cannot_be_imported_is_not_played(followed):
    """There is no code of the student's own to show."""
    followed.unimportable.add("engine.py")
    own_code.show(followed, lambda *_: pytest.fail("played"))


# --- where the own code is right and the working version is not what it was made for ---------------------


@pytest.fixture
def misled():
    """`train` lost its points with working versions of `square` and `update`, and was given a diagnosis."""
    made = ledger(square="failed", update="failed", train="failed")
    made.followed["train"] = ("square", "update")
    made.diagnoses["train"] = Diagnosis("train-no-reset", "It looks as if …", 3)
    made.remarks["train"] = ["said of the first run"]
    return made


def passing(*needed):
    """A replay that passes where none of `needed` is replaced by a working version."""

    def play(exercise, into):
        status = "failed" if {*into.unusable(exercise)} & {*needed} else "passed"
        into.add(exercise, CheckResult("test_it", "It is so.", status, float(status == "passed"), 1.0))

    return play


def test_own_code_that_passes_every_check_counts(misled):
    """Points, status and what is said come from it; nothing is left of the run with working versions."""
    own_code.show(misled, passing("square", "update"))
    assert misled.status("train") == "passed" and misled.points("train") == 1.0
    assert "train" not in misled.diagnoses and "train" not in misled.followed
    assert misled.remarks["train"] == [
        "graded with your own `square` and `update`, because every check of this exercise passes that way"
    ]


def test_functions_of_one_file_count_together(misled):
    """`train` goes with the student's `update`, and still gets a working `square` for the wrong one."""

    def play(exercise, into):
        works = into.unusable(exercise) == ("square",)
        status = "passed" if works else "failed"
        into.add(exercise, CheckResult("test_it", "It is so.", status, float(works), 1.0))

    own_code.show(misled, play)
    assert misled.points("train") == 1.0
    assert misled.remarks["train"][-1].startswith("graded with your own `update`,")


def test_lost_check_is_not_bought_back_partially(misled):
    """One check that fails with the own code, and everything stays as it was."""
    misled.weights = {**misled.weights, "train": {"test_it": 1.0, "test_more": 1.0}}
    misled.add("train", CheckResult("test_more", "It is more.", "passed", 1.0, 1.0))
    before = dict(misled.results["train"])

    def play(exercise, into):
        into.add(exercise, CheckResult("test_it", "It is so.", "passed", 1.0, 1.0))
        into.add(exercise, CheckResult("test_more", "It is more.", "failed", 0.0, 1.0))

    own_code.show(misled, play)
    assert misled.results["train"] == before and misled.diagnoses["train"]


def test_run_that_stopped_half_way_does_not_count(misled):
    """A check that was not run has not passed."""
    misled.weights = {**misled.weights, "train": {"test_it": 1.0, "test_more": 1.0}}
    own_code.show(misled, passing("square", "update"))
    assert misled.status("train") == "failed"


def test_what_counts_is_what_others_were_tried_with(misled):
    """An exercise that has just been counted is tried code, and stands for itself further on."""
    misled.add("squared_loss", CheckResult("test_it", "It is so.", "failed", 0.0, 1.0))
    misled.weights = {**misled.weights, "squared_loss": {"test_it": 1.0}}
    misled.followed = {"squared_loss": ("square",), "train": ("square", "squared_loss", "update")}
    own_code.show(misled, passing("square", "squared_loss", "update"))
    assert misled.status("squared_loss") == misled.status("train") == "passed"


def test_points_that_were_not_lost_are_not_played_for(followed):
    """What passes with working versions stays followed through, whatever the own code does."""
    own_code.show(followed, playing("passed", 9.0))
    assert followed.followed == {"train": ("square",)}


@pytest.mark.parametrize("status", ["timed_out", "crashed", "todo"])
def test_exercise_that_hung_is_not_waited_for_again(status):
    """Neither with one version nor with another."""
    made = ledger(square="failed", update="failed", train=status)
    made.followed["train"] = ("square", "update")
    own_code.show(made, lambda *_: pytest.fail("played"))
