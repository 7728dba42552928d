"""What goes wrong with pencil and paper: each answer judged from the student's own earlier ones."""

from pathlib import Path

from tests.absolute_loss import paper
from tests.absolute_loss.misconceptions.explained import CHECKS
from tests.absolute_loss.paper import ETA_ABSOLUTE, ETA_SQUARED, W, X, Y
from tests.absolute_loss.ways import sign
from tests.lessons.on_paper import Sheet

PAGE = {
    "Y_HAT": 4,
    "SQUARED_LOSS": 9,
    "ABSOLUTE_LOSS": 3,
    "SQUARED_GRADIENT": 12,
    "ABSOLUTE_GRADIENT": 2,
    "W_AFTER_SQUARED": 1.4,
    "W_AFTER_ABSOLUTE": 1.6,
    "NEXT_ABSOLUTE_GRADIENT": 2,
}
answer = Sheet(paper, PAGE, CHECKS, Path(__file__).with_suffix(".toml")).answer

# --- what the formulas share -------------------------------------------------------------------------


def squared_step(own):
    return ETA_SQUARED * own.SQUARED_GRADIENT


def absolute_step(own):
    return ETA_ABSOLUTE * own.ABSOLUTE_GRADIENT


def shrunk(own):
    """The first slope, as much smaller as the error has become."""
    return own.ABSOLUTE_GRADIENT * own.next_error / own.error if own.error else own.ABSOLUTE_GRADIENT


# --- slips, as formulas ------------------------------------------------------------------------------

PREDICTION = answer(
    "Y_HAT",
    {
        "by-hand-prediction-adds": [lambda _: W + X],
        "by-hand-prediction-is-the-error": [lambda _: W * X - Y, lambda _: Y - W * X],
        "by-hand-prediction-is-the-truth": [lambda _: Y],
        "by-hand-prediction-uses-y": [lambda _: W * Y, lambda _: X * Y],
        "by-hand-prediction-is-a-power": [lambda _: W**X, lambda _: X**W],
        "by-hand-prediction-sign": [lambda _: -W * X],
        "by-hand-prediction-is-the-goal": [lambda _: Y / X],
    },
    {"by-hand-prediction-is-five": ["by-hand-prediction-adds", "by-hand-prediction-is-the-error"]},
)

LOSSES = (
    answer(
        "SQUARED_LOSS",
        {
            "by-hand-squared-not-squared": [lambda own: own.error, lambda own: -own.error],
            "by-hand-squared-negative": [lambda own: -(own.error**2)],
            "by-hand-squared-halved": [lambda own: own.error**2 / 2],
            "by-hand-squared-doubled": [
                lambda own: 2 * own.error,
                lambda own: -2 * own.error,
                lambda own: 2 * own.error**2,
            ],
            "by-hand-squared-apart": [
                lambda own: own.Y_HAT**2 - Y**2,
                lambda own: Y**2 - own.Y_HAT**2,
                lambda own: own.Y_HAT**2 + Y**2,
            ],
            "by-hand-squared-adds-y": [lambda own: (own.Y_HAT + Y) ** 2],
            "by-hand-squared-one-alone": [lambda own: own.Y_HAT**2, lambda _: Y**2],
            "by-hand-squared-with-x": [lambda own: (own.error * X) ** 2, lambda own: own.error**2 * X],
            "by-hand-squared-of-w": [lambda _: (W - Y) ** 2],
            "by-hand-squared-zero": [lambda _: 0],
        },
    ),
    answer(
        "ABSOLUTE_LOSS",
        {
            "by-hand-absolute-with-its-sign": [lambda own: own.error],
            "by-hand-absolute-turned": [lambda own: -abs(own.error)],
            "by-hand-absolute-squared": [lambda own: own.error**2, lambda own: own.SQUARED_LOSS],
            "by-hand-absolute-scaled": [lambda own: abs(own.error) / 2, lambda own: 2 * abs(own.error)],
            "by-hand-absolute-adds-y": [lambda own: abs(own.Y_HAT + Y)],
            "by-hand-absolute-one-alone": [lambda own: abs(own.Y_HAT), lambda _: Y],
            "by-hand-absolute-with-x": [lambda own: abs(own.error) * X],
            "by-hand-absolute-of-w": [lambda _: abs(W - Y)],
            "by-hand-absolute-root": [lambda own: abs(own.error) ** 0.5],
            "by-hand-absolute-side": [lambda own: sign(own.error), lambda _: 1],
            "by-hand-absolute-zero": [lambda _: 0],
        },
        # Where the error is positive, its sign does not show.
        {"by-hand-absolute-not-a-size": ["by-hand-absolute-with-its-sign", "by-hand-absolute-turned"]},
    ),
)

