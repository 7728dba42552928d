"""My own small helpers."""


def side(number):
    if number > 0:
        return 1.0
    return -1.0


def mean(values):
    values = list(values)
    return sum(values) / len(values)
