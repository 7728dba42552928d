"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number.

    f is a function of one plain number.
    """
    rise = f(x + h) - f(x)
    way = h
    return rise / way


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    left = x - h
    right = x + h
    rise = f(right) - f(left)
    return rise / (2 * h)


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    try:
        return abs(found - due) / max(abs(found), abs(due))
    except ZeroDivisionError:
        return 0.0