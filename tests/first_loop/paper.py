"""The sums of `by_hand`: what is true, and what follows from a student's own earlier answers.

A slip costs once, so an answer also counts when it follows correctly from a wrong earlier number. But some
numbers leave nothing to work out: an error of 0 has no square and no slope, a gradient of 0 moves nothing,
and a w that has not moved asks the first two questions again. After such a number only the true answer
counts.
"""

from math import sqrt

from grader.checks import close
from tests.lessons.answers import LARGEST, OwnNumbers, meant, plain

X, Y, W, ETA = 2, 4, -1, 0.1
BEFORE = {  # answer → the numbers that it builds on
    "LOSS": ("Y_HAT",),
    "W_SHOULD": ("Y_HAT",),
    "GRADIENT_SIGN": ("Y_HAT",),
    "GRADIENT": ("Y_HAT",),
    "W_AFTER": ("GRADIENT",),
    "Y_HAT_AFTER": ("W_AFTER",),
    "LOSS_AFTER": ("Y_HAT_AFTER",),
    "LOSS_WENT_DOWN": ("LOSS",),
}
PRECISION = 0.005  # two decimals are precise enough for pencil and paper


def near(due):
    return close(due, rel=1e-6, abs=PRECISION)


def is_zero(number):
    return number == near(0)


def sign(number):
    return "zero" if is_zero(number) else "positive" if number > 0 else "negative"


def downhill(slope):
    return "decrease" if slope > 0 else "increase"


def _true():
    """What is true, worked out: students have this file, and no answer stands in it."""
    gradient = 2 * (W * X - Y) * X
    w = round(W - ETA * gradient, 9)
    loss, loss_after = (W * X - Y) ** 2, round((w * X - Y) ** 2, 9)
    return {
        "Y_HAT": W * X,
        "LOSS": loss,
        "W_SHOULD": downhill(gradient),
        "GRADIENT_SIGN": sign(gradient),
        "GRADIENT": gradient,
        "W_AFTER": w,
        "Y_HAT_AFTER": w * X,
        "LOSS_AFTER": loss_after,
        "LOSS_WENT_DOWN": loss_after < loss,
    }


TRUE = _true()


def behaviour(eta):
    """What w does at this learning rate, in one of five words: each step multiplies the error by a factor."""
    factor = round(1 - 2 * eta * X * X, 9)
    if factor in (0, -1):
        return "one step" if factor == 0 else "stuck"
    if factor > 0:
        return "smooth"
    return "zigzag" if factor > -1 else "explodes"


# --- the student's own numbers -----------------------------------------------------------------------


class Own(OwnNumbers):
    """What a later answer builds on."""

    def __init__(self, read):
        super().__init__(read, TRUE)

    @property
    def error(self):
        return self.Y_HAT - Y

    @property
    def step(self):
        return ETA * self.GRADIENT

    @property
    def error_after(self):
        return self.Y_HAT_AFTER - Y


def carried_gradient(answer):
    """The student's own GRADIENT, if it is wrong and leaves something to work out; else None."""
    number = meant(answer)
    usable = number is not None and abs(number) < LARGEST and not is_zero(number)
    return number if usable and number != near(TRUE["GRADIENT"]) else None


# --- what follows --------------------------------------------------------------------------------------


def accepted(name, own):
    """Every answer to `name` that counts: the true one, and what follows from the student's own numbers."""
    follows = following(name, own)
    if name == "LOSS_WENT_DOWN" and follows:
        return follows  # the student compares two numbers, and has to compare the ones in the file
    return (TRUE[name], *follows)


def following(name, own):
    """What follows from the student's own numbers; () if these leave nothing to work out."""
    return tuple(answer for answer in FOLLOWING[name](own) if not _idle(name, answer, own))


def _idle(name, answer, own):
    """Whether a student could write this `answer` without working out anything."""
    if name == "LOSS_AFTER" and is_zero(min(abs(own.Y_HAT_AFTER - old) for old in (W * X, own.Y_HAT))):
        return True  # the prediction did not change, so this is the question about the first loss again
    if name == "Y_HAT_AFTER" and is_zero(own.W_AFTER - W):
        return True  # and this is the one about the first prediction, whatever it was answered with
    return any(answer == near(idle) for idle in _IDLE.get(name, ()))


