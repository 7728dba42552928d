"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    y0, y1 = f(x), f(x + h)
    return (y1 - y0) / h


def central_slope(f, x, h=1e-5):
    y_minus, y_plus = f(x - h), f(x + h)
    return 0.5 * (y_plus - y_minus) / h


def relative_error(found, due):
    d = found - due
    if d == 0:
        return 0
    if d < 0:
        d = -d
    return min(d / abs(n) for n in (found, due) if n != 0)
