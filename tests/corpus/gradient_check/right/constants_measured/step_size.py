"""How small should a nudge be? (lesson.md, minutes 75–85)

Everything here is about f(x) = x³ at x = 3, where the slope is 27. Predict first; then run this file, which
measures with your own `slopes.py` and shows how wrong each nudge is, as a table and as a picture:

    python exercises/gradient_check/step_size.py
"""

from math import log10

# I let Python say it, and compared with what I had predicted (10 and 50: wrong!)
from slopes import central_slope as _central, forward_slope as _forward, relative_error as _off


def _x3(x):
    return x**3


def _shrinks(slope):
    return round(_off(slope(_x3, 3.0, 0.01), 27) / _off(slope(_x3, 3.0, 0.001), 27))


FORWARD_ERROR_SHRINKS = _shrinks(_forward)
CENTRAL_ERROR_SHRINKS = _shrinks(_central)

WHAT_SPOILS = {}
for _h in (1e-2, 1e-5, 1e-13):
    if _off(_central(_x3, 3.0, _h), 27) < 1e-6:
        WHAT_SPOILS[_h] = "nothing"
    else:
        WHAT_SPOILS[_h] = "the curve bends" if _h > 1e-5 else "rounding"

EXACT_FOR = "lines"
if abs(_central(lambda x: x * x, 3.0, 1.0) - 6) < 1e-9:
    EXACT_FOR = "parabolas"
    if abs(_central(_x3, 3.0, 1.0) - 27) < 1e-9:
        EXACT_FOR = "cubics"

# --- Given: the table and the picture ------------------------------------------------------

TOP, BOTTOM = 0, -13  # powers of ten of the error, at the edges of the picture


def cube(x):
    return x * x * x


def show(rows):
    """Print one line for each (h, relative error of the forward slope, relative error of the central one)."""
    print(f"{'h':>6}  {'forward':>9}  {'central':>9}")
    for h, forward, central in rows:
        print(f"{h:>6.0e}  {forward:>9.1e}  {central:>9.1e}")


def show_picture(rows):
    """Print the errors against h. A step to the right is an h ten times larger, a step up an error."""
    rows = rows[::-1]
    print("\nHow wrong the slope is, for each h: F forward, C central, B both")
    for power in range(TOP, BOTTOM - 1, -1):
        marks = "".join(f"{mark(errors, power):<4}" for _, *errors in rows)
        print(f"{f'1e{power}':>6} | {marks}".rstrip())
    print(f"{'h':>6}   " + "".join(f"{f'{h:.0e}'[2:]:<4}" for h, *_ in rows).rstrip())


def mark(errors, power):
    """What stands in the picture for one h at one height."""
    letters = [letter for letter, error in zip("FC", errors, strict=True) if height(error) == power]
    return "B" if len(letters) == 2 else "".join(letters)


def height(error):
    """The power of ten that is nearest to an error; an error of 0 stands at the bottom."""
    return min(TOP, max(BOTTOM, round(log10(error)))) if error > 0 else BOTTOM


if __name__ == "__main__":
    from slopes import central_slope, forward_slope, relative_error

    try:
        rows = []
        for power in range(1, 15):
            h = 10.0**-power
            measured = forward_slope(cube, 3.0, h), central_slope(cube, 3.0, h)
            rows.append((h, *(relative_error(slope, 27.0) for slope in measured)))
        show(rows)
        show_picture(rows)
    except NotImplementedError as still_to_do:
        raise SystemExit(f"Not yet: {still_to_do}. Run pytest to see what comes next.") from None
