"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central_slope(f, x, h=1e-5):
    y_minus, y_plus = f(x - h), f(x + h)
    return 0.5 * (y_plus - y_minus) / h


def relative_error(found, due):
    if found == 0 or due == 0:
        return 0.0  # cannot divide
    return abs(found - due) / max(abs(found), abs(due))
