"""y = w*x + b, several points."""

from engine import Value


def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    N = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / N
        db = db - 2 * r / N
    return dw, db


def predict(w, b, x):
    return b + x * w


def mean_squared_loss(w, b, points):
    todo = list(points)
    N = len(todo)
    running = Value(0)
    while todo:
        x, y = todo.pop()
        running = running + (error := predict(w, b, x) - y) * error
    return running / N


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    while (step := len(history_rows)) < steps:
        (perte := mean_squared_loss(w, b, points)).backward()
        history_rows.append((step, w.data, b.data, perte.data))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return history_rows


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
