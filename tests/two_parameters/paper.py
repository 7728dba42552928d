"""The sums of `by_hand`: what is true, and what follows from a student's own earlier answers.

A slip costs once, so an answer also counts when it is right for the wrong number before it, and when it
repeats a slip that has cost what it costs. That ends where nothing is left to work out: a gradient of 0 moves
nothing, and parameters that have not moved ask for the first loss again. There only what is true counts.
"""

from grader.checks import close
from tests.lessons.answers import OwnNumbers, plain
from tests.two_parameters import lines, slips

POINTS = (X_1, Y_1), (X_2, Y_2) = (3, 1), (-2, 4)
MISREAD = (((Y_1, X_1), (Y_2, X_2)), ((X_1, Y_1), (-X_2, Y_2)))  # x and y exchanged; a minus overlooked
W, B, ETA = 1, -1, 0.1
PRECISION = 0.006  # two decimals are precise enough for pencil and paper

SIGNS = ("positive", "negative", "zero")
SCALES = (2, 0.5)  # of a loss: the sum for the mean of two, and half of it
FACTORS = tuple(sign * size for size in (1, 2, 0.5, 4, 0.25) for sign in (1, -1))  # of a gradient
STRIDES = (-1, 10, -10, 0.1)  # of a step: uphill, without the rate, both, a decimal slip
BEFORE = {  # answer → the numbers that it builds on
    "Y_HAT_2": ("Y_HAT_1",),
    "LOSS": ("Y_HAT_1", "Y_HAT_2"),
    "GRADIENT_W_SIGN": ("Y_HAT_1", "Y_HAT_2"),
    "GRADIENT_B_SIGN": ("Y_HAT_1", "Y_HAT_2"),
    "GRADIENT_W": ("Y_HAT_1", "Y_HAT_2"),
    "GRADIENT_B": ("Y_HAT_1", "Y_HAT_2"),
    "W_AFTER": ("GRADIENT_W",),
    "B_AFTER": ("GRADIENT_B",),
    "LOSS_AFTER": ("W_AFTER", "B_AFTER"),
    "LOSS_WENT_DOWN": ("LOSS", "LOSS_AFTER"),
}


def near(due):
    return close(due, rel=1e-6, abs=PRECISION)


def is_near(number, due):
    return number == near(due)


def is_zero(number):
    return is_near(number, 0)


def sign(number):
    return "zero" if is_zero(number) else "positive" if number > 0 else "negative"


def _true():
    w, b = lines.walk(W, B, POINTS, ETA, 1)[1]
    dw, db = lines.slopes(W, B, POINTS)
    before, after = lines.loss(W, B, POINTS), lines.loss(w, b, POINTS)
    return {
        "Y_HAT_1": lines.predicted(W, B, X_1),
        "Y_HAT_2": lines.predicted(W, B, X_2),
        "LOSS": before,
        "GRADIENT_W_SIGN": sign(dw),
        "GRADIENT_B_SIGN": sign(db),
        "GRADIENT_W": dw,
        "GRADIENT_B": db,
        "W_AFTER": w,
        "B_AFTER": b,
        "LOSS_AFTER": after,
        "LOSS_WENT_DOWN": after < before,
    }


TRUE = _true()


# --- the student's own numbers -----------------------------------------------------------------------


class Own(OwnNumbers):
    """What a later answer builds on; `points` are those of the task, or what the student took them for."""

    def __init__(self, read, points=POINTS):
        super().__init__(read, TRUE)
        self.points = points

    @property
    def errors(self):
        (_, first), (_, second) = self.points
        return self.Y_HAT_1 - first, self.Y_HAT_2 - second

    @property
    def loss(self):
        """What LOSS should be."""
        return mean_square(self.errors)

    @property
    def slope_w(self):
        """What GRADIENT_W should be."""
        return slips.slopes(self.errors, self.points)[0]

    @property
    def slope_b(self):
        """What GRADIENT_B should be."""
        return slips.slopes(self.errors, self.points)[1]

    @property
    def step_w(self):
        return ETA * self.GRADIENT_W

    @property
    def step_b(self):
        return ETA * self.GRADIENT_B

    @property
    def errors_after(self):
        return tuple(lines.errors(self.W_AFTER, self.B_AFTER, self.points))

    @property
    def loss_after(self):
        """What LOSS_AFTER should be."""
        return mean_square(self.errors_after)


