"""Marking on paper in lesson 4: a slip costs once, and what leaves nothing to work out gives nothing."""

from types import SimpleNamespace

import pytest

from tests.absolute_loss import test_by_hand as paper
from tests.absolute_loss import test_outlier as outlier
from tests.absolute_loss.paper import TRUE

READINGS = {
    "SQUARED_LOWEST_AT": 10,
    "ABSOLUTE_LOWEST_AT": 3,
    "SQUARED_MOVES_BY": 6,
    "ABSOLUTE_MOVES_BY": 0,
}
QUIET = lambda *_, **__: None  # noqa: E731


def lost_on_paper(**own):
    """The checks of `by_hand` that fail where these answers stand in the place of the true ones."""
    marker = paper.Marker(SimpleNamespace(**{**TRUE, **own}), QUIET, paper.paper)
    checks = {name: check for name, check in vars(paper).items() if name.startswith("test_")}
    return [name for name, check in checks.items() if fails(check, marker)]


def lost_to_the_outlier(**own):
    """The same for the four numbers of `outlier`."""
    answers = SimpleNamespace(**{**READINGS, **own})
    checks = {f"test_{name.lower()}": () for name in READINGS} | {"test_squared_lowest_at": (QUIET,)}
    return [name for name, rest in checks.items() if fails(getattr(outlier, name), answers, *rest)]


def fails(check, *arguments):
    try:
        check(*arguments)
    except AssertionError:
        return True
    return False


def test_true_answers_lose_nothing():
    assert lost_on_paper() == lost_to_the_outlier() == []


SLIPS = {
    "test_prediction": [
        {
            "Y_HAT": 5, "SQUARED_LOSS": 36, "ABSOLUTE_LOSS": 6, "SQUARED_GRADIENT": -36,
            "W_AFTER_SQUARED": 2.72,
        },
        {  # x and y in each other's place
            "Y_HAT": 22, "SQUARED_LOSS": 361, "ABSOLUTE_LOSS": 19, "SQUARED_GRADIENT": 418,
            "ABSOLUTE_GRADIENT": 11, "W_AFTER_SQUARED": -6.36, "W_AFTER_ABSOLUTE": 0.9,
            "NEXT_ABSOLUTE_GRADIENT": 11,
        },
    ],
    "test_squared_loss": [
        {"SQUARED_LOSS": 12.5, "SQUARED_GRADIENT": -15, "W_AFTER_SQUARED": 2.3},
        {"SQUARED_LOSS": -25},
        # A slip in ŷ − y, on the same side of y and across it.
        {"SQUARED_LOSS": 16, "ABSOLUTE_LOSS": 4, "SQUARED_GRADIENT": -24, "W_AFTER_SQUARED": 2.48},
        {
            "SQUARED_LOSS": 16, "ABSOLUTE_LOSS": 4, "SQUARED_GRADIENT": 24, "W_AFTER_SQUARED": 1.52,
            "ABSOLUTE_GRADIENT": 3, "W_AFTER_ABSOLUTE": 1.7, "NEXT_ABSOLUTE_GRADIENT": -3,
        },
        {"SQUARED_LOSS": 5, "ABSOLUTE_LOSS": 25},
    ],
    "test_squared_gradient": [
        {
            "SQUARED_GRADIENT": -10, "W_AFTER_SQUARED": 2.2, "ABSOLUTE_GRADIENT": -1, "W_AFTER_ABSOLUTE": 2.1,
            "NEXT_ABSOLUTE_GRADIENT": -1,
        },
        {
            "SQUARED_GRADIENT": 30, "W_AFTER_SQUARED": 1.4, "ABSOLUTE_GRADIENT": 3, "W_AFTER_ABSOLUTE": 1.7,
            "NEXT_ABSOLUTE_GRADIENT": 3,
        },
        {  # the two slopes in each other's place
            "SQUARED_GRADIENT": -3, "W_AFTER_SQUARED": 2.06, "ABSOLUTE_GRADIENT": -30, "W_AFTER_ABSOLUTE": 5,
            "NEXT_ABSOLUTE_GRADIENT": 24,
        },
    ],
    "test_absolute_gradient": [
        {"ABSOLUTE_GRADIENT": -6, "W_AFTER_ABSOLUTE": 2.6, "NEXT_ABSOLUTE_GRADIENT": -6},
        {"ABSOLUTE_GRADIENT": -11, "W_AFTER_ABSOLUTE": 3.1, "NEXT_ABSOLUTE_GRADIENT": -11},
        {"ABSOLUTE_GRADIENT": 3, "W_AFTER_ABSOLUTE": 1.7, "NEXT_ABSOLUTE_GRADIENT": 3},
        {"ABSOLUTE_GRADIENT": 3, "W_AFTER_ABSOLUTE": 1.7, "NEXT_ABSOLUTE_GRADIENT": -3},
        {"ABSOLUTE_GRADIENT": -15, "W_AFTER_ABSOLUTE": 3.5, "NEXT_ABSOLUTE_GRADIENT": -1.5},
    ],
    "test_w_after_one_squared_step": [
        {"W_AFTER_SQUARED": 1.4, "W_AFTER_ABSOLUTE": 1.7},
        {"W_AFTER_SQUARED": 5, "W_AFTER_ABSOLUTE": 2.06},
        {"W_AFTER_SQUARED": 32, "W_AFTER_ABSOLUTE": 5, "NEXT_ABSOLUTE_GRADIENT": 3},
        {"W_AFTER_SQUARED": -0.6, "W_AFTER_ABSOLUTE": -0.3},
    ],
    "test_next_absolute_gradient": [{"NEXT_ABSOLUTE_GRADIENT": -2.7}],
}  # fmt: skip


