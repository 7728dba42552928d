"""Numbers and graphs to try student code on.

Examples are not shrunk: the student reads the first one that fails. So every number is easy to follow by
hand, and explicit examples in the checks come first.
"""

from random import Random

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


def graph_of(seed):
    """A graph of up to six operations in which any earlier Value may be used again."""
    random = Random(seed)
    leaves = {name: random.choice([1, -1]) * random.randint(2, 12) / 4 for name in "abc"}
    degree = dict.fromkeys(leaves, 1)
    lines = []
    for name in "defghi"[: random.randint(2, 6)]:
        operands = [random.choice(list(degree)[-2:]), random.choice([*degree, "2", "-3"])]
        random.shuffle(operands)
        degrees = [degree.get(operand, 0) for operand in operands]
        # Polynomials up to degree 4 stay small enough for their slopes to be measured in floats.
        sign = random.choice("+-***" if sum(degrees) <= 4 else "+-")
        degree[name] = sum(degrees) if sign == "*" else max(degrees)
        lines.append(f"{name} = {operands[0]} {sign} {operands[1]}")
    return Graph(leaves, tuple(lines)).tidy()