GRADIENTS = (
    answer(
        "SQUARED_GRADIENT",
        {
            "by-hand-squared-gradient-two-missing": [lambda own: own.error * X],
            "by-hand-squared-gradient-x-missing": [lambda own: 2 * own.error],
            "by-hand-squared-gradient-is-the-error": [lambda own: own.error],
            "by-hand-squared-gradient-sign-lost": [lambda own: -2 * own.error * X],
            "by-hand-squared-gradient-sign-and-more-lost": [
                lambda own: -own.error * X,
                lambda own: -2 * own.error,
                lambda own: -own.error,
            ],
            "by-hand-squared-gradient-keeps-the-square": [
                lambda own: own.error**2 * X,
                lambda own: 2 * own.error**2 * X,
                lambda own: 2 * own.error**2,
                lambda own: -(own.error**2) * X,
                lambda own: -2 * own.error**2 * X,
            ],
            "by-hand-squared-gradient-too-many-factors": [
                lambda own: 2 * own.error * X**2,
                lambda own: 4 * own.error * X,
                lambda own: 2 * own.error * X * W,
            ],
            "by-hand-squared-gradient-adds-x": [lambda own: 2 * own.error + X],
            "by-hand-squared-gradient-other-factor": [
                lambda own: 2 * own.error * W,
                lambda own: 2 * own.error * Y,
            ],
            "by-hand-squared-gradient-without-y": [lambda own: 2 * own.Y_HAT * X],
            "by-hand-squared-gradient-is-the-loss": [lambda own: own.SQUARED_LOSS],
            "by-hand-squared-gradient-is-the-absolute-one": [lambda own: sign(own.error) * X],
            "by-hand-squared-gradient-is-x": [lambda own: -sign(own.error) * X],
            "by-hand-squared-gradient-zero": [lambda _: 0],
        },
    ),
    answer(
        "ABSOLUTE_GRADIENT",
        {
            "by-hand-absolute-gradient-always-one": [lambda _: X],
            "by-hand-absolute-gradient-sign-lost": [lambda own: -sign(own.error) * X],
            "by-hand-absolute-gradient-sign-of-prediction": [lambda own: sign(own.Y_HAT) * X],
            "by-hand-absolute-gradient-x-missing": [lambda own: sign(own.error)],
            "by-hand-absolute-gradient-is-one": [lambda _: 1],
            "by-hand-absolute-gradient-with-the-error": [
                lambda own: own.error * X,
                lambda own: -own.error * X,
                lambda own: own.error,
                lambda own: -own.error,
            ],
            "by-hand-absolute-gradient-is-the-squared-one": [
                lambda own: 2 * own.error * X,
                lambda own: -2 * own.error * X,
                lambda own: own.SQUARED_GRADIENT,
            ],
            "by-hand-absolute-gradient-two-too-many": [
                lambda own: 2 * sign(own.error) * X,
                lambda own: -2 * sign(own.error) * X,
            ],
            "by-hand-absolute-gradient-other-factor": [
                lambda own: sign(own.error) * W,
                lambda own: sign(own.error) * Y,
            ],
            "by-hand-absolute-gradient-adds-x": [lambda own: sign(own.error) + X],
            "by-hand-absolute-gradient-zero": [lambda _: 0],
        },
        {
            "by-hand-absolute-gradient-on-the-wrong-side": [
                "by-hand-absolute-gradient-always-one",
                "by-hand-absolute-gradient-sign-lost",
                "by-hand-absolute-gradient-sign-of-prediction",
            ]
        },
    ),
)

