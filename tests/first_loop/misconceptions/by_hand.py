"""What goes wrong with pencil and paper: each answer judged from the student's own earlier ones."""

from pathlib import Path

from grader.observed import look
from grader.study import Answer, worded

X, Y, W, ETA = 2, 4, -1, 0.1
TRUE = {
    "Y_HAT": -2,
    "LOSS": 36,
    "W_SHOULD": "increase",
    "GRADIENT_SIGN": "negative",
    "GRADIENT": -24,
    "W_AFTER": 1.4,
    "Y_HAT_AFTER": 2.8,
    "LOSS_AFTER": 1.44,
    "LOSS_WENT_DOWN": True,
}
WORDS = Path(__file__).with_suffix(".toml")


def probe(modules):
    """All nine answers, by name. Words without capitals and spaces around them, as the checks take them."""
    answers = modules("by_hand")
    return {name: _plain(look(getattr, answers, name)) for name in TRUE}


def _plain(answer):
    return answer.strip().lower() if type(answer) is str else answer


class Own:
    """The student's own numbers, and the true ones where there is none: what a later answer builds on."""

    def __init__(self, answers):
        numbers = {k: v for k, v in answers.items() if type(v) is type(TRUE[k]) or type(v) in (int, float)}
        vars(self).update({**TRUE, **numbers})

    @property
    def error(self):
        return self.Y_HAT - Y

    @property
    def step(self):
        return ETA * self.GRADIENT

    @property
    def error_after(self):
        return self.Y_HAT_AFTER - Y


def answer(name, right, models, alike=None):
    """The study of one constant. `right` and the models are formulas over the student's own numbers."""
    by_own = {slug: [_formula(wrong) for wrong in several] for slug, several in models.items()}
    return Answer(
        exercise="by_hand",
        about=name,
        probe=probe,
        right=(_formula(right), lambda _: TRUE[name]),
        truth=TRUE,
        precision=0.005,
        **worded(WORDS, by_own, alike=alike),
    )


def _formula(formula):
    return lambda answers: formula(Own(answers))


def _sign(number):
    return "zero" if number == 0 else "positive" if number > 0 else "negative"


STUDIES = (
    answer(
        "Y_HAT",
        lambda _: W * X,
        {
            "by-hand-prediction-sign": [lambda _: -W * X],
            "by-hand-prediction-adds": [lambda _: W + X],
            "by-hand-prediction-uses-y": [lambda _: W * Y, lambda _: X * Y],
            "by-hand-prediction-is-the-error": [lambda _: W * X - Y, lambda _: Y - W * X],
        },
    ),
    answer(
        "LOSS",
        lambda own: own.error**2,
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
        lambda own: "decrease" if own.error > 0 else "increase",
        {"by-hand-wrong-direction": [lambda own: "increase" if own.error > 0 else "decrease"]},
    ),
    answer(
        "GRADIENT_SIGN",
        lambda own: _sign(own.error),
        {
            "by-hand-sign-is-the-direction": [lambda own: _sign(-own.error)],
            "by-hand-sign-zero": [lambda _: "zero"],
        },
    ),
    answer(
        "GRADIENT",
        lambda own: 2 * own.error * X,
        {
            "by-hand-gradient-one-factor": [lambda own: own.error * X],  # 2 and x are both 2
            "by-hand-gradient-is-the-error": [lambda own: own.error],
            "by-hand-gradient-sign-lost": [lambda own: -2 * own.error * X],
            "by-hand-gradient-keeps-the-square": [
                lambda own: own.error**2 * X,
                lambda own: -(own.error**2) * X,
                lambda own: 2 * own.error**2 * X,
            ],
            "by-hand-gradient-x-squared": [lambda own: 2 * own.error * X**2],
            "by-hand-gradient-adds-x": [lambda own: 2 * own.error + X],
            "by-hand-gradient-without-y": [lambda own: 2 * own.Y_HAT * X],
        },
    ),
    answer(
        "W_AFTER",
        lambda own: W - own.step,
        {
            "by-hand-step-uphill": [lambda own: W + own.step],
            "by-hand-step-without-rate": [lambda own: W - own.GRADIENT],
            "by-hand-step-without-rate-uphill": [lambda own: W + own.GRADIENT],
            "by-hand-step-is-not-the-new-w": [lambda own: own.step, lambda own: -own.step],
            "by-hand-step-divides": [lambda own: W - own.GRADIENT / ETA],
            "by-hand-step-from-plus-one": [lambda own: -W - own.step],
            "by-hand-step-from-prediction": [lambda own: own.Y_HAT - own.step],
            "by-hand-step-decimal-slip": [lambda own: W - own.step / 10],
            "by-hand-step-to-the-goal": [lambda _: Y / X],
        },
    ),
    answer(
        "Y_HAT_AFTER",
        lambda own: own.W_AFTER * X,
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
        lambda own: own.error_after**2,
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
            "by-hand-after-loss-is-old": [lambda own: own.LOSS],
            "by-hand-after-loss-is-the-change": [lambda own: own.LOSS - own.error_after**2],
            "by-hand-after-loss-decimal-slip": [lambda own: own.error_after**2 * 10],
        },
    ),
    answer(
        "LOSS_WENT_DOWN",
        lambda own: own.LOSS_AFTER < own.LOSS,
        {"by-hand-comparison-reversed": [lambda own: not own.LOSS_AFTER < own.LOSS]},
    ),
)
