"""y = w*x + b, several points."""

from engine import Value


def update(parameters, lr):
    for p in parameters:
        p = Value(p.data - lr * p.grad)   # nowa wartość


def predict(w: Value, b: Value, x: float) -> Value:
    return w * x + b


def mean_squared_loss(w: Value, b: Value, points: list[tuple[float, float]]) -> Value:
    deltas: list[Value] = []
    for x, y in points:
        deltas.append(predict(w, b, x) - y)
    sum_sq: Value = Value(0.0)
    for e in deltas:
        sum_sq = sum_sq + e * e
    return sum_sq / float(len(points))


def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        perte = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(perte.data)
        perte.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))


def gradients(w, b, points):
    dw = 0
    db = 0
    N = len(points)
    i = 0
    while i < N:
        x, y = points[i]
        e = w*x + b - y
        dw += 2*e*x
        db += 2*e
        i += 1
    dw /= N
    db /= N
    return dw, db
