"""Engines and functions that a student's `check` is asked about, and what is to be found in each.

Gradients are 0 by structure or at least 0.05, and values at most 1000 times their gradients, so that any fair
measurement sees what there is to see; tests/grader/lesson/test_gradient_check.py holds these cases to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.gradient_check import engines


@dataclass(frozen=True)
class Case:
    """A function as text, its inputs, and the slips of the engine; `tolerance` None is the usual one."""

    f: str
    xs: list[float]
    slips: Mapping[str, str] = field(default_factory=dict)
    tolerance: float | None = None

    def positions(self):
        """Where the engine is wrong, from 0."""
        tolerance = 1e-6 if self.tolerance is None else self.tolerance
        return engines.disagreements(self.f, self.xs, tolerance, **self.slips)


WHOLE = (
    Case("lambda a, b: a * b", [3.0, 5.0], {"multiply": "x, y"}),
    Case("lambda a, b: a * b + a", [3.0, 5.0]),
    Case("lambda a, b: a.square() + b * 3.0", [3.0, -1.0], {"square": "x"}),
    Case("lambda a, b, c: a / b - c", [3.0, 5.0, 2.0], {"divide": "1.0 / y, x / (y * y)"}),
    Case("lambda a, b, c: a / b - c * a", [-3.0, 0.5, 4.0]),
    Case("lambda a, b: (c := a * b) + c.square() + b", [0.5, 3.0], {"enters": "True"}),
    Case("lambda a, b: (c := a * b) + c.square() + b", [0.5, 3.0]),
    Case("lambda a, b: a - b * b + a", [2.0, 1.5], {"gather": "="}),
    Case("lambda a, b: a.square() + b", [-2.0, 1.5], engines.CUBES),
    Case("lambda a: a ** 3", [-2.0], {"power": "n * x ** n"}),
    Case("lambda a, b: a * b + a", [2.0, -3.0], {"seed": "2.0"}),
)
# In POSITIONS and NOISE every gradient that is wrong is too large: whoever forgets a sign pays in SIZES.
POSITIONS = (
    Case("lambda a, b, c: a - b + c", [4.0, 4.0, 4.0], {"subtract": "1.0, 1.0"}),
    Case("lambda a, b, c, d: a + b + c + d", [1.0, 2.0, 3.0, 2.0], {"add": "1.0, 2.0"}),
    Case("lambda a, b, c: a * b * c", [2.0, 2.0, 2.0]),
    Case("lambda a, b, c: a + b - c.square()", [2.0, -1.0, 2.0], {"square": "2.0"}),
    Case("lambda a, b, c: a * b + c", [7.0, 2.0, 2.0], {"multiply": "x, x"}),
    Case("lambda a, b, c: a.square() + b + c.square()", [-2.0, 5.0, -2.0], {"square": "2.0 * abs(x)"}),
)
NOISE = (
    Case("lambda a, b: a * b", [7.0, 0.0]),
    Case("lambda a, b: a * b", [7.0, 0.0], {"multiply": "y, 2.0 * x"}),  # noise first, and then a wrong one
    Case("lambda a, b: a * 0.1 + b - a * 0.1", [7.3, 2.1]),
    Case("lambda a, b: (a - a) * 0.5 + b", [3.0, 2.0], {"subtract": "1.0, -1.0 + 1e-10"}),
    Case("lambda a, b: (a - a) * 0.5 + b", [3.0, 2.0], {"subtract": "1.0, -1.0 + 1e-5"}),
    Case("lambda a, b: a - b", [3.0, 2.0], {"subtract": "1.0, -1e-10"}),
    Case("lambda a, b, c: a * b + c", [5.0, 0.0, 1.0], {"multiply": "y + 1.0, x"}),
)
SIZES = (
    Case("lambda a, b, c: a * b + c.square()", [3.0, -5.0, 2.0], {"multiply": "2.0 * y, x"}),
    Case("lambda a, b: a * b - b", [-4.0, 0.5], {"multiply": "0.5 * y, x"}),
    Case("lambda a, b: a + b", [3.0, -5.0]),
    Case("lambda a, b: a.square() - b", [-1.5, 4.0], {"square": "-2.0 * x"}),
    Case("lambda a, b: a - b", [1.0, 2.0], {"subtract": "1.0, 0.0"}),
    Case("lambda a, b: a / b", [6.0, -4.0], {"divide": "0.0, -x / (y * y)"}),
    Case("lambda a, b, c: a * b + c", [5.0, 0.0, 1.0], {"multiply": "y - 1.0, x"}),
)
TOLERANCES = (
    Case("lambda a, b: a * b + b", [2.0, 5.0], {"multiply": "1.001 * y, x"}),
    Case("lambda a, b: a * b + b", [2.0, 5.0], {"multiply": "1.001 * y, x"}, tolerance=0.01),
    Case("lambda a, b: a ** 3 + b * 900.0", [50.0, 1.0], {"power": "n * x ** (n - 1) + 1e-5"}),
    Case("lambda a, b: a * 0.0625 - b", [0.5, 1.0], {"multiply": "y * 1.00001, x"}),
    Case("lambda a, b: a * b", [3.0, 4.0], {"multiply": "1.2 * y, x"}, tolerance=0.5),
    Case("lambda a, b: a ** 3 + b", [0.2, 2.0], tolerance=0.25),  # the tolerance is no nudge
    Case("lambda a, b: a * b", [3.0, -4.0], {"multiply": "-y, x"}, tolerance=0.5),
    Case("lambda a, b: a.square() + b", [-2.0, 3.0], {"square": "2.0 * x + 1e-3"}, tolerance=1e-5),
)
OTHER_FUNCTION = (
    Case("lambda a, b: a.square() - b", [3.0, 5.0], engines.CUBES),
    Case("lambda a, b: a.square() - b", [0.5, 5.0], {"squared": "x * x * x"}),
    Case("lambda a, b, c: b * a.square() + c", [-1.5, 2.0, 3.0], engines.CUBES),
    Case("lambda a, b, c: a - b * c.square()", [1.0, 2.0, 3.0], {"squared": "x * x * x"}),
)
EVERY = (*WHOLE, *POSITIONS, *SIZES, *NOISE, *TOLERANCES, *OTHER_FUNCTION)
