# regression.py

from engine import Value


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    N = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / N)


def gradients(w, b, points):
    dw = sum(2 * (w * x + b - y) ** 2 * x for x, y in points)
    db = sum(2 * (w * x + b - y) ** 2 for x, y in points)
    return dw / len(points), db / len(points)


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad
        return


def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        err = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(err.data)
        err.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))
