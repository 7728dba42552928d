# регрессия

from engine import Value
from notebook_rows import row


def predict(w, b, x):
    product = w * x
    return product + b


def mean_squared_loss(w, b, points):
    err = Value(0.0)
    count = len(points)
    for i in range(count):
        x = points[i][0]
        y = points[i][1]
        err = err + (predict(w, b, x) - y).square() / count
    return err


def gradients(w, b, points):
    xs, ys = zip(*points)
    diffs = [w * x + b - y for x, y in zip(xs, ys)]
    dw = sum(2 * d * x for d, x in zip(diffs, xs)) / len(xs)
    db = sum(2 * d for d in diffs) / len(xs)
    return dw, db


def update(parameters: list[Value], lr: float) -> None:
    """One step downhill for each parameter."""
    for parameter in parameters:
        k = lr * parameter.grad
        parameter.data -= k


def train(w, b, points, lr=0.1, steps=10):
    out = []
    for k in range(steps):
        err = mean_squared_loss(w, b, points)
        err.backward()
        update([w, b], lr)
        out.append(row(k, w, b, err))
        w.grad = 0
        b.grad = 0
    return out
