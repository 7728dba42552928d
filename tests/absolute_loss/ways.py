"""Losses and walks in plain numbers: what is due, with no engine involved."""

from statistics import mean, median

X, Y, START = 3.0, 11.0, 2.0  # the lesson's one point, and where w starts


def sign(number):
    """+1 right of 0, −1 left of it; at 0 itself there is no slope to speak of, and 0 is one that will do."""
    return (number > 0) - (number < 0)


def mean_absolute(b, ys):
    return mean([abs(b - y) for y in ys])


def mean_absolute_slope(b, ys):
    return mean([float(sign(b - y)) for y in ys])


def mean_squared(b, ys):
    return mean([(b - y) ** 2 for y in ys])


def mean_squared_slope(b, ys):
    return mean([2 * (b - y) for y in ys])


def rate(lr, decay, step):
    """The learning rate of one step."""
    return lr / (1 + decay * step)


def walk(start, slope, lr, steps, decay=0.0):
    """Every place from the start to the one after the last step: one more than `steps`."""
    places = [start]
    for turn in range(steps):
        places.append(places[-1] - rate(lr, decay, turn) * slope(places[-1]))
    return places


# --- the lesson's two losses over w -----------------------------------------------------------------------


def error(w):
    return w * X - Y


def squared(w):
    return error(w) ** 2


def squared_slope(w):
    return 2 * error(w) * X


def absolute(w):
    return abs(error(w))


def absolute_slope(w):
    return sign(error(w)) * X


# --- one number for several readings ----------------------------------------------------------------------


def squared_lowest_at(ys):
    """Where the pulls b − y of all readings cancel."""
    return mean(ys)


def absolute_lowest_at(ys):
    """Where as many readings are above as below; `ys` has an odd number of them."""
    return median(ys)