def mean_square(errors):
    return lines.mean([error**2 for error in errors])


def ratio_in(number, due, known):
    """The one of `known` by which `number` is too large; None where it is none of them."""
    if is_zero(due):
        return None
    return next((factor for factor in known if number == near(factor * due)), None)


# --- what follows --------------------------------------------------------------------------------------


def accepted(name, own):
    """Every answer to `name` that counts: the true one, and what follows from the student's own numbers."""
    follows = following(name, own)
    if name == "LOSS_WENT_DOWN" and follows:
        return follows  # whoever compares two numbers has to look at those that stand there
    return (TRUE[name], *follows)


def following(name, own):
    """What follows from the student's own numbers; () where those leave nothing to work out."""
    found = ((answer, read) for read in _readings(name, own) for answer in FOLLOWING[name](read))
    return tuple(answer for answer, read in found if not _idle(name, answer, read))


def _readings(name, own):
    """The student's numbers; once more for other points, if the predictions are those of points misread."""
    read = [Own(own.read, points) for points in MISREAD if _is_misread(name, own, points)]
    return (own, *read)


def _is_misread(name, own, points):
    """Whether the predictions before this answer are those for `points`, which are not the task's."""
    seen = [(own.Y_HAT_1, points[0]), (own.Y_HAT_2, points[1])]
    known = seen[: 1 if name == "Y_HAT_2" else 2]
    right = [point in POINTS for _, point in known]
    return not all(right) and all(is_near(y_hat, lines.predicted(W, B, x)) for y_hat, (x, _) in known)


_IDLE = {
    "LOSS": (0,),
    "GRADIENT_W_SIGN": ("zero",),
    "GRADIENT_B_SIGN": ("zero",),
    "GRADIENT_W": (0,),
    "GRADIENT_B": (0,),
    "W_AFTER": (W,),
    "B_AFTER": (B,),
    "LOSS_AFTER": (0,),
}


def _idle(name, answer, own):
    """Whether `answer` is what somebody writes down who works out nothing."""
    if name == "LOSS_AFTER" and is_near(own.W_AFTER, W) and is_near(own.B_AFTER, B):
        return True  # the question about the first loss once more
    if _zero_was_worked_out(name, own):
        return False
    return any(answer == (idle if type(idle) is str else near(idle)) for idle in _IDLE.get(name, ()))


def _zero_was_worked_out(name, own):
    """Whether a gradient of 0 is what a slip in an error makes of it, as the other gradient shows."""
    of_w, of_b = ("GRADIENT_W_SIGN", "GRADIENT_W", "W_AFTER"), ("GRADIENT_B_SIGN", "GRADIENT_B", "B_AFTER")
    pairs = _of_slipped_errors(own)
    if name in of_w:
        return any(is_zero(dw) and is_near(own.GRADIENT_B, db) and not is_zero(db) for dw, db in pairs)
    return name in of_b and any(
        is_zero(db) and is_near(own.GRADIENT_W, dw) and not is_zero(dw) for dw, db in pairs
    )


def _y_hat_2(own):
    """The second prediction with the b, the w or the x that the first was made with; or both are errors."""
    x_2 = own.points[1][0]
    follows = (W * x_2 + (own.Y_HAT_1 - W * X_1), (own.Y_HAT_1 - B) / X_1 * x_2 + B, W * x_2 + B)
    errors = lines.errors(W, B, POINTS)
    return (*follows, errors[1]) if is_near(own.Y_HAT_1, errors[0]) else follows


