"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    rise = f(x + h) - f(x)
    return rise


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    left = f(x - h)
    right = f(x + h)
    way = 2 * h
    return (right - left) / way


def relative_error(found, due):
    bottom = max(abs(found), abs(due))
    if not bottom:
        return 0.0
    return (found - due) / bottom
