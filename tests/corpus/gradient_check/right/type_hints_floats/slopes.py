"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f: "Callable[[float], float]", x: float, h: float) -> float:
    """Forward."""
    return float((f(x + h) - f(x)) / h)


def central_slope(f: "Callable[[float], float]", x: float, h: float = 1e-5) -> float:
    """Central."""
    rise: float = f(x + h) - f(x - h)
    return rise / (2.0 * h)


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    size = max(abs(found), abs(due))
    if size == 0:
        return 0
    return abs(found - due) / size