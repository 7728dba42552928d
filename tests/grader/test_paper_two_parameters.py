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
]


@pytest.mark.parametrize("own", ONCE, ids=str)
def test_honest_slip_costs_once(own):
    first = next(name for name in CHECKS if own.get(name, TRUE[name]) != TRUE[name])
    assert lost(**own) == [first]


def test_nothing_worked_out_gives_nothing():
    """Zeros everywhere, and parameters that stay where they are, are no answers."""
    assert lost(**dict.fromkeys(CHECKS, 0)) == list(CHECKS)
    still = {"GRADIENT_W": 0, "GRADIENT_B": 0, "W_AFTER": W, "B_AFTER": B, "LOSS_AFTER": 25}
    assert lost(**still, LOSS_WENT_DOWN=False) == list(still)


def test_two_slips_cost_twice():
    assert lost(LOSS=24, GRADIENT_B=-5, B_AFTER=-0.5) == ["LOSS", "GRADIENT_B"]


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
