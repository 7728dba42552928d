# lesson 2

from typing import NamedTuple

from engine import Value


def predict(w, b, x):
    product = w * x
    return product + b


def mean_squared_loss(w, b, points):
    loss = Value(0.0)
    count = len(points)
    for i in range(count):
        x = points[i][0]
        y = points[i][1]
        loss = loss + (predict(w, b, x) - y).square() / count
    return loss


class Gradient(NamedTuple):
    dw: float
    db: float


def gradients(w, b, points):
    count = len(points)
    return Gradient(
        dw=sum(2 * (w * x + b - y) * x for x, y in points) / count,
        db=sum(2 * (w * x + b - y) for x, y in points) / count,
    )


def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad


class Row(NamedTuple):
    step: int
    w: float
    b: float
    loss: float


def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        history_rows.append(Row(step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return history_rows
