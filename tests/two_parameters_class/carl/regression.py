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
    """How wrong the line is about all points together: the mean of the squared errors, as a Value.

    w and b are Values; points is a list of pairs (x, y) of plain numbers, at least one.
    """
    total = 0.0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def gradients(w, b, points):
    """Both gradients of the loss, by the formulas that you used on paper: (dL/dw, dL/db).

    Here w and b are plain numbers, and so are the two results. points is a list of pairs (x, y).
    """
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def update(parameters, lr):
    """Move every parameter exactly one step of gradient descent, in place.

    parameters is a list of Values whose grads are known, however many; lr is the learning rate η.
    Returns nothing.
    """
    for parameter in parameters:
        parameter.data -= lr * parameter.grad


def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w.zero_grad()
        b.zero_grad()
        total = 0.0
        for x, y in points:
            loss = (predict(w, b, x) - y).square()
            loss.backward()
            total += loss.data
        w.grad /= len(points)
        b.grad /= len(points)
        rows.append((step, w.data, b.data, total / len(points)))
        update([w, b], lr)
    w.zero_grad()
    b.zero_grad()
    return rows
