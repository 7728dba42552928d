"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    # Anstieg durch Weg
    anstieg = f(x + h) - f(x)
    weg = h
    return anstieg / weg


def central_slope(f, x, h=1e-5):
    anstieg = f(x + h) - f(x - h)
    return anstieg / 2 / h


def relative_error(found, due):
    # beide 0: nichts zu teilen
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))
