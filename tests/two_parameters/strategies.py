"""Numbers and points to try student code on.

Nothing is shrunk here: the first example that fails is the one that the student reads. So every
number is one that can be followed by hand, and explicit examples in the checks come first.

Points come in ones, threes and fives, never in twos: with two of them 2/n is 1, and whoever forgets the 2
and the mean is right. Some x are 0, some are there twice, and no mean of x is 0.
"""

from hypothesis import strategies as st


def eighths(low, high):
    """Numbers between `low` and `high` that a float holds exactly: 2.5, −0.125 …"""
    return st.integers(int(low * 8), int(high * 8)).map(lambda n: n / 8)


numbers = eighths(-10, 10)
nonzero = numbers.filter(bool)
places = eighths(-4, 4)

THREE = [(3.0, 1.0), (-1.0, 4.0), (2.0, -5.0)]
THROUGH_ZERO = [(0.0, 3.0), (2.0, -1.0), (5.0, 1.0)]
SAME_X = [(2.0, 5.0), (2.0, -3.0), (-1.0, 1.0), (4.0, 2.0), (2.0, 5.0)]
ONE = [(3.0, -2.0)]
WHOLE = [(1, 4), (-2, 3), (5, -1)]

points = st.lists(st.tuples(eighths(-4, 4), eighths(-6, 6)), min_size=3, max_size=5).filter(
    lambda drawn: len({x for x, _ in drawn}) > 1 and sum(x for x, _ in drawn) != 0
)


def shown(points):
    """Points as one types them."""
    return f"points = [{', '.join(f'({x:g}, {y:g})' for x, y in points)}]"
