"""How small should a nudge be? (lesson.md, minutes 70–80)

Everything here is about f(x) = x³ at x = 3, where the slope is 27. Predict first; then run this file, which
measures with your own `slopes.py` and shows how wrong each nudge is, as a table and as a picture:

    python exercises/gradient_check/step_size.py
"""

from math import log10

# How many times smaller does the error become when h becomes ten times smaller?
# (While h is not too small: say, from 0.1 to 0.01.)
FORWARD_ERROR_SHRINKS = 10  # <<< stub: FORWARD_ERROR_SHRINKS = None  # TODO: a number
CENTRAL_ERROR_SHRINKS = 100  # <<< stub: CENTRAL_ERROR_SHRINKS = None  # TODO: a number

# What spoils a central slope that is measured with this h?
#
#     "the curve bends"   h is so large that the curve is no straight line within it
#     "rounding"          h is so small that too few digits of the difference are left
#     "nothing"           neither: the relative error is below 1e-6
WHAT_SPOILS = {
    1e-2: "the curve bends",  # <<< stub: 1e-2: None,  # TODO: one of the three
    1e-5: "nothing",  # <<< stub: 1e-5: None,  # TODO: one of the three
    1e-13: "rounding",  # <<< stub: 1e-13: None,  # TODO: one of the three
}

# For which curves is a central slope exact, up to rounding, however large h is?
# "lines", "parabolas" or "cubics": the last of the three for which it is true
EXACT_FOR = "parabolas"  # <<< stub: EXACT_FOR = None  # TODO: one of the three

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
    try:
        import plainly
    except ModuleNotFoundError:
        raise SystemExit("step_size.py needs plainly.py and the rest of its lesson beside it.") from None

    plainly.speak()  # what is missing or broken, in plain words
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
        print(f"Not yet: {still_to_do}. Run pytest to see what comes next.")
