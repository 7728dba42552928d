"""What goes wrong with pencil and paper: each answer judged from the student's own earlier ones."""

from functools import partial
from pathlib import Path

from tests.first_loop import paper
from tests.first_loop.paper import W, X, Y, sign
from tests.lessons.on_paper import Sheet

PAGE = {"Y_HAT": 6, "LOSS": 9, "GRADIENT": 18, "W_AFTER": 1.64, "Y_HAT_AFTER": 4.92, "LOSS_AFTER": 3.6864}
CHECKS = {
    "Y_HAT": ("test_prediction",),
    "LOSS": ("test_loss",),
    "W_SHOULD": ("test_w_should_move_towards_the_target",),
    "GRADIENT_SIGN": ("test_sign_of_the_gradient",),
    "GRADIENT": ("test_gradient",),
    "W_AFTER": ("test_w_after_one_step",),
    "Y_HAT_AFTER": ("test_prediction_after_one_step",),
    "LOSS_AFTER": ("test_loss_after_one_step",),
    "LOSS_WENT_DOWN": ("test_loss_went_down",),
}
CHOICES = {
    "W_SHOULD": ("by-hand-direction-in-own-words", ("increase", "decrease")),
    "GRADIENT_SIGN": ("by-hand-sign-in-own-words", ("positive", "negative", "zero")),
}


class FirstSheet(Sheet):
    """The answers of this lesson."""

    def right(self, name):
        """At most five answers count, and each of them is a way to be right."""
        return tuple(partial(self._one_of, name, place) for place in range(5))

    def _one_of(self, name, place, answers):
        counted = self.accepted(name, answers)
        return counted[min(place, len(counted) - 1)]

    def shows_the_page(self, name, answers):
        """ŷ = 6 alone is enough, although it may be another slip: the two are look-alikes. Others are not."""
        return name == "Y_HAT" or super().shows_the_page(name, answers)


SHEET = FirstSheet(paper, PAGE, CHECKS, Path(__file__).with_suffix(".toml"), CHOICES)
answer = SHEET.answer

# --- slips, as formulas -----------------------------------------------------------------------------------

