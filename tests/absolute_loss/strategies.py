"""Numbers to try student code on.

Nothing is shrunk here: the first example that fails is the one that the student reads. So every number is one
that can be followed by hand, and explicit examples in the checks come first.

At a kink any slope from −1 to 1 is right, so no number comes closer to one than `GAP`. Readings come in ones,
threes and fives, never in twos, where a half hides what a mean is.
"""

from hypothesis import strategies as st

GAP = 0.01


def eighths(low, high):
    """Numbers between `low` and `high` that a float holds exactly: 2.5, −0.125 …"""
    return st.integers(int(low * 8), int(high * 8)).map(lambda n: n / 8)


numbers = eighths(-10, 10)
nonzero = numbers.filter(bool)
wide = st.builds(
    lambda sign, digit, power: float(f"{sign}{digit}e{power}"),
    st.sampled_from("+-"),
    st.integers(1, 9),
    st.integers(-2, 3),
)
reals = nonzero | wide.filter(lambda number: abs(number) > GAP)

THREE = [1.0, -4.0, 6.0]
FIVE = [2.0, 3.0, -1.5, 12.0, 2.0]  # one reading is there twice
WITH_ZERO = [0.0, 5.0, -3.0]
WHOLE = [1, 7, -2]

readings = st.lists(eighths(-6, 6), min_size=3, max_size=5)


def shown(ys):
    """Readings as one types them."""
    return f"ys = [{', '.join(f'{y:g}' for y in ys)}]"
