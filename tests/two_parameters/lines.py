"""A line through points, in plain numbers: what is due, with no engine involved.

Points are pairs (x, y), at least one; w and b are the line ŷ = w·x + b.
"""

from math import hypot

LESSON = ((-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0))


def predicted(w, b, x):
    return b + w * x


def errors(w, b, points):
    """How far each prediction is above its truth."""
    return [predicted(w, b, x) - y for x, y in points]


def loss(w, b, points):
    """The mean of the squared errors."""
    return mean([error**2 for error in errors(w, b, points)])


def slopes(w, b, points):
    """(dL/dw, dL/db)."""
    pairs = list(zip(errors(w, b, points), points, strict=True))
    return mean([2 * error * x for error, (x, _) in pairs]), mean([2 * error for error, _ in pairs])


def walk(w, b, points, lr, steps):
    """Every place (w, b) from the start to the one after the last step: one more than `steps`."""
    places = [(w, b)]
    for _ in range(steps):
        dw, db = slopes(w, b, points)
        w, b = w - lr * dw, b - lr * db
        places.append((w, b))
    return places


def curvatures(points):
    """How strongly the loss bends in its steepest and in its flattest direction."""
    xx, x = mean([2 * x * x for x, _ in points]), mean([2 * x for x, _ in points])
    middle, reach = (xx + 2) / 2, hypot((xx - 2) / 2, x)
    return middle + reach, middle - reach


def largest_rate(points):
    """The learning rate at which the loss stops getting smaller from every start."""
    return 2 / curvatures(points)[0]


def best(points):
    """The line with the lowest loss; the points need two different x."""
    x_mean, y_mean = mean([x for x, _ in points]), mean([y for _, y in points])
    spread = mean([(x - x_mean) ** 2 for x, _ in points])
    w = mean([(x - x_mean) * (y - y_mean) for x, y in points]) / spread
    return w, y_mean - w * x_mean


def mean(numbers):
    return sum(numbers) / len(numbers)
