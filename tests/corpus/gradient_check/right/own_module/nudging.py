"""Helpers of mine."""


def nudged(xs, position, by):
    """A copy of xs with one entry moved."""
    copy = list(xs)
    copy[position] = copy[position] + by
    return copy


def agree(a, b, tolerance, relative_error):
    if abs(a) < 1e-8 and abs(b) < 1e-8:
        return True
    return relative_error(a, b) <= tolerance
