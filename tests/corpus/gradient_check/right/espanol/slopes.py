"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    return pendiente(f, x, x + h, h)


def central_slope(f, x, h=1e-5):
    return pendiente(f, x - h, x + h, h * 2)


def pendiente(f, desde, hasta, camino):
    """Subida entre camino."""
    return (f(hasta) - f(desde)) / camino


def relative_error(found, due):
    a, b = abs(found), abs(due)
    larger = a if a > b else b
    return abs(due - found) / larger if larger > 0 else 0.0
