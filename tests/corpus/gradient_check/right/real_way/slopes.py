"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def rise_over_way(f, start, end):
    return (f(end) - f(start)) / (end - start)


def forward_slope(f, x, h):
    return rise_over_way(f, x, x + h)


def central_slope(f, x, h=1e-5):
    return rise_over_way(f, x - h, x + h)


def relative_error(found, due):
    smaller, larger = sorted([found, due], key=abs)
    return abs(1 - smaller / larger) if larger else 0.0
