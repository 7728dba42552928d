"""predict, loss, formula, update, loop."""

from engine import Value

def predict(w, b, x):
    return w * Value(x) + b

def mean_squared_loss(w, b, points):
    sum_sq = Value(0.0)
    for x, y in points:
        gap = predict(w, b, x) - Value(y)
        sum_sq = sum_sq + gap * gap
    return sum_sq * Value(1.0 / len(points))

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
    for param in parameters:
        param.data += -lr * param.grad

def _turns(w, b, points, lr, steps):
    for k in range(steps):
        mse = mean_squared_loss(w, b, points)
        yield (k, w.data, b.data, mse.data)
        mse.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0

def train(w, b, points, lr=0.1, steps=10):
    return list(_turns(w, b, points, lr, steps))
