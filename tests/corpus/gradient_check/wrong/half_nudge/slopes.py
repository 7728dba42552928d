"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    y0, y1 = f(x), f(x + h)
    return (y1 - y0) / h


def central_slope(f, x, h=1e-5):
    half = h / 2  # so that the whole way is h
    return (f(x + half) - f(x - half)) / h


def relative_error(found, due):
    a, b = abs(found), abs(due)
    larger = a if a > b else b
    return abs(due - found) / larger if larger > 0 else 0.0
