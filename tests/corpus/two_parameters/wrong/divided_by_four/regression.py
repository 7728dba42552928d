# регрессия

from engine import Value


def update(parameters, lr):
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change


N = 4  # points (-1, -2), (0, 1), (1, 2), (2, 3)


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    acc = Value(0)
    for x, y in points:
        acc = acc + (predict(w, b, x) - y) ** 2
    return acc / N


def _turns(w, b, points, lr, steps):
    for k in range(steps):
        perte = mean_squared_loss(w, b, points)
        yield (k, w.data, b.data, perte.data)
        perte.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0


def train(w, b, points, lr=0.1, steps=10):
    return list(_turns(w, b, points, lr, steps))


def gradients(w, b, points):
    dw = 0
    db = 0
    n = len(points)
    i = 0
    while i < n:
        x, y = points[i]
        e = w*x + b - y
        dw += 2*e*x
        db += 2*e
        i += 1
    dw /= n
    db /= n
    return dw, db
