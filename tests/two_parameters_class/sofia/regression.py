"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

from engine import Value


def predict(w, b, x):
    """The prediction ŷ for one input, as a Value.

    w and b are Values; x is a plain number.
    """
    return w * x + b


def mean_squared_loss(w, b, points):
    return sum((predict(w, b, x) - y) ** 2 for x, y in points) / len(points)


def gradients(w, b, points):
    n = len(points)
    errors = [(w * x + b - y, x) for x, y in points]
    return [2 / n * sum(e * x for e, x in errors), 2 / n * sum(e for e, _ in errors)]


def update(parameters, lr):
    """Move every parameter exactly one step of gradient descent, in place.

    parameters is a list of Values whose grads are known, however many; lr is the learning rate η.
    Returns nothing.
    """
    for parameter in parameters:
        parameter.data -= lr * parameter.grad


def train(w, b, points, lr=0.1, steps=10):
    history = []
    for step in range(steps):
        history.append([step, w.data, b.data, mean_squared_loss(w, b, points).data])
        w.grad, b.grad = gradients(w.data, b.data, points)
        update((w, b), lr)
    w.grad, b.grad = 0, 0
    return tuple(history)
