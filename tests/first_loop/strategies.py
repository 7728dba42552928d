"""Numbers and graphs to try student code on.

Nothing is shrunk here: the first example that fails is the one that the student reads. So every
number is one that can be followed by hand, and explicit examples in the checks come first.
"""

from hypothesis import strategies as st

from tests.first_loop.graphs import Graph


def eighths(low, high):
    """Numbers between `low` and `high` that a float holds exactly: 2.5, −0.125 …"""
    return st.integers(int(low * 8), int(high * 8)).map(lambda n: n / 8)


numbers = eighths(-10, 10)
nonzero = numbers.filter(bool)
# From 0.001 to 9000: a rule that is right only near 1 is not right.
wide = st.builds(
    lambda sign, digit, power: float(f"{sign}{digit}e{power}"),
    st.sampled_from("+-"),
    st.integers(1, 9),
    st.integers(-3, 3),
)
reals = numbers | wide

_LEAVES = "abc"
_INNER = "pqrst"


@st.composite
def graphs(draw):
    """Graphs of up to five operations in which any earlier Value may be used again."""
    leaves = {name: draw(eighths(0.5, 3)) * draw(st.sampled_from([1, -1])) for name in _LEAVES}
    degree = dict.fromkeys(leaves, 1)
    lines = []
    for name in _INNER[: draw(st.integers(1, len(_INNER)))]:
        recent = list(degree)[-2:]
        left = draw(st.sampled_from(recent))
        right = draw(st.sampled_from([*degree, "2", "-3"]))
        if draw(st.booleans()):
            left, right = right, left
        degrees = [degree.get(left, 0), degree.get(right, 0)]
        # Polynomials up to degree 4 stay small enough for their slopes to be measured in floats.
        sign = draw(st.sampled_from("*+-" if sum(degrees) <= 4 else "+-"))
        degree[name] = sum(degrees) if sign == "*" else max(degrees)
        lines.append(f"{name} = {left} {sign} {right}")
    return Graph(leaves, tuple(lines)).without_dead_lines()
