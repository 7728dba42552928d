"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


forward_slope = lambda f, x, h: (f(x + h) - f(x)) / h  # noqa: E731
central_slope = lambda f, x, h=1e-5: (f(x + h) / h - f(x - h) / h) / 2  # noqa: E731


def relative_error(found, due):
    return abs(found - due) / (max(abs(found), abs(due)) or 1)
