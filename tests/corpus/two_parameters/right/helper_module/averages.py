"""Small helpers for this week."""


def mean(items):
    """The mean of a sequence of anything that adds and divides."""
    first, *rest = items
    total = first
    for item in rest:
        total = total + item
    return total / (1 + len(rest))
