"""Lineare Regression mit zwei Parametern."""

from engine import Value


def predict(w, b, x):
    # w and b are Values, x is a number
    return w * x + b


def mean_squared_loss(w, b, points):
    loss = None
    for x, y in points:
        one = (predict(w, b, x) - y).square()
        if loss is None:
            loss = one
        else:
            loss = loss + one
    return loss / len(points)


def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    count = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / count
        db = db - 2 * r / count
    return dw, db


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def train(w, b, points, lr=0.1, steps=10):
    rows = []
    step = 0
    while step < steps - 1:
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
        step += 1
    return rows


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
