"""y = w*x + b, several points."""

from engine import Value


def gradients(w, b, points):
    terms = tuple(2 * (w * x + b - y) for x, y in points)
    return sum(t * p[0] for t, p in zip(terms, points)) / len(points), sum(terms) / len(points)


def predict(w: Value, b: Value, x: float) -> Value:
    return w * x + b


def mean_squared_loss(w: Value, b: Value, points: list[tuple[float, float]]) -> Value:
    errors: list[Value] = []
    for x, y in points:
        errors.append(predict(w, b, x) - y)
    running: Value = Value(0.0)
    for e in errors:
        running = running + e * e
    return running / float(len(points))


def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad


def train(w, b, points, lr=0.1, steps=10):
    records = ()
    for turn in range(steps):
        mse = mean_squared_loss(w, b, points)
        records += ((turn, w.data, b.data, mse.data),)
        mse.backward()
        update((w, b), lr)
        w.grad = 0.0
        b.grad = 0.0
    return records
