"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central_slope(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / 2 * h


def relative_error(found, due):
    biggest = max(abs(found), abs(due))
    if biggest == 0:
        return 0
    return abs(found - due) / biggest