def _w_sign(own):
    shown = (sign(dw) for dw, db in _of_slipped_errors(own) if _is_shown(own, dw, db))
    # Whoever found the sign by the gradient has paid for a slip there.
    lost = [
        *slips.in_w_alone(own.errors, own.points),
        *(dw for dw, _ in slips.in_both(own.errors, own.points)),
    ]
    found = (sign(own.GRADIENT_W) for dw in lost if _is_lost(own, dw))
    return (sign(own.slope_w), *shown, *found)


def _b_sign(own):
    # Whoever takes a sign for its opposite does so twice, and has paid for it.
    due = own.slope_b
    turned = (sign(-due),) if _turned(own, "GRADIENT_W_SIGN", own.slope_w) else ()
    shown = (sign(db) for dw, db in _of_slipped_errors(own) if _is_shown(own, dw, db))
    repeated = (sign(db) for db in _slips_repeated(own))
    return (sign(due), *turned, *shown, *repeated, *_sign_of_a_slip_in_b(own))


def _sign_of_a_slip_in_b(own):
    """The sign of the student's own GRADIENT_B, where a slip in that has cost what it costs."""
    lost = (own.slope_w, own.GRADIENT_W, *(db for _, db in slips.in_both(own.errors, own.points)))
    counts = (TRUE["GRADIENT_B"], *_gradient_b(own))
    if any(is_near(own.GRADIENT_B, each) for each in counts):
        return ()
    return (sign(own.GRADIENT_B),) if any(is_near(own.GRADIENT_B, each) for each in lost) else ()


def _of_slipped_errors(own):
    """Both gradients, for each error that may be wrong in a LOSS that is: (dL/dw, dL/db)."""
    if is_near(own.LOSS, own.loss):
        return []
    return [slips.slopes(errors, own.points) for errors in slips.errors_behind(own.LOSS, own.errors)]


def _is_shown(own, dw, db):
    """Whether one of the student's gradients, not 0, is one of these two."""
    pairs = ((own.GRADIENT_W, dw), (own.GRADIENT_B, db))
    return any(is_near(found, due) and not is_zero(due) for found, due in pairs)


def _is_lost(own, dw):
    """Whether the student's GRADIENT_W is `dw`, and does not count."""
    counts = (TRUE["GRADIENT_W"], *_gradient_w(own))
    return is_near(own.GRADIENT_W, dw) and not any(is_near(own.GRADIENT_W, each) for each in counts)


def _slips_repeated(own):
    """What GRADIENT_B becomes by the slip that has cost GRADIENT_W."""
    return [db for dw, db in slips.in_both(own.errors, own.points) if _is_lost(own, dw)]


def _turned(own, name, slope):
    """Whether the sign that the student gave is the opposite of the right one."""
    return not is_zero(slope) and plain(own.read(name)) == sign(-slope)


def _scales(own):
    """1, and what the student's loss is too large by: it comes again in gradients and in the later loss."""
    scale = ratio_in(own.LOSS, own.loss, SCALES)
    return (1,) if scale is None else (1, scale)


def _lone(own):
    """The one point whose squared error the student took for the loss, with its error; none as a rule."""
    pairs = zip(own.points, own.errors, strict=True)
    return [(x, e) for (x, _), e in pairs if is_near(own.LOSS, e**2) and not is_near(own.LOSS, own.loss)]


def _gradient_w(own):
    signs = (1, -1) if _turned(own, "GRADIENT_W_SIGN", own.slope_w) else (1,)
    scaled = tuple(sign * scale * own.slope_w for sign in signs for scale in _scales(own))
    slipped = (dw for dw, _ in _of_slipped_errors(own))
    return (*scaled, *(2 * error * x for x, error in _lone(own)), *slipped)