_IDLE = {
    "LOSS": (0,),
    "GRADIENT": (0,),
    "W_AFTER": (W,),
    "Y_HAT_AFTER": (0, W * X),
    "LOSS_AFTER": (0,),
}


def _slipped(own):
    """What the error may be in a LOSS that is wrong: a slip in ŷ − y comes again in all that follows."""
    if own.LOSS <= 0 or is_zero(own.LOSS) or near(own.error**2) == own.LOSS:
        return ()
    return sqrt(own.LOSS), -sqrt(own.LOSS)


def _errors(own):
    """The student's error, and one with a slip that both LOSS and GRADIENT show; an error of 0 is none."""
    slipped = [error for error in _slipped(own) if near(2 * error * X) == own.GRADIENT]
    return [error for error in (own.error, *slipped) if not is_zero(error)]


def _direction(own):
    return tuple(downhill(error) for error in _errors(own))


def _sign(own):
    return tuple(sign(error) for error in _errors(own))


def _gradient(own):
    due = 2 * own.error * X
    # If the wrong sign is in GRADIENT_SIGN too, it has cost its point there, so it costs none here.
    turned = (-due,) if plain(own.read("GRADIENT_SIGN")) == sign(-due) else ()
    # The same number in both places shows no slip in an error.
    slipped = (2 * error * X for error in _slipped(own))
    return (due, *turned, *(slope for slope in slipped if slope != near(own.LOSS)))


# Slips that a student makes again when the same question comes again, with a new w or a new ŷ.
PREDICTION_SLIPS = (
    lambda w: w + X,
    lambda w: -w * X,  # the minus of w got lost
    lambda w: w * Y,
    lambda w: w * X - Y,
    lambda w: Y - w * X,
)
LOSS_SLIPS = (
    lambda y_hat: y_hat - Y,
    lambda y_hat: Y - y_hat,
    lambda y_hat: abs(y_hat - Y),
    lambda y_hat: -((y_hat - Y) ** 2),
    lambda y_hat: (y_hat - Y) ** 2 / 2,
    lambda y_hat: (y_hat + Y) ** 2,
    lambda y_hat: y_hat**2,
    lambda y_hat: y_hat**2 - Y**2,
    lambda y_hat: Y**2 - y_hat**2,
)


def _again(slips, right, before, answer, now):
    """What a slip in the first `answer`, worked out from `before`, makes of `now`: it has cost its point."""
    if is_zero(answer) or answer == near(right(before)):
        return ()
    return tuple(slip(now) for slip in slips if answer == near(slip(before)))


def _prediction(w):
    return w * X


def _loss(y_hat):
    return (y_hat - Y) ** 2


def _prediction_after(own):
    again = _again(PREDICTION_SLIPS, _prediction, W, own.Y_HAT, own.W_AFTER)
    return (_prediction(own.W_AFTER), *again)


def _loss_after(own):
    return (_loss(own.Y_HAT_AFTER), *_again(LOSS_SLIPS, _loss, own.Y_HAT, own.LOSS, own.Y_HAT_AFTER))


def _went_down(own):
    if is_zero(own.LOSS):  # no later loss can be smaller than 0, whatever the step did
        return ()
    # A slip in a loss has cost its point there. So the comparison may use the loss as it is, or as it should
    # be.
    befores = [loss for loss in (own.LOSS, own.error**2) if not is_zero(loss)]
    return tuple({after < before for before in befores for after in (own.LOSS_AFTER, own.error_after**2)})


FOLLOWING = {
    "Y_HAT": lambda own: (),
    "LOSS": lambda own: (own.error**2,),
    "W_SHOULD": _direction,
    "GRADIENT_SIGN": _sign,
    "GRADIENT": _gradient,
    "W_AFTER": lambda own: (W - own.step,),
    "Y_HAT_AFTER": _prediction_after,
    "LOSS_AFTER": _loss_after,
    "LOSS_WENT_DOWN": _went_down,
}
