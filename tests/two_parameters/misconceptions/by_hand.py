"""What goes wrong with pencil and paper: each answer judged from the student's own earlier ones."""

from pathlib import Path

from grader.checks import is_number
from tests.lessons.on_paper import Sheet
from tests.two_parameters import lines, paper
from tests.two_parameters.misconceptions.explained import CHECKS
from tests.two_parameters.paper import (
    ETA,
    POINTS,
    SIGNS,
    TRUE,
    X_1,
    X_2,
    Y_1,
    Y_2,
    B,
    W,
    is_near,
    mean_square,
    sign,
)

PAGE = {
    "Y_HAT_1": 4,
    "Y_HAT_2": 1,
    "LOSS": 6.5,
    "GRADIENT_W": 8,
    "GRADIENT_B": 1,
    "W_AFTER": 0.2,
    "B_AFTER": 1.9,
    "LOSS_AFTER": 1.69,
}
CHOICES = dict.fromkeys(("GRADIENT_W_SIGN", "GRADIENT_B_SIGN"), ("by-hand-sign-in-own-words", SIGNS))
answer = Sheet(paper, PAGE, CHECKS, Path(__file__).with_suffix(".toml"), CHOICES).answer

# --- what the formulas share -------------------------------------------------------------------------


def square_mean(first, second):
    return mean_square((first, second))


def mean_w(own, share):
    """The mean over both points of `share(error, x, y)`."""
    return lines.mean([share(error, x, y) for error, (x, y) in zip(own.errors, POINTS, strict=True)])


def predictions_after(own):
    return [lines.predicted(own.W_AFTER, own.B_AFTER, x) for x, _ in POINTS]


def loss_at(w, b):
    return lines.loss(w, b, POINTS)


def turned(slope, number):
    """The wrong sign; nothing where their own number has it too, for then the number is the mistake."""
    wrong = sign(-slope)
    return None if is_number(number) and sign(number) == wrong else wrong


def turned_throughout(own):
    """The wrong sign of w, where the gradient is the right one but for the same sign."""
    return sign(-own.slope_w) if is_near(own.GRADIENT_W, -own.slope_w) else None


turned_throughout.answers = {
    f"{name}{kind}": turn(TRUE[name])
    for name in ("GRADIENT_W", "GRADIENT_B")
    for kind, turn in (("_SIGN", lambda number: sign(-number)), ("", lambda number: -number))
}
GOAL_W, GOAL_B = lines.best(POINTS)


# --- slips, as formulas ------------------------------------------------------------------------------

PREDICTIONS = (
    answer(
        "Y_HAT_1",
        {
            "by-hand-first-without-b": [lambda _: W * X_1],
            "by-hand-first-sign-of-b": [lambda _: W * X_1 - B],
            "by-hand-first-swapped": [lambda _: B * X_1 + W],
            "by-hand-first-multiplies-all": [lambda _: W * X_1 * B],
            "by-hand-first-without-x": [lambda _: W + B],
            "by-hand-first-is-the-truth": [lambda _: Y_1],  # and the error, which is 1 as well
            "by-hand-first-is-of-the-second": [lambda _: W * X_2 + B],
        },
        {"by-hand-first-minus-three": ["by-hand-first-multiplies-all", "by-hand-first-is-of-the-second"]},
    ),
    answer(
        "Y_HAT_2",
        {
            "by-hand-second-without-b": [lambda _: W * X_2],
            "by-hand-second-sign-of-b": [lambda _: W * X_2 - B],
            "by-hand-second-sign-lost": [lambda _: -(W * X_2 + B), lambda _: -W * X_2 + B],
            "by-hand-second-is-the-first": [lambda own: own.Y_HAT_1],  # and w · x · b, which is 2 as well
            "by-hand-second-without-x": [lambda _: W + B],
            "by-hand-second-is-the-error": [lambda _: W * X_2 + B - Y_2, lambda _: Y_2 - W * X_2 - B],
            "by-hand-second-is-the-truth": [lambda _: Y_2],
        },
    ),
)