def _gradient_b(own):
    turned = (("GRADIENT_W_SIGN", own.slope_w), ("GRADIENT_B_SIGN", own.slope_b))
    signs = (1, -1) if any(_turned(own, *each) for each in turned) else (1,)
    factor = ratio_in(own.GRADIENT_W, own.slope_w, FACTORS)
    factors = _scales(own) if factor is None else (*_scales(own), factor)
    scaled = tuple(sign * factor * own.slope_b for sign in signs for factor in factors)
    slipped = (db for _, db in _of_slipped_errors(own))
    return (*scaled, *(2 * error for _, error in _lone(own)), *slipped, *_slips_repeated(own))


def _b_after(own):
    due = B - own.step_b
    turned = is_near((own.Y_HAT_1, own.Y_HAT_2), (W * X_1 - B, W * X_2 - B))
    same_b = (-B - own.step_b,) if turned else ()  # both predictions were made with that b
    if is_zero(own.step_w):
        return (due, *same_b)
    stride = ratio_in(W - own.W_AFTER, own.step_w, STRIDES)
    repeated = () if stride is None else (B - stride * own.step_b,)
    only_steps = tuple(s * own.step_b for s in (1, -1) if is_near(own.W_AFTER, s * own.step_w))
    return (due, *same_b, *repeated, *only_steps)


def _loss_after(own):
    due = own.loss_after
    alone = zip(own.points, own.errors_after, strict=True)
    lone = tuple(error**2 for (x, _), error in alone if x in [known for known, _ in _lone(own)])
    return (*(scale * due for scale in _scales(own)), *lone, *_same_slip(own), *_same_b(own))


def _same_slip(own):
    """The later loss with the slip in squaring that the first one shows, which has cost what it costs."""
    if is_near(own.LOSS, own.loss):
        return ()
    return tuple(slip(own.errors_after) for slip in LOSS_SLIPS if is_near(own.LOSS, slip(own.errors)))


def _same_b(own):
    """The later loss of whoever left out b in both predictions, or turned its sign."""
    predictions = own.Y_HAT_1, own.Y_HAT_2
    shifts = (s for s in (0, -1) if is_near(predictions, (W * X_1 + s * B, W * X_2 + s * B)))
    return tuple(mean_square(lines.errors(own.W_AFTER, s * own.B_AFTER, POINTS)) for s in shifts)


LOSS_SLIPS = (
    lines.mean,
    lambda errors: -lines.mean(errors),
    lambda errors: lines.mean([abs(error) for error in errors]),
    sum,
    lambda errors: sum(abs(error) for error in errors),
    lambda errors: lines.mean(errors) ** 2,
    lambda errors: sum(errors) ** 2,
    lambda errors: lines.mean([error * abs(error) for error in errors]),  # each square with its error's sign
    lambda errors: sum(error * abs(error) for error in errors),
    lambda errors: (errors[0] ** 2 - errors[1] ** 2) / 2,
    lambda errors: errors[0] ** 2 - errors[1] ** 2,
)


def _went_down(own):
    if is_zero(own.LOSS):  # no square is smaller, whatever the step did
        return ()
    # A slip in either loss has cost what it costs: what each should have been counts as well.
    befores = [loss for loss in (own.LOSS, own.loss) if not is_zero(loss)]
    return tuple({after < before for before in befores for after in (own.LOSS_AFTER, own.loss_after)})


FOLLOWING = {
    "Y_HAT_1": lambda own: (),
    "Y_HAT_2": _y_hat_2,
    "LOSS": lambda own: (own.loss,),
    "GRADIENT_W_SIGN": _w_sign,
    "GRADIENT_B_SIGN": _b_sign,
    "GRADIENT_W": _gradient_w,
    "GRADIENT_B": _gradient_b,
    "W_AFTER": lambda own: (W - own.step_w,),
    "B_AFTER": _b_after,
    "LOSS_AFTER": _loss_after,
    "LOSS_WENT_DOWN": _went_down,
}
