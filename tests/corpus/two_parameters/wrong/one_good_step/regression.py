"""A line learns."""

from engine import Value

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    acc = Value(0.0)
    for x, y in points:
        acc = acc + (predict(w, b, x) - y).square()
    return acc / len(points)

def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    n = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / n
        db = db - 2 * r / n
    return dw, db

def update(parameters, lr):
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change

def _one_turn(step, w, b, points, lr):
    perte = mean_squared_loss(w, b, points)
    row = (step, w.data, b.data, perte.data)
    perte.backward()
    update([w, b], lr)
    w.grad = 0.0
    b.grad = 0.0
    return row

def train(w, b, points, lr=0.1, steps=10):
    return [_one_turn(s, w, b, points, lr) for s in range(steps)]
