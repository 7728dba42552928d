"""The sums of `by_hand`: what is true, and what follows from a student's own earlier answers.

A slip costs once, so an answer also counts when it is right for the wrong number before it, and when it
repeats a slip that has cost what it costs. That ends where nothing is left to work out: an error of 0 has
no slope, and a w that has not moved asks for the first slope again. There only what is true counts.
"""

from math import sqrt

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
    """What a later answer builds on; x and y are those of the task, or what the student took them for."""

    def __init__(self, read, x=X, y=Y):
        super().__init__(read, TRUE)
        self.x, self.y = x, y

    @property
    def error(self):
        return self.Y_HAT - self.y

    @property
    def next_error(self):
        return self.W_AFTER_ABSOLUTE * self.x - self.y


# --- what follows --------------------------------------------------------------------------------------


def accepted(name, own):
    """Every answer to `name` that counts: the true one, and what follows from the student's own numbers."""
    return (TRUE[name], *following(name, own))


def following(name, own):
    """What follows from the student's own numbers; () where those leave nothing to work out."""
    exchanged = Own(own.read, x=Y, y=X)
    readings = (own, exchanged) if is_near(own.Y_HAT, W * Y) else (own,)  # x and y in each other's place
    found = ((answer, read) for read in readings for answer in FOLLOWING[name](read))
    return tuple(answer for answer, read in found if not _idle(name, answer, read))


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


def _slipped(own):
    """What the error may be in a SQUARED_LOSS that is wrong: a slip in ŷ − y comes again later on."""
    loss = own.SQUARED_LOSS
    if loss <= 0 or is_zero(loss) or is_near(loss, own.error**2):
        return ()
    return sqrt(loss), -sqrt(loss)


def _absolute_loss(own):
    """Right for the student's error; whoever took one loss for the other has paid for that."""
    size = abs(own.error)
    exchanged = (own.error**2,) if is_near(own.SQUARED_LOSS, size) else ()
    # 1 is its own square: the same number in both places shows no slip in an error.
    slipped = (abs(error) for error in _slipped(own) if not is_near(abs(error), own.SQUARED_LOSS))
    return (size, *exchanged, *slipped)


def _squared_gradient(own):
    """Right for the student's error; whoever halved the loss, or took it twice, has paid for that."""
    due = 2 * own.error * own.x
    scaled = (scale * due for scale in SCALES if is_near(own.SQUARED_LOSS, scale * own.error**2))
    return (due, *scaled, *(2 * error * own.x for error in _slipped(own)))


# What the squared slope lost or gained, and what the same slip makes of the absolute one.
COMMON_SLIPS = (
    (-1, lambda error, x: -ways.sign(error) * x),
    (1 / X, lambda error, x: ways.sign(error)),
    (-1 / X, lambda error, x: -ways.sign(error)),
)


def _absolute_gradient(own):
    """Right for the student's side of y; a slip that the squared slope shows has cost there."""
    due, squared = ways.sign(own.error) * own.x, 2 * own.error * own.x
    repeated = (
        slip(own.error, own.x)
        for factor, slip in COMMON_SLIPS
        if not is_zero(squared) and is_near(own.SQUARED_GRADIENT, factor * squared)
    )
    slipped = (e for e in _slipped(own) if is_near(own.SQUARED_GRADIENT, 2 * e * own.x))
    exchanged = (squared,) if is_near(own.SQUARED_GRADIENT, due) else ()
    return (due, *repeated, *exchanged, *(ways.sign(e) * own.x for e in slipped))


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


# Ways to get the absolute slope wrong, and right: each makes a slope of an error, with x and y.
SLOPE_SLIPS = (
    lambda error, x, y: ways.sign(error) * x,
    lambda error, x, y: ways.sign(error),
    lambda error, x, y: ways.sign(error) * 2 * x,
    lambda error, x, y: ways.sign(error) * y,
    lambda error, x, y: ways.sign(error) * W,
    lambda error, x, y: error * x,
    lambda error, x, y: 2 * error * x,
    lambda error, x, y: error,
)
UNSIGNED_SLIPS = (
    lambda error, x, y: abs(error) * x,
    lambda error, x, y: abs(error),
    lambda error, x, y: x,
    lambda error, x, y: 1,
)


def _next_gradient(own):
    due = ways.sign(own.next_error) * own.x
    return (due, *(made for made, shown in _slopes_made(own) if is_near(own.ABSOLUTE_GRADIENT, shown)))


def _slopes_made(own):
    """Pairs: the next slope by a slip, and the first one by the same slip."""
    for slip in (*SLOPE_SLIPS, *UNSIGNED_SLIPS):
        made, shown = (slip(error, own.x, own.y) for error in (own.next_error, own.error))
        yield made, shown
        if slip in SLOPE_SLIPS:
            yield -made, -shown


FOLLOWING = {
    "Y_HAT": lambda own: (),
    "SQUARED_LOSS": lambda own: (own.error**2,),
    "ABSOLUTE_LOSS": _absolute_loss,
    "SQUARED_GRADIENT": _squared_gradient,
    "ABSOLUTE_GRADIENT": _absolute_gradient,
    "W_AFTER_SQUARED": lambda own: (W - ETA_SQUARED * own.SQUARED_GRADIENT,),
    "W_AFTER_ABSOLUTE": _after_absolute,
    "NEXT_ABSOLUTE_GRADIENT": _next_gradient,
}
