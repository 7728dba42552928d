"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central_slope(f, x, h=1e-5):
    # the mean of a nudge to the right and a nudge to the left
    return (forward_slope(f, x, h) + forward_slope(f, x, -h)) / 2


def relative_error(found, due):
    try:
        return abs(found - due) / max(abs(found), abs(due))
    except ZeroDivisionError:
        return 0.0
