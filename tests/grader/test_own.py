"""Follow-through, the other half: what the student's own code does is shown beside the score."""

from pathlib import Path

import pytest

from grader import catalog, own
from grader.ledger import Ledger
from grader.model import CheckResult, Figure, Series

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
    """The remark counts the checks that pass with the student's own version; status and points stay."""
    own.show(followed, playing("failed", 9.0))
    assert followed.remarks["train"] == [
        "with your own `square`, 0 of 1 checks of this exercise pass; that does not count"
    ]
    assert followed.status("train") == "passed"


def test_own_code_that_will_do_is_said_to(followed):
    """A mistake that this exercise never meets is no reproach."""
    own.show(followed, playing("passed", 9.0))
    assert followed.remarks["train"] == ["with your own `square`, every check of this exercise passes, too"]


def test_own_code_that_does_not_do_the_same_each_time_is_not_played(followed):
    """What came of a walk that depends on the order in a set would be another thing each time."""
    followed.unsteady.add("square")
    own.show(followed, playing("failed", 9.0))
    assert "train" not in followed.remarks


def test_own_curve_is_drawn_beside_the_expected_one(followed):
    """The chart gets one more line, under a name that says whose it is."""
    own.show(followed, playing("failed", 9.0, 8.0))
    assert followed.figures["train"][0].series[-1] == Series("with your own `square`", (9.0, 8.0))


@pytest.mark.parametrize("status", ["timed_out", "crashed", "ungraded"])
def test_replay_that_breaks_off_says_nothing(followed, status):
    """A replay that was stopped would say something else the next time."""
    own.show(followed, playing(status))
    assert not followed.remarks and len(followed.figures["train"][0].series) == 1


@pytest.mark.parametrize("status", ["todo", "timed_out", "crashed"])
def test_only_what_was_tried_is_played_again(status):
    """Code that is still to do has nothing to show, and code that hangs would hang again."""
    made = ledger(square=status, train="passed")
    made.followed["train"] = ("square",)
    own.show(made, lambda *_: pytest.fail("played"))


def test_file_that_cannot_be_imported_is_not_played(followed):
    """There is no code of the student's own to show."""
    followed.unimportable.add("engine.py")
    own.show(followed, lambda *_: pytest.fail("played"))
