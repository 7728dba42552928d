# lesson 2


def predict(w, b, x):
    return b + w * x


def mean_squared_loss(w, b, points):
    xs, ys = zip(*points)
    guesses = [predict(w, b, x) for x in xs]
    gaps = [guess - y for guess, y in zip(guesses, ys)]
    return sum([gap * gap for gap in gaps]) / len(ys)


def gradients(w: float, b: float, points: list[tuple[float, float]]) -> tuple[float, float]:
    dw: float = 0.0
    db: float = 0.0
    for point in points:
        x: float = point[0]
        y: float = point[1]
        slope: float = 2.0 * (w * x + b - y) / len(points)
        dw += slope * x
        db += slope
    return dw, db


def update(parameters, lr):
    for i in range(len(parameters)):
        parameters[i].data = parameters[i].data - lr * parameters[i].grad


def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w.grad = 0.0
        b.grad = 0.0
        perte = mean_squared_loss(w, b, points)
        rows.append((step, round(w.data, 2), round(b.data, 2), round(perte.data, 2)))
        perte.backward()
        update([w, b], lr)
    return rows
