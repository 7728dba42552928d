"""The error of a measured slope against the size of the nudge, on x³ at 3: what is due, in numbers."""

from fractions import Fraction
from math import log10

X, SLOPE = 3.0, 27.0
POWERS = range(1, 15)  # h is ten to minus these
WORDS = ("the curve bends", "nothing", "rounding")
KINDS = ("lines", "parabolas", "cubics")
GOOD = 1e-6  # a relative error below it is as good as none


def cube(x):
    return x * x * x


def forward(h):
    """The relative error of the forward slope."""
    return abs((cube(X + h) - cube(X)) / h - SLOPE) / SLOPE


def central(h):
    """The relative error of the central slope."""
    return abs((cube(X + h) - cube(X - h)) / (2 * h) - SLOPE) / SLOPE


def shrinks(error):
    """How many times smaller an error gets from h = 0.1 to h = 0.01, as a power of ten."""
    return 10 ** round(log10(error(0.1) / error(0.01)))


def spoils(h):
    """What spoils a central slope, in one of three words; fractions tell what there is without rounding."""
    if central(h) < GOOD:
        return "nothing"
    step = Fraction(h)
    exact = (cube(Fraction(X) + step) - cube(Fraction(X) - step)) / (2 * step)
    return "the curve bends" if abs(exact / Fraction(SLOPE) - 1) >= GOOD else "rounding"


def exact_for():
    """The last of the three kinds of curve whose central slope is exact for a large h, in fractions."""
    found = []
    for power, kind in enumerate(KINDS, start=1):
        x, h = Fraction(3), Fraction(1)
        slope = ((x + h) ** power - (x - h) ** power) / (2 * h)
        if slope == power * x ** (power - 1):
            found.append(kind)
    return found[-1]