LOSS = answer(
    "LOSS",
    {
        "by-hand-loss-sum-for-mean": [lambda own: 2 * own.loss],
        "by-hand-loss-halved": [lambda own: own.loss / 2],
        "by-hand-loss-not-squared": [
            lambda own: lines.mean(own.errors),
            lambda own: -lines.mean(own.errors),
            lambda own: sum(own.errors),
            lambda own: -sum(own.errors),
            lambda own: lines.mean([abs(error) for error in own.errors]),
            lambda own: sum(abs(error) for error in own.errors),
        ],
        "by-hand-loss-square-of-the-mean": [
            lambda own: lines.mean(own.errors) ** 2,
            lambda own: sum(own.errors) ** 2,
            lambda own: sum(own.errors) ** 2 / 2,
        ],
        "by-hand-loss-one-point": [
            lambda own: own.errors[0] ** 2,
            lambda own: own.errors[1] ** 2,
            lambda own: own.errors[0] ** 2 / 2,
            lambda own: own.errors[1] ** 2 / 2,
        ],
        "by-hand-loss-negative-square": [
            lambda own: (own.errors[0] ** 2 - own.errors[1] ** 2) / 2,
            lambda own: own.errors[0] ** 2 - own.errors[1] ** 2,
            lambda own: -own.loss,
        ],
        "by-hand-loss-squares-apart": [
            lambda own: (own.Y_HAT_1**2 - Y_1**2 + own.Y_HAT_2**2 - Y_2**2) / 2,
            lambda own: own.Y_HAT_1**2 - Y_1**2 + own.Y_HAT_2**2 - Y_2**2,
        ],
        "by-hand-loss-adds-y": [lambda own: square_mean(own.Y_HAT_1 + Y_1, own.Y_HAT_2 + Y_2)],
        "by-hand-loss-sign-in-one": [lambda own: square_mean(own.Y_HAT_1 - Y_1, own.Y_HAT_2 + Y_2)],
        "by-hand-loss-without-y": [lambda own: square_mean(own.Y_HAT_1, own.Y_HAT_2)],
        "by-hand-loss-root": [lambda own: own.loss**0.5, lambda own: (2 * own.loss) ** 0.5],
    },
    # 1 is the square of the first error, and the mean of 1² and (−3 + 4)².
    {
        "by-hand-loss-is-five": ["by-hand-loss-root", "by-hand-loss-adds-y"],
        "by-hand-loss-is-one": ["by-hand-loss-one-point", "by-hand-loss-sign-in-one"],
    },
)

SIGNS = (
    answer(
        "GRADIENT_W_SIGN",
        {
            "by-hand-sign-w-turned": [lambda own: turned(own.slope_w, own.GRADIENT_W)],
            "by-hand-error-turned": [turned_throughout],
            "by-hand-sign-w-zero": [lambda _: "zero"],
        },
    ),
    answer(
        "GRADIENT_B_SIGN",
        {
            "by-hand-sign-b-turned": [lambda own: turned(own.slope_b, own.GRADIENT_B)],
            "by-hand-sign-b-zero": [lambda _: "zero"],
        },
    ),
)

