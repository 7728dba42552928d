"""Numbers to try student code on: each one can be followed by hand, and nothing is shrunk."""

from hypothesis import strategies as st


def eighths(low, high):
    """Numbers between `low` and `high` that a float holds exactly: 2.5, −0.125 …"""
    return st.integers(int(low * 8), int(high * 8)).map(lambda n: n / 8)


numbers = eighths(-10, 10)
nonzero = numbers.filter(bool)
nudges = st.sampled_from([0.5, 2.0, 0.25, 0.1])  # never 1, at which h, h² and 1/h are one
