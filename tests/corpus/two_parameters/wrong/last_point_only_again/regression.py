# regressione lineare

from engine import Value

def gradients(w, b, points):
    dw, db = 0.0, 0.0
    count = len(points)
    for x, y in points:
        fout = w * x + b - y
        dw = 2 * fout * x / count
        db = 2 * fout / count
    return dw, db

def predict(w, b, x):
    return (w * x) + b

def mean_squared_loss(w, b, points):
    return sum((e := predict(w, b, x) - y) * e for (x, y) in points) / len(points)

def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad

def train(
    w: Value,
    b: Value,
    points: list[tuple[float, float]],
    lr: float = 0.1,
    steps: int = 10,
) -> list[tuple[int, float, float, float]]:
    rows: list[tuple[int, float, float, float]] = []
    for k in range(steps):
        L = mean_squared_loss(w, b, points)
        rows.append((k, float(w.data), float(b.data), float(L.data)))
        L.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rows
