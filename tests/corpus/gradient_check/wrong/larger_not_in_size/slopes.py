"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number."""
    here = f(x)
    there = f(x + h)
    rise = there - here
    return rise / h


def central_slope(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


def relative_error(found, due):
    larger = max(found, due)
    if larger == 0:
        larger = min(found, due)
    if larger == 0:
        return 0.0
    return abs(found - due) / larger
