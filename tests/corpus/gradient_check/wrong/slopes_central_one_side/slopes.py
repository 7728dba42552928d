"""Slopes, measured: nudge the input, watch the output (lesson.md, minutes 10–25)."""


def forward_slope(f, x, h):
    """How steep f is at x, by one nudge of size h to the right, as a plain number.

    f is a function of one plain number.
    """
    # >>> solution
    # TODO: how much does f change from x to x + h, for each unit of the way?
    # Constraint: ask f, and nothing else. Whoever measures a slope needs no formula for it.

    return (f(x + h) - f(x)) / h
    # <<< stub: raise NotImplementedError("forward_slope in slopes.py is still to do")


def central_slope(f, x, h=1e-5):
    """How steep f is at x, by a nudge of size h to either side, as a plain number."""
    # >>> solution
    # TODO: how much does f change from x − h to x + h, for each unit of the way?
    # Constraint: mind how long the way is.

    return (f(x + h) - f(x - h)) / (2 * h)
    # <<< stub: raise NotImplementedError("central_slope in slopes.py is still to do")


def relative_error(found, due):
    """How far apart two numbers are, as a share of the larger one in size: 0 for equal ones, at most 2.

    It is 0 as well where both are 0. Signs count: 3 and −3 are far apart.
    """
    # >>> solution
    # TODO: the size of the difference, divided by the larger of the two sizes.
    # Constraint: no division by 0.

    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest else 0.0
    # <<< stub: raise NotImplementedError("relative_error in slopes.py is still to do")


def central_slope(f,x,h=1e-5):
    return forward_slope(f,x,h)
