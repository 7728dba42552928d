"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number.

    f is a function of one plain number.
    """
    here = f(x)
    there = f(x + h)
    return (there - here) / h


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    a, b = x - h, x + h
    return (f(b) - f(a)) / (b - a)


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    try:
        return abs(found - due) / max(abs(found), abs(due))
    except ZeroDivisionError:
        return 0.0
