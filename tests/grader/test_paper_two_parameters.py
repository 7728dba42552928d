"""Marking on paper in lesson 2: a slip costs once, wherever it comes again."""

from types import SimpleNamespace

import pytest

from grader.checking.compare import Todo
from tests.two_parameters import lines
from tests.two_parameters import test_by_hand as suite
from tests.two_parameters.paper import ETA, POINTS, TRUE, B, W

CHECKS = {  # answer → its check
    "Y_HAT_1": suite.test_first_prediction,
    "Y_HAT_2": suite.test_second_prediction,
    "LOSS": suite.test_loss,
    "GRADIENT_W_SIGN": suite.test_sign_of_the_gradient_for_w,
    "GRADIENT_B_SIGN": suite.test_sign_of_the_gradient_for_b,
    "GRADIENT_W": suite.test_gradient_for_w,
    "GRADIENT_B": suite.test_gradient_for_b,
    "W_AFTER": suite.test_w_after_one_step,
    "B_AFTER": suite.test_b_after_one_step,
    "LOSS_AFTER": suite.test_loss_after_one_step,
    "LOSS_WENT_DOWN": suite.test_loss_went_down,
}


def lost(**own):
    """The answers that lose their point, where a student has these and otherwise the true ones."""
    return [name for name, check in CHECKS.items() if not passes(check, {**TRUE, **own})]


def passes(check, paper):
    marker = suite.PointMarker(SimpleNamespace(**paper), lambda text: None, suite.paper)
    try:
        check(marker)
    except (AssertionError, Todo):
        return False
    return True


def carried(scale=1, **own):
    """These answers with what follows by the right method; the later loss is `scale` times the right one."""
    dw, db = (own.get(name, TRUE[name]) for name in ("GRADIENT_W", "GRADIENT_B"))
    w, b = own.get("W_AFTER", W - ETA * dw), own.get("B_AFTER", B - ETA * db)
    after = own.get("LOSS_AFTER", scale * lines.loss(w, b, POINTS))
    went_down = after < own.get("LOSS", TRUE["LOSS"])
    return {"W_AFTER": w, "B_AFTER": b, "LOSS_AFTER": after, "LOSS_WENT_DOWN": went_down, **own}


def test_truth_loses_nothing():
    assert lost() == []
    assert {name: TRUE[name] for name in ("LOSS", "GRADIENT_W", "GRADIENT_B")} == {
        "LOSS": 25,
        "GRADIENT_W": 17,
        "GRADIENT_B": -6,
    }


@pytest.mark.parametrize("loss", [10.62, 10.63])
def test_two_decimals_are_enough(loss):
    assert lost(LOSS_AFTER=loss) == []


# Honest slips, carried through by the right method. The first answer is the one that costs.
ONCE = [
    {"LOSS": 50},
    carried(scale=2, LOSS=50, GRADIENT_W=34, GRADIENT_B=-12),
    carried(scale=0.5, LOSS=12.5, GRADIENT_W=8.5, GRADIENT_B=-3),
    carried(scale=2, LOSS=50),
    {"LOSS": -3, "LOSS_AFTER": -3.25},
    {"LOSS": 4, "LOSS_AFTER": 3.25},
    {"LOSS": 9, "LOSS_AFTER": 10.5625, "LOSS_WENT_DOWN": False},
    {"LOSS": 49},
    carried(GRADIENT_W=34, GRADIENT_B=-12),
    carried(GRADIENT_W=8.5, GRADIENT_B=-3),
    carried(GRADIENT_W=-6),
    carried(GRADIENT_W=-17, GRADIENT_B=6),
    carried(GRADIENT_B=17),
    carried(GRADIENT_W_SIGN="negative", GRADIENT_B_SIGN="positive", GRADIENT_W=-17, GRADIENT_B=6),
    {"GRADIENT_W_SIGN": "negative", "GRADIENT_B_SIGN": "positive"},
    {"GRADIENT_B_SIGN": "positive"},
    carried(W_AFTER=2.7, B_AFTER=-1.6),
    carried(W_AFTER=-16, B_AFTER=5),
    carried(W_AFTER=-1.7, B_AFTER=0.6),
    carried(B_AFTER=-0.23),
    {"Y_HAT_1": 3, "Y_HAT_2": -2, "LOSS": 20, **carried(GRADIENT_W=18, GRADIENT_B=-4)},
    {"Y_HAT_1": 4, "Y_HAT_2": -1, "LOSS": 17, **carried(GRADIENT_W=19, GRADIENT_B=-2)},
    {"Y_HAT_2": 1, "LOSS": 5, **carried(LOSS=5, GRADIENT_W=9, GRADIENT_B=-2)},
    {"LOSS_AFTER": 21.25},
    {"LOSS_WENT_DOWN": False},
    # A slip in one difference: in LOSS, in both gradients and in their signs. A 0 that comes of it counts.
    {"LOSS": 29, **carried(GRADIENT_W=23, GRADIENT_B=-4)},
    {"LOSS": 1, "GRADIENT_B_SIGN": "zero", **carried(LOSS=1, GRADIENT_W=5, GRADIENT_B=0)},
    {"LOSS": 1, "GRADIENT_B_SIGN": "positive", **carried(LOSS=1, GRADIENT_W=1, GRADIENT_B=2)},
    # A point that was misread.
    {"Y_HAT_2": 1, "LOSS": 5, "GRADIENT_W_SIGN": "negative", "GRADIENT_W": -3, "GRADIENT_B": -2}
    | {"W_AFTER": 1.3, "B_AFTER": -0.8, "LOSS_AFTER": 4.625},
    {"Y_HAT_1": 0, "Y_HAT_2": 3, "LOSS": 17, "GRADIENT_B_SIGN": "positive", "GRADIENT_B": 2, "B_AFTER": -1.2}
    | {"LOSS_AFTER": 14.005},
    {"Y_HAT_1": 1, "Y_HAT_2": -7},
    {"Y_HAT_1": 4, "Y_HAT_2": -1, "LOSS": 17, **carried(GRADIENT_W=19, GRADIENT_B=-2, B_AFTER=1.2)},
    # The square of a negative number taken for negative, twice.
    {"LOSS": -24, "LOSS_AFTER": -10.625, "LOSS_WENT_DOWN": False},
]

