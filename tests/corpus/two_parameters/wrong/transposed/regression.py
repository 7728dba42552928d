# doğru denklemi: y = wx + b

from engine import Value


def predict(w: Value, b: Value, x: float) -> Value:
    return w * x + b


def mean_squared_loss(w: Value, b: Value, points: list[tuple[float, float]]) -> Value:
    deltas: list[Value] = []
    for x, y in points:
        deltas.append(predict(w, b, x) - y)
    somme: Value = Value(0.0)
    for e in deltas:
        somme = somme + e * e
    return somme / float(len(points))


def gradients(w, b, points):
    xs, ys = zip(*points)
    diffs = [w * x + b - y for x, y in zip(xs, ys)]
    dw = sum(2 * d * x for d, x in zip(diffs, xs)) / len(xs)
    db = sum(2 * d for d in diffs) / len(xs)
    return dw, db


def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad


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