GRADIENTS = (
    answer(
        "GRADIENT_W",
        {
            "by-hand-gradient-w-sum-for-mean": [lambda own: 2 * own.slope_w],
            "by-hand-gradient-w-halved": [lambda own: own.slope_w / 2],
            "by-hand-gradient-w-sign-lost": [lambda own: -own.slope_w],
            # The x add up to 1, so this is also what comes of errors and x that are put together too early.
            "by-hand-gradient-w-without-x": [
                lambda own: own.slope_b,
                lambda own: 2 * own.slope_b,
                lambda own: own.slope_b / 2,
            ],
            "by-hand-gradient-w-one-point": [
                lambda own: 2 * own.errors[0] * X_1,
                lambda own: 2 * own.errors[1] * X_2,
                lambda own: own.errors[0] * X_1,
                lambda own: own.errors[1] * X_2,
            ],
            "by-hand-gradient-w-sign-in-one": [
                lambda own: own.errors[0] * X_1 - own.errors[1] * X_2,
                lambda own: own.errors[1] * X_2 - own.errors[0] * X_1,
            ],
            "by-hand-gradient-w-keeps-the-square": [
                lambda own: mean_w(own, lambda error, x, _: 2 * error**2 * x),
                lambda own: mean_w(own, lambda error, x, _: error**2 * x),
            ],
            "by-hand-gradient-w-x-squared": [lambda own: mean_w(own, lambda error, x, _: 2 * error * x**2)],
            "by-hand-gradient-w-adds-x": [lambda own: mean_w(own, lambda error, x, _: 2 * error + x)],
            "by-hand-gradient-w-y-for-x": [lambda own: mean_w(own, lambda error, _, y: 2 * error * y)],
            "by-hand-gradient-w-without-y": [
                lambda own: mean_w(own, lambda error, x, y: 2 * (error + y) * x)
            ],
            "by-hand-gradient-w-is-the-loss": [lambda own: own.LOSS],
            "by-hand-gradient-w-zero": [lambda _: 0],
        },
    ),
    answer(
        "GRADIENT_B",
        {
            "by-hand-gradient-b-sum-for-mean": [lambda own: 2 * own.slope_b],
            "by-hand-gradient-b-halved": [lambda own: own.slope_b / 2],
            "by-hand-gradient-b-sign-lost": [lambda own: -own.slope_b],  # or multiplied by b, which is −1
            "by-hand-gradient-b-with-x": [lambda own: own.slope_w, lambda own: own.GRADIENT_W],
            "by-hand-gradient-b-one-point": [
                lambda own: 2 * own.errors[0],
                lambda own: 2 * own.errors[1],
                lambda own: own.errors[0],
                lambda own: own.errors[1],
            ],
            "by-hand-gradient-b-sizes": [lambda own: mean_w(own, lambda error, *_: 2 * abs(error))],
            "by-hand-gradient-b-keeps-the-square": [
                lambda own: mean_w(own, lambda error, *_: 2 * error**2),
                lambda own: mean_w(own, lambda error, *_: error**2),
            ],
            "by-hand-gradient-b-without-y": [lambda own: mean_w(own, lambda error, _, y: 2 * (error + y))],
            "by-hand-gradient-b-zero": [lambda _: 0],
        },
    ),
)

STEPS = (
    answer(
        "W_AFTER",
        {
            "by-hand-w-uphill": [lambda own: W + own.step_w],
            "by-hand-w-without-rate": [lambda own: W - own.GRADIENT_W],
            "by-hand-w-without-rate-uphill": [lambda own: W + own.GRADIENT_W],
            "by-hand-w-is-the-step": [lambda own: own.step_w, lambda own: -own.step_w],
            "by-hand-w-divides": [lambda own: W - own.GRADIENT_W / ETA],
            "by-hand-w-other-gradient": [lambda own: W - own.step_b, lambda own: W + own.step_b],
            "by-hand-w-both-gradients": [
                lambda own: W - own.step_w - own.step_b,
                lambda own: W - own.step_w + own.step_b,
            ],
            "by-hand-w-from-b": [lambda own: B - own.step_w],  # or from −1 for another reason
            "by-hand-w-from-prediction": [lambda own: own.Y_HAT_1 - own.step_w],
            "by-hand-w-decimal-slip": [lambda own: W - own.step_w / 10],
            "by-hand-w-to-the-goal": [lambda _: GOAL_W],
            "by-hand-w-not-taken": [lambda _: W],
        },
    ),
    answer(
        "B_AFTER",
        {
            "by-hand-b-uphill": [lambda own: B + own.step_b],
            "by-hand-b-without-rate": [lambda own: B - own.GRADIENT_B],
            "by-hand-b-without-rate-uphill": [lambda own: B + own.GRADIENT_B],
            "by-hand-b-is-the-step": [lambda own: own.step_b, lambda own: -own.step_b],
            "by-hand-b-divides": [lambda own: B - own.GRADIENT_B / ETA],
            "by-hand-b-at-the-new-w": [lambda own: B - ETA * lines.slopes(own.W_AFTER, B, POINTS)[1]],
            "by-hand-b-other-gradient": [lambda own: B - own.step_w, lambda own: B + own.step_w],
            "by-hand-b-from-w": [lambda own: W - own.step_b],
            "by-hand-b-from-new-w": [lambda own: own.W_AFTER - own.step_b],
            "by-hand-b-is-w": [lambda own: own.W_AFTER],
            "by-hand-b-decimal-slip": [lambda own: B - own.step_b / 10],
            "by-hand-b-to-the-goal": [lambda _: GOAL_B],
            "by-hand-b-not-taken": [lambda _: B],
        },
    ),
)