# A slip in a gradient, and signs that were found by that gradient. What costs is the gradient.
SIGNS_FOUND = [
    ("GRADIENT_W", carried(GRADIENT_W_SIGN="negative", GRADIENT_W=-6)),
    ("GRADIENT_W", carried(GRADIENT_W_SIGN="negative", GRADIENT_W=-11)),
    ("GRADIENT_B", carried(GRADIENT_B_SIGN="positive", GRADIENT_B=17)),
    ("GRADIENT_W", carried(GRADIENT_B_SIGN="positive", GRADIENT_W=6, GRADIENT_B=2)),
    (
        "GRADIENT_W",
        carried(GRADIENT_W_SIGN="negative", GRADIENT_B_SIGN="positive", GRADIENT_W=-11, GRADIENT_B=8),
    ),
]


@pytest.mark.parametrize("own", ONCE, ids=str)
def test_honest_slip_costs_once(own):
    first = next(name for name in CHECKS if own.get(name, TRUE[name]) != TRUE[name])
    assert lost(**own) == [first]


@pytest.mark.parametrize(("gradient", "own"), SIGNS_FOUND, ids=str)
def test_sign_that_was_found_by_a_wrong_gradient_costs_nothing_more(gradient, own):
    assert lost(**own) == [gradient]


def test_nothing_worked_out_gives_nothing():
    """Zeros everywhere, and parameters that stay where they are, are no answers."""
    assert lost(**dict.fromkeys(CHECKS, 0)) == list(CHECKS)
    still = {"GRADIENT_W": 0, "GRADIENT_B": 0, "W_AFTER": W, "B_AFTER": B, "LOSS_AFTER": 25}
    assert lost(**still, LOSS_WENT_DOWN=False) == list(still)


def test_decimal_comma_costs_once():
    """It is one way of writing; Python has lost the minus of −0,7 by then."""
    assert lost(W_AFTER=(0, 7), B_AFTER=(0, 4), LOSS_AFTER=(10, 625)) == ["W_AFTER"]
    assert lost(W_AFTER=(0, 7), B_AFTER=(0, 5), LOSS_AFTER=(10, 7)) == ["W_AFTER", "B_AFTER", "LOSS_AFTER"]


def test_two_slips_cost_twice():
    assert lost(LOSS=24, GRADIENT_B=-5, B_AFTER=-0.5) == ["LOSS", "GRADIENT_B"]
    assert lost(**carried(LOSS=29, GRADIENT_W=24)) == ["LOSS", "GRADIENT_W"]


def test_a_wrong_sign_costs_where_no_slip_explains_it():
    """Neither a number that nobody can retrace nor a 0 that nothing leads to excuses the sign."""
    assert lost(**carried(GRADIENT_W_SIGN="negative", GRADIENT_W=-5)) == ["GRADIENT_W_SIGN", "GRADIENT_W"]
    assert lost(**carried(GRADIENT_B_SIGN="positive", GRADIENT_B=5)) == ["GRADIENT_B_SIGN", "GRADIENT_B"]
    assert lost(GRADIENT_W_SIGN="negative", LOSS=29) == ["LOSS", "GRADIENT_W_SIGN"]
    assert lost(**carried(LOSS=1, GRADIENT_B_SIGN="zero", GRADIENT_B=0, B_AFTER=B)) == [
        "LOSS", "GRADIENT_B_SIGN", "GRADIENT_B", "B_AFTER",
    ]  # fmt: skip


def test_an_answer_that_took_no_work_is_told_so():
    """It is right for the number before it, so the method alone would explain nothing."""
    paper = {**TRUE, "GRADIENT_W": 5, "GRADIENT_B": 0, "W_AFTER": 0.5, "B_AFTER": B}
    marker = suite.PointMarker(SimpleNamespace(**paper), lambda text: None, suite.paper)
    with pytest.raises(AssertionError, match="GRADIENT_B = 0 nothing is left to work out here"):
        suite.test_b_after_one_step(marker)
    with pytest.raises(AssertionError, match="new b = b − η"):
        suite.test_b_after_one_step(
            suite.PointMarker(SimpleNamespace(**{**paper, "B_AFTER": 7}), lambda text: None, suite.paper)
        )
