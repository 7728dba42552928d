"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number.

    f is a function of one plain number.
    """
    before = f(x)
    after = f(x + h)
    return (1 / h) * (after - before)


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    return 0.5 * (f(x + h) - f(x - h)) / h


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    size = max(abs(found), abs(due))
    if size == 0:
        return 0
    return abs(found - due) / size