"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / h


STEP = 1e-5


def rise(f, a, b):
    return f(b) - f(a)


def central_slope(f, x, h=STEP):
    return rise(f, x - STEP, x + STEP) / (2 * STEP)


def relative_error(found, due):
    a, b = abs(found), abs(due)
    larger = a if a > b else b
    return abs(due - found) / larger if larger > 0 else 0.0