AFTERWARDS = (
    answer(
        "LOSS_AFTER",
        {
            "by-hand-after-sum-for-mean": [lambda own: 2 * own.loss_after],
            "by-hand-after-halved": [lambda own: own.loss_after / 2],
            "by-hand-after-not-squared": [
                lambda own: lines.mean(own.errors_after),
                lambda own: -lines.mean(own.errors_after),
                lambda own: sum(own.errors_after),
                lambda own: -sum(own.errors_after),
                lambda own: lines.mean([abs(error) for error in own.errors_after]),
                lambda own: sum(abs(error) for error in own.errors_after),
            ],
            "by-hand-after-square-of-the-mean": [
                lambda own: lines.mean(own.errors_after) ** 2,
                lambda own: sum(own.errors_after) ** 2,
                lambda own: sum(own.errors_after) ** 2 / 2,
            ],
            "by-hand-after-one-point": [
                lambda own: own.errors_after[0] ** 2,
                lambda own: own.errors_after[1] ** 2,
                lambda own: own.errors_after[0] ** 2 / 2,
                lambda own: own.errors_after[1] ** 2 / 2,
            ],
            "by-hand-after-negative-square": [lambda own: -own.loss_after, lambda own: -2 * own.loss_after],
            "by-hand-after-only-w": [lambda own: loss_at(own.W_AFTER, B)],
            "by-hand-after-only-b": [lambda own: loss_at(W, own.B_AFTER)],
            "by-hand-after-swapped": [lambda own: loss_at(own.B_AFTER, own.W_AFTER)],
            "by-hand-after-without-b": [lambda own: loss_at(own.W_AFTER, 0)],
            "by-hand-after-sign-of-b": [lambda own: loss_at(own.W_AFTER, -own.B_AFTER)],
            "by-hand-after-sign-of-w": [lambda own: loss_at(-own.W_AFTER, own.B_AFTER)],
            "by-hand-after-without-y": [lambda own: mean_square(predictions_after(own))],
            "by-hand-after-adds-y": [
                lambda own: square_mean(
                    *(p + y for p, (_, y) in zip(predictions_after(own), POINTS, strict=True))
                )
            ],
            "by-hand-after-root": [lambda own: own.loss_after**0.5],
            "by-hand-after-is-old": [lambda own: own.LOSS],
            "by-hand-after-is-the-change": [lambda own: own.LOSS - own.loss_after],
            "by-hand-after-decimal-slip": [lambda own: own.loss_after * 10, lambda own: own.loss_after / 10],
        },
    ),
    answer(
        "LOSS_WENT_DOWN",
        {"by-hand-comparison-reversed": [lambda own: not own.LOSS_AFTER < own.LOSS]},
    ),
)

STUDIES = (*PREDICTIONS, LOSS, *SIGNS, *GRADIENTS, *STEPS, *AFTERWARDS)
