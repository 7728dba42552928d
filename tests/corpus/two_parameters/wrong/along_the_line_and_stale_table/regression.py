"""Lineare Regression mit zwei Parametern."""

from engine import Value


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    how_many = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / how_many)


def gradients(w, b, points):
    dw = db = 0.0
    for how_many, (x, y) in enumerate(points, start=1):
        fout = w * x + b - y
        dw += fout * x
        db += fout
    return 2 * dw / how_many, 2 * db / how_many


def update(parameters, lr):
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change


def train(w, b, points, lr=0.1, steps=10):
    out = []
    for step in range(steps):
        out.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return out
