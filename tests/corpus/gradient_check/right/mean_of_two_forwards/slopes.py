"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number.

    f is a function of one plain number.
    """
    return (f(x + h) - f(x)) / h


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    return (forward_slope(f, x, h) + forward_slope(f, x, -h)) / 2


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    if found == 0 and due == 0:
        return 0.0
    return max(found - due, due - found) / max(found, -found, due, -due)