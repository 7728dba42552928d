"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–30)."""


def forward_slope(f, x, h):
    # la pente entre le point d'avant et le point
    avant = f(x - h)
    ici = f(x)
    return (ici - avant) / h


def central_slope(f, x, h=1e-5):
    avant, apres = f(x - h), f(x + h)
    return (apres - avant) / (2 * h)


def relative_error(found, due):
    # rien à diviser
    if found == 0 and due == 0:
        return 0.0
    return abs(found - due) / max(abs(found), abs(due))