STUDIES = (
    answer(
        "Y_HAT",
        {
            "by-hand-prediction-sign": [lambda _: -W * X],
            "by-hand-prediction-adds": [lambda _: W + X],
            "by-hand-prediction-uses-y": [lambda _: W * Y, lambda _: X * Y],
            "by-hand-prediction-is-the-error": [lambda _: W * X - Y, lambda _: Y - W * X],
            "by-hand-prediction-is-the-truth": [lambda _: Y],
        },
        {"by-hand-prediction-is-six": ["by-hand-prediction-is-the-error", "by-hand-page-numbers"]},
    ),
    answer(
        "LOSS",
        {
            "by-hand-loss-not-squared": [lambda own: own.error, lambda own: -own.error],
            "by-hand-loss-negative-square": [lambda own: -(own.error**2)],
            "by-hand-loss-halved": [lambda own: own.error**2 / 2],
            "by-hand-loss-doubled": [lambda own: 2 * own.error, lambda own: -2 * own.error],
            "by-hand-loss-squares-apart": [
                lambda own: own.Y_HAT**2 - Y**2,
                lambda own: Y**2 - own.Y_HAT**2,
                lambda own: own.Y_HAT**2 + Y**2,
            ],
            "by-hand-loss-sign-of-prediction": [lambda own: (own.Y_HAT + Y) ** 2],
            "by-hand-loss-without-y": [lambda own: own.Y_HAT**2],
        },
        {
            "by-hand-loss-no-square-of-the-error": ["by-hand-loss-doubled", "by-hand-loss-squares-apart"],
            "by-hand-loss-error-too-small": ["by-hand-loss-sign-of-prediction", "by-hand-loss-without-y"],
        },
    ),
    answer(
        "W_SHOULD",
        {"by-hand-wrong-direction": [lambda own: "increase" if own.error > 0 else "decrease"]},
    ),
    answer(
        "GRADIENT_SIGN",
        {
            "by-hand-sign-is-the-direction": [lambda own: sign(-own.error)],
            "by-hand-sign-zero": [lambda _: "zero"],
        },
    ),
    answer(
        "GRADIENT",
        {
            "by-hand-gradient-one-factor": [lambda own: own.error * X],  # 2 and x are both 2
            "by-hand-gradient-is-the-error": [lambda own: own.error],
            "by-hand-gradient-sign-lost": [lambda own: -2 * own.error * X],
            "by-hand-gradient-half-and-turned": [lambda own: 2 * own.error * W],  # or −1 · error · X
            "by-hand-gradient-keeps-the-square": [
                lambda own: own.error**2 * X,
                lambda own: -(own.error**2) * X,
                lambda own: 2 * own.error**2 * X,
            ],
            "by-hand-gradient-x-squared": [lambda own: 2 * own.error * X**2],
            "by-hand-gradient-adds-x": [lambda own: 2 * own.error + X],
            "by-hand-gradient-without-y": [lambda own: 2 * own.Y_HAT * X],
            "by-hand-gradient-zero": [lambda _: 0],
        },
    ),
    answer(
        "W_AFTER",
        {
            "by-hand-step-uphill": [lambda own: W + own.step],
            "by-hand-step-without-rate": [lambda own: W - own.GRADIENT],
            "by-hand-step-without-rate-uphill": [lambda own: W + own.GRADIENT],
            "by-hand-step-is-not-the-new-w": [lambda own: own.step, lambda own: -own.step],
            "by-hand-step-divides": [lambda own: W - own.GRADIENT / paper.ETA],
            "by-hand-step-from-plus-one": [lambda own: -W - own.step],
            "by-hand-step-from-prediction": [lambda own: own.Y_HAT - own.step],
            "by-hand-step-decimal-slip": [lambda own: W - own.step / 10],
            "by-hand-step-brackets": [lambda own: (W - paper.ETA) * own.GRADIENT],
            "by-hand-step-to-the-goal": [lambda _: Y / X],
            "by-hand-step-not-taken": [lambda _: W],
        },
    ),
    answer(
        "Y_HAT_AFTER",
        {
            "by-hand-after-prediction-is-old": [lambda own: own.Y_HAT],
            "by-hand-after-prediction-adds": [lambda own: own.W_AFTER + X],
            "by-hand-after-prediction-is-w": [lambda own: own.W_AFTER],
            "by-hand-after-prediction-stepped": [lambda own: own.Y_HAT - own.step],
            "by-hand-after-prediction-sign": [lambda own: -own.W_AFTER * X],
            "by-hand-after-prediction-is-the-error": [
                lambda own: own.W_AFTER * X - Y,
                lambda own: Y - own.W_AFTER * X,
            ],
        },
    ),
    answer(
        "LOSS_AFTER",
        {
            "by-hand-after-loss-not-squared": [lambda own: own.error_after, lambda own: -own.error_after],
            "by-hand-after-loss-negative-square": [lambda own: -(own.error_after**2)],
            "by-hand-after-loss-halved": [lambda own: own.error_after**2 / 2],
            "by-hand-after-loss-doubled": [lambda own: 2 * own.error_after, lambda own: -2 * own.error_after],
            "by-hand-after-loss-squares-apart": [
                lambda own: own.Y_HAT_AFTER**2 - Y**2,
                lambda own: Y**2 - own.Y_HAT_AFTER**2,
            ],
            "by-hand-after-loss-sign": [lambda own: (own.Y_HAT_AFTER + Y) ** 2],
            "by-hand-after-loss-without-y": [lambda own: own.Y_HAT_AFTER**2],
            "by-hand-after-loss-uses-w": [lambda own: (own.W_AFTER - Y) ** 2],
            "by-hand-after-loss-compares-predictions": [lambda own: (own.Y_HAT_AFTER - own.Y_HAT) ** 2],
            "by-hand-after-loss-is-old": [lambda own: own.LOSS],
            "by-hand-after-loss-is-the-change": [lambda own: own.LOSS - own.error_after**2],
            "by-hand-after-loss-decimal-slip": [lambda own: own.error_after**2 * 10],
        },
    ),
    answer(
        "LOSS_WENT_DOWN",
        {"by-hand-comparison-reversed": [lambda own: not own.LOSS_AFTER < own.LOSS]},
    ),
)
