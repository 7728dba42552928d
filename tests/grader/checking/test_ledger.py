"""The ledger adds up checks, exercise by exercise."""

import pytest

from grader.checking.ledger import Ledger
from grader.model import CheckResult

WEIGHTS = {
    "by_hand": {"test_1": 1.0, "test_2": 3.0},
    "square": {"test_1": 1.0},
    "backward": {"test_1": 1.0},
    "update": {"test_1": 1.0},
    "reflections": {"test_1": 1.0},
}


@pytest.fixture
def ledger(lesson):
    """A ledger of lesson 1 without results."""
    return Ledger(lesson, WEIGHTS)


def add(ledger, exercise, **statuses):
    """Note checks with these statuses, at what they are worth."""
    for name, status in statuses.items():
        worth = ledger.max_points(exercise, name)
        points = worth if status == "passed" else 0.0
        ledger.add(exercise, CheckResult(name, name, status, points, worth))


def test_a_check_is_worth_its_share_by_weight(ledger):
    """by_hand has 10 points; weights 1 and 3 make 2.5 and 7.5 of them."""
    assert [ledger.max_points("by_hand", name) for name in ("test_1", "test_2")] == [2.5, 7.5]


def test_what_is_no_exercise_is_worth_nothing(ledger):
    """Checks of the written answers give no points."""
    assert ledger.max_points("reflections", "test_1") == 0.0


def test_points_are_hundredths(lesson):
    """A seventh of ten points is 1.43."""
    ledger = Ledger(lesson, {"by_hand": {f"test_{k}": 1.0 for k in range(7)}})
    add(ledger, "by_hand", test_0="passed")
    assert ledger.points("by_hand") == 1.43


def test_full_points_are_exactly_full(lesson):
    """Shares that no float can hold still add up to the whole."""
    ledger = Ledger(lesson, {"by_hand": {f"test_{k}": 1.0 for k in range(7)}})
    add(ledger, "by_hand", **{f"test_{k}": "passed" for k in range(7)})
    assert ledger.points("by_hand") == 10.0


@pytest.mark.parametrize(
    ("statuses", "telling"),
    [
        (["passed", "passed"], "passed"),
        (["todo", "todo"], "todo"),
        (["todo", "failed"], "todo"),  # a stub that fails a check is a stub
        (["todo", "failed", "waiting"], "todo"),
        (["todo", "passed", "failed"], "failed"),
        (["passed", "todo"], "todo"),
        (["failed", "timed_out", "passed"], "timed_out"),
        (["timed_out", "crashed"], "crashed"),
        (["crashed", "invalid"], "invalid"),
        (["invalid", "ungraded"], "ungraded"),
        (["waiting", "waiting"], "waiting"),
        ([], "todo"),
    ],
)
def test_an_exercise_has_the_most_telling_status_of_its_checks(ledger, statuses, telling):
    """What is worst is said; "to do" where nothing has begun."""
    add(ledger, "by_hand", **{f"test_{k}": status for k, status in enumerate(statuses)})
    assert ledger.status("by_hand") == telling


def test_the_worse_of_two_notes_is_kept(ledger):
    """A check that passes and then fails while it is torn down has failed; the first failure stays."""
    add(ledger, "square", test_1="passed")
    add(ledger, "square", test_1="crashed")
    add(ledger, "square", test_1="failed")
    assert ledger.results["square"]["test_1"].status == "crashed"


def test_undone_is_what_was_checked_and_is_not_done(ledger):
    """An exercise that was not checked is not called undone."""
    add(ledger, "square", test_1="failed")
    add(ledger, "update", test_1="passed")
    assert ledger.undone(["square", "backward", "update"]) == ("square",)
    assert [(e.name, e.status) for e in ledger.checked()] == [("square", "failed"), ("update", "passed")]


def test_an_exercise_is_complete_when_every_check_of_it_ran(ledger):
    """One of two checks is not all of them."""
    add(ledger, "by_hand", test_1="passed")
    assert not ledger.complete("by_hand") and not ledger.complete("square")
    add(ledger, "by_hand", test_2="failed")
    assert ledger.complete("by_hand")


def test_needed_exercises_that_are_not_done_are_unusable(ledger):
    """squared_loss needs square and backward, of which one is wrong; update needs nothing."""
    add(ledger, "square", test_1="passed")
    add(ledger, "backward", test_1="failed")
    assert ledger.unusable("squared_loss") == ("backward",)
    assert ledger.unusable("update") == () == ledger.unusable("reflections")


def test_a_file_that_cannot_be_imported_makes_its_exercises_unusable(ledger):
    """update stands in training.py, which imports engine.py; exercises of engine.py itself get no help."""
    ledger.unimportable.add("engine.py")
    assert ledger.unusable("update") == ("square", "backward")
    assert ledger.unusable("backward") == () == ledger.unusable("failure_modes")
