"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    y0, y1 = f(x), f(x + h)
    return (y1 - y0) / h


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    left = f(x - h)
    right = f(x + h)
    way = 2 * h
    return (right - left) / way


def relative_error(found, due):
    scale = max(1.0, abs(found), abs(due))  # never divides by zero
    return abs(found - due) / scale
