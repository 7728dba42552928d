"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number."""
    here = f(x)
    there = f(x + h)
    rise = there - here
    return rise / h


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    # same as above but h has a default
    here = f(x)
    there = f(x + h)
    return (there - here) / h


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size."""
    if found == due:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))
