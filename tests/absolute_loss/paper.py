"""The sums of `by_hand`: what is true, and what follows from a student's own earlier answers.

A slip costs once, so an answer also counts when it is right for the wrong number before it, and when it
repeats a slip that has cost what it costs. That ends where nothing is left to work out: an error of 0 has
no slope, and a w that has not moved asks for the first slope again. There only what is true counts.
"""

from grader.checks import close
from tests.absolute_loss import ways
from tests.lessons.answers import OwnNumbers

X, Y, W = 3, 11, 2
ETA_SQUARED, ETA_ABSOLUTE = 0.02, 0.1
PRECISION = 0.006  # two decimals are precise enough for pencil and paper

SCALES = (2, 0.5)  # of a squared loss: whoever halves it finds half the slope
BEFORE = {  # answer → the numbers that it builds on
    "SQUARED_LOSS": ("Y_HAT",),
    "ABSOLUTE_LOSS": ("Y_HAT",),
    "SQUARED_GRADIENT": ("Y_HAT",),
    "ABSOLUTE_GRADIENT": ("Y_HAT",),
    "W_AFTER_SQUARED": ("SQUARED_GRADIENT",),
    "W_AFTER_ABSOLUTE": ("ABSOLUTE_GRADIENT",),
    "NEXT_ABSOLUTE_GRADIENT": ("W_AFTER_ABSOLUTE",),
}
TRUE = {
    "Y_HAT": W * X,
    "SQUARED_LOSS": ways.squared(W),
    "ABSOLUTE_LOSS": ways.absolute(W),
    "SQUARED_GRADIENT": ways.squared_slope(W),
    "ABSOLUTE_GRADIENT": ways.absolute_slope(W),
    "W_AFTER_SQUARED": W - ETA_SQUARED * ways.squared_slope(W),
    "W_AFTER_ABSOLUTE": W - ETA_ABSOLUTE * ways.absolute_slope(W),
    "NEXT_ABSOLUTE_GRADIENT": ways.absolute_slope(W - ETA_ABSOLUTE * ways.absolute_slope(W)),
}


def near(due):
    return close(due, rel=1e-6, abs=PRECISION)


def is_near(number, due):
    return number == near(due)


def is_zero(number):
    return is_near(number, 0)


class Own(OwnNumbers):
    """What a later answer builds on."""

    def __init__(self, read):
        super().__init__(read, TRUE)

    @property
    def error(self):
        return self.Y_HAT - Y

    @property
    def next_error(self):
        return self.W_AFTER_ABSOLUTE * X - Y


# --- what follows --------------------------------------------------------------------------------------


def accepted(name, own):
    """Every answer to `name` that counts: the true one, and what follows from the student's own numbers."""
    return (TRUE[name], *following(name, own))


def following(name, own):
    """What follows from the student's own numbers; () where those leave nothing to work out."""
    return tuple(answer for answer in FOLLOWING[name](own) if not _idle(name, answer, own))


_IDLE = {
    "SQUARED_LOSS": (0,),
    "ABSOLUTE_LOSS": (0,),
    "SQUARED_GRADIENT": (0,),
    "ABSOLUTE_GRADIENT": (0,),
    "W_AFTER_SQUARED": (W,),
    "W_AFTER_ABSOLUTE": (W,),
    "NEXT_ABSOLUTE_GRADIENT": (0,),
}


def _idle(name, answer, own):
    """Whether `answer` is what somebody writes down who works out nothing."""
    if name == "NEXT_ABSOLUTE_GRADIENT" and is_near(own.W_AFTER_ABSOLUTE, W):
        return True  # the question about the first slope once more
    return any(answer == near(idle) for idle in _IDLE.get(name, ()))


def _squared_gradient(own):
    """Right for the student's error; whoever halved the loss, or took it twice, has paid for that."""
    due = 2 * own.error * X
    return (due, *(scale * due for scale in SCALES if is_near(own.SQUARED_LOSS, scale * own.error**2)))


# What the squared slope lost or gained, and what the same slip makes of the absolute one.
COMMON_SLIPS = (
    (-1, lambda error: -ways.sign(error) * X),
    (1 / X, ways.sign),
    (-1 / X, lambda e: -ways.sign(e)),
)


def _absolute_gradient(own):
    due, squared = ways.sign(own.error) * X, 2 * own.error * X
    repeated = (
        slip(own.error)
        for factor, slip in COMMON_SLIPS
        if not is_zero(squared) and is_near(own.SQUARED_GRADIENT, factor * squared)
    )
    return (due, *repeated)


def _after_absolute(own):
    step, earlier = ETA_ABSOLUTE * own.ABSOLUTE_GRADIENT, ETA_SQUARED * own.SQUARED_GRADIENT
    if is_zero(earlier):
        return (W - step,)
    moved = W - own.W_AFTER_SQUARED
    repeated = {
        -1: W + step,
        1 / ETA_SQUARED: W - own.ABSOLUTE_GRADIENT,
        -1 / ETA_SQUARED: W + own.ABSOLUTE_GRADIENT,
        ETA_ABSOLUTE / ETA_SQUARED: W
        - ETA_SQUARED * own.ABSOLUTE_GRADIENT,  # both rates in the other's place
    }
    found = [place for stride, place in repeated.items() if is_near(moved, stride * earlier)]
    only_steps = [s * step for s in (1, -1) if is_near(own.W_AFTER_SQUARED, s * earlier)]
    return (W - step, *found, *only_steps)


# Ways to get the absolute slope wrong, and right: each makes a slope of an error.
SLOPE_SLIPS = (
    lambda error: ways.sign(error) * X,
    lambda error: -ways.sign(error) * X,
    ways.sign,
    lambda error: -ways.sign(error),
    lambda error: error * X,
    lambda error: -error * X,
    lambda error: abs(error) * X,
    lambda error: 2 * error * X,
    lambda error: -2 * error * X,
    lambda error: error,
    abs,
    lambda error: X,
    lambda error: 1,
)


def _next_gradient(own):
    due = ways.sign(own.next_error) * X
    repeated = (
        slip(own.next_error) for slip in SLOPE_SLIPS if is_near(own.ABSOLUTE_GRADIENT, slip(own.error))
    )
    return (due, *repeated)


FOLLOWING = {
    "Y_HAT": lambda own: (),
    "SQUARED_LOSS": lambda own: (own.error**2,),
    "ABSOLUTE_LOSS": lambda own: (abs(own.error),),
    "SQUARED_GRADIENT": _squared_gradient,
    "ABSOLUTE_GRADIENT": _absolute_gradient,
    "W_AFTER_SQUARED": lambda own: (W - ETA_SQUARED * own.SQUARED_GRADIENT,),
    "W_AFTER_ABSOLUTE": _after_absolute,
    "NEXT_ABSOLUTE_GRADIENT": _next_gradient,
}