STEPS = (
    answer(
        "W_AFTER_SQUARED",
        {
            "by-hand-squared-step-uphill": [lambda own: W + squared_step(own)],
            "by-hand-squared-step-without-rate": [
                lambda own: W - own.SQUARED_GRADIENT,
                lambda own: W + own.SQUARED_GRADIENT,
            ],
            "by-hand-squared-step-is-not-the-new-w": [squared_step, lambda own: -squared_step(own)],
            "by-hand-squared-step-other-rate": [
                lambda own: W - ETA_ABSOLUTE * own.SQUARED_GRADIENT,
                lambda own: W + ETA_ABSOLUTE * own.SQUARED_GRADIENT,
            ],
            "by-hand-squared-step-other-gradient": [
                lambda own: W - ETA_SQUARED * own.ABSOLUTE_GRADIENT,
                lambda own: W - absolute_step(own),
            ],
            "by-hand-squared-step-divides": [lambda own: W - own.SQUARED_GRADIENT / ETA_SQUARED],
            "by-hand-squared-step-of-the-loss": [lambda own: W - ETA_SQUARED * own.SQUARED_LOSS],
            "by-hand-squared-step-from-prediction": [lambda own: own.Y_HAT - squared_step(own)],
            "by-hand-squared-step-decimal-slip": [
                lambda own: W - squared_step(own) / 10,
                lambda own: W - squared_step(own) * 10,
            ],
            "by-hand-squared-step-to-the-goal": [lambda _: Y / X],
            "by-hand-squared-step-not-taken": [lambda _: W],
        },
        # The slope of the absolute loss is a tenth of that of the squared one.
        {
            "by-hand-squared-step-too-short": [
                "by-hand-squared-step-other-gradient",
                "by-hand-squared-step-decimal-slip",
            ]
        },
    ),
    answer(
        "W_AFTER_ABSOLUTE",
        {
            "by-hand-absolute-step-uphill": [lambda own: W + absolute_step(own)],
            "by-hand-absolute-step-without-rate": [
                lambda own: W - own.ABSOLUTE_GRADIENT,
                lambda own: W + own.ABSOLUTE_GRADIENT,
            ],
            "by-hand-absolute-step-is-not-the-new-w": [absolute_step, lambda own: -absolute_step(own)],
            "by-hand-absolute-step-other-rate": [
                lambda own: W - ETA_SQUARED * own.ABSOLUTE_GRADIENT,
                lambda own: W + ETA_SQUARED * own.ABSOLUTE_GRADIENT,
            ],
            "by-hand-absolute-step-other-gradient": [
                lambda own: W - ETA_ABSOLUTE * own.SQUARED_GRADIENT,
                lambda own: W - squared_step(own),
                lambda own: own.W_AFTER_SQUARED,
            ],
            "by-hand-absolute-step-divides": [lambda own: W - own.ABSOLUTE_GRADIENT / ETA_ABSOLUTE],
            "by-hand-absolute-step-of-the-loss": [lambda own: W - ETA_ABSOLUTE * own.ABSOLUTE_LOSS],
            "by-hand-absolute-step-goes-on": [lambda own: own.W_AFTER_SQUARED - absolute_step(own)],
            "by-hand-absolute-step-from-prediction": [lambda own: own.Y_HAT - absolute_step(own)],
            "by-hand-absolute-step-decimal-slip": [lambda own: W - absolute_step(own) / 10],
            "by-hand-absolute-step-to-the-goal": [lambda _: Y / X],
            "by-hand-absolute-step-not-taken": [lambda _: W],
        },
        # 0.1 times the slope of the squared loss is that of the absolute one, without its η.
        {
            "by-hand-absolute-step-is-a-slope": [
                "by-hand-absolute-step-without-rate",
                "by-hand-absolute-step-other-gradient",
            ]
        },
    ),
)

NEXT = answer(
    "NEXT_ABSOLUTE_GRADIENT",
    {
        "by-hand-next-shrinks": [
            shrunk,
            lambda own: own.ABSOLUTE_GRADIENT - absolute_step(own),
            lambda own: own.ABSOLUTE_GRADIENT - ETA_ABSOLUTE,
            lambda own: own.ABSOLUTE_GRADIENT + ETA_ABSOLUTE,
            lambda own: own.ABSOLUTE_GRADIENT / 2,
            absolute_step,
        ],
        "by-hand-next-with-the-error": [
            lambda own: own.next_error * X,
            lambda own: -own.next_error * X,
            lambda own: own.next_error,
            lambda own: -own.next_error,
        ],
        "by-hand-next-is-the-squared-one": [lambda own: 2 * own.next_error * X],
        "by-hand-next-on-the-wrong-side": [lambda own: -sign(own.next_error) * X],
        "by-hand-next-x-missing": [lambda own: sign(own.next_error), lambda own: -sign(own.next_error)],
        "by-hand-next-with-w": [
            lambda own: sign(own.next_error) * own.W_AFTER_ABSOLUTE,
            lambda own: sign(own.next_error) * X * own.W_AFTER_ABSOLUTE,
        ],
        "by-hand-next-is-the-prediction": [lambda own: own.W_AFTER_ABSOLUTE * X],
        "by-hand-next-is-the-new-w": [lambda own: own.W_AFTER_ABSOLUTE],
        "by-hand-next-is-another-w": [lambda own: own.W_AFTER_ABSOLUTE - absolute_step(own)],
        "by-hand-next-zero": [lambda _: 0],
    },
)

STUDIES = (PREDICTION, *LOSSES, *GRADIENTS, *STEPS, NEXT)
