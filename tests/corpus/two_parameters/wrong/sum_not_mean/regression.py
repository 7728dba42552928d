# 直線の学習

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    mse = Value(0.0)
    for x, y in points:
        mse += (predict(w, b, x) - y).square()
    return mse


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
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr


def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        mse = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(mse.data)
        mse.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))