@pytest.mark.parametrize(("check", "own"), [(check, own) for check, slips in SLIPS.items() for own in slips])
def test_honest_slip_costs_once(check, own):
    """It costs where it comes first, however often it comes again."""
    assert lost_on_paper(**own) == [check]


@pytest.mark.parametrize(
    "own",
    [
        dict.fromkeys(TRUE, 0),
        {**dict.fromkeys(TRUE, 0), "Y_HAT": 11, "W_AFTER_SQUARED": 2, "W_AFTER_ABSOLUTE": 2},
        dict.fromkeys(TRUE, True),
        dict.fromkeys(TRUE, float("nan")),
        dict.fromkeys(TRUE, "-3"),
    ],
)
def test_answers_that_work_out_nothing_get_nothing(own):
    """A prediction without an error leaves nothing to find; words and truths are no numbers."""
    assert len(lost_on_paper(**own)) == len(TRUE)


def test_one_number_for_both_losses_is_no_slip_in_an_error():
    """1 is its own square: whoever writes it down twice has shown nothing. Its slopes would take work."""
    assert "test_absolute_loss" in lost_on_paper(**dict.fromkeys(TRUE, 1))
    assert "test_absolute_loss" in lost_on_paper(SQUARED_LOSS=1, ABSOLUTE_LOSS=1)
    right = {"Y_HAT": 10, "SQUARED_LOSS": 1, "ABSOLUTE_LOSS": 1, "SQUARED_GRADIENT": -6}
    assert lost_on_paper(**right) == ["test_prediction"]


@pytest.mark.parametrize(
    ("own", "lost"),
    [
        # The mean for the median, from the first answer to the last.
        (dict(zip(READINGS, (3, 10, 0, 6), strict=True)), ["test_squared_lowest_at"]),
        # Where it moves to, for how far.
        ({"SQUARED_MOVES_BY": 16, "ABSOLUTE_MOVES_BY": 3}, ["test_squared_moves_by"]),
        # A sum that went wrong.
        ({"SQUARED_LOWEST_AT": 12, "SQUARED_MOVES_BY": 4}, ["test_squared_lowest_at"]),
        # One rule, twice: the sum, the mean of four and of six, the middle of both ends, one loss for both.
        ({"SQUARED_LOWEST_AT": 50, "SQUARED_MOVES_BY": 30}, ["test_squared_lowest_at"]),
        ({"SQUARED_LOWEST_AT": 12.5, "SQUARED_MOVES_BY": 7.5}, ["test_squared_lowest_at"]),
        ({"SQUARED_LOWEST_AT": 8.33, "SQUARED_MOVES_BY": 5}, ["test_squared_lowest_at"]),
        ({"SQUARED_LOWEST_AT": 20.5, "SQUARED_MOVES_BY": 15}, ["test_squared_lowest_at"]),
        ({"ABSOLUTE_LOWEST_AT": 20.5, "ABSOLUTE_MOVES_BY": 15}, ["test_absolute_lowest_at"]),
        ({"ABSOLUTE_LOWEST_AT": 10, "ABSOLUTE_MOVES_BY": 6}, ["test_absolute_lowest_at"]),
        ({"SQUARED_LOWEST_AT": 3, "SQUARED_MOVES_BY": 0}, ["test_squared_lowest_at"]),
        (
            {"SQUARED_LOWEST_AT": 11, "SQUARED_MOVES_BY": 30},
            ["test_squared_lowest_at", "test_squared_moves_by"],
        ),
        # One answer alone is wrong, or two that have nothing to do with each other.
        ({"ABSOLUTE_LOWEST_AT": 10}, ["test_absolute_lowest_at"]),
        (
            {"SQUARED_MOVES_BY": 0, "ABSOLUTE_MOVES_BY": 6},
            ["test_squared_moves_by", "test_absolute_moves_by"],
        ),
        (dict.fromkeys(READINGS, 0), [f"test_{n.lower()}" for n in READINGS if n != "ABSOLUTE_MOVES_BY"]),
    ],
)
def test_a_confusion_about_readings_costs_once(own, lost):
    assert sorted(lost_to_the_outlier(**own)) == sorted(lost)
