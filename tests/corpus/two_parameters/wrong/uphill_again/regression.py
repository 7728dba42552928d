"""Lineare Regression mit zwei Parametern."""

from engine import Value


def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    s = Value(0.0)
    count = 0
    for point in points:
        x, y = point
        s = s + (-predict(w, b, x) + y).square()
        count += 1
    return s * (1.0 / count)


def gradients(w, b, points):
    n = len(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / n
    db = sum(2 * (w * x + b - y) for x, y in points) / n
    return (dw, db)


def update(parameters, lr):
    for parameter in parameters:
        parameter.data = parameter.data + lr * parameter.grad


def train(w, b, points, lr=0.1, steps=10):
    grid = []
    k = 0
    while k < steps:
        loss = mean_squared_loss(w, b, points)
        line = (k, w.data, b.data, loss.data)
        grid.append(line)
        loss.backward()
        update((w, b), lr)
        w.grad = b.grad = 0.0
        k += 1
    return grid
